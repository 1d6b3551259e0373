// Sends what waits on this device: one sender at a time over all tabs, each record as often as it takes. The server counts each body once.

import * as store from "./store.js";

const answerTime = 30000;
const listeners = new Set();
let phase = "idle", running = null, again = false;

/** Hears idle, sending, offline, signed-out, other, refused or failed, and what was sent. */
export const onPhase = heard => listeners.add(heard);
export const phaseNow = () => phase;

function say(next, sent = null) {
  phase = next;
  listeners.forEach(heard => heard(next, sent));
}

/** Sends all that waits of this user. Whoever asks while it runs makes it look once more. */
export function send(userId) {
  again = true;
  return running ??= run(userId).finally(() => { running = null; });
}

async function run(userId) {
  while (again) {
    again = false;
    await navigator.locks.request("trademission-sender", () => sendAll(userId));
  }
}

async function sendAll(userId) {
  let session = null, renewed = false;
  for (;;) {
    const record = await store.nextToSend(userId);
    if (!record) return say("idle");
    session ??= await ask();
    const stopped = session.phase ?? (session.userId !== userId ? "other" : session.mayLog ? null : "refused");
    if (stopped) return say(stopped);
    say("sending");
    const answer = await put(record, session.token);
    if (answer.status === 400 && !renewed) {
      // The token is of a session that has ended since.
      [session, renewed] = [null, true];
      continue;
    }
    const end = await take(record, answer);
    if (end) return say(end);
    renewed = false;
  }
}

/** Only asked while something waits: otherwise an open page would keep the session alive for ever. */
async function ask() {
  const answer = await call("/api/session", {});
  if (answer.status === 200) return answer.body;
  return { phase: phaseOf(answer.status) };
}

const put = (record, token) => call(`/api/consultations/${record.clientId}`, {
  method: "PUT",
  headers: { "Content-Type": "application/json", RequestVerificationToken: token },
  body: JSON.stringify(record.body),
});

/** Status 0 where no answer of ours came: no network, or a hotel's page in its place. */
async function call(address, request) {
  try {
    const answer = await fetch(address, { ...request, cache: "no-store", redirect: "error", signal: AbortSignal.timeout(answerTime) });
    const isJson = answer.headers.get("Content-Type")?.includes("json") ?? false;
    if (answer.ok && !isJson) return { status: 0 };
    return { status: answer.status, body: isJson ? await answer.json() : null };
  } catch {
    return { status: 0 };
  }
}

const phaseOf = status => status === 0 ? "offline" : status === 401 ? "signed-out" : status === 403 ? "refused" : "failed";

/** Writes down what the server said; returns the phase to stop in, or null to go on. */
async function take(record, { status, body }) {
  if (status === 200) {
    // Edited while it was under way: what was edited corrects what was recorded.
    await store.change(record, (now, isSame) => isSame ? null : { ...now, state: "waiting", body: { ...now.body, version: body.version } });
    say("sending", { record, warnings: body.warnings });
    return null;
  }
  if (status === 409) await set(record, { state: "conflict", conflict: body });
  else if (status === 422) await set(record, { state: "problem", problems: body.problems, same: body.same });
  else if (status === 404 || status === 413 || status === 415) await set(record, { state: "problem", status });
  else return phaseOf(status);
  return null;
}

const set = (record, facts) => store.change(record, (now, isSame) => isSame ? { ...now, problems: [], same: [], conflict: null, status: null, ...facts } : now);
