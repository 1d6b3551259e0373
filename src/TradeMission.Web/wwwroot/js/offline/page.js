// The entry page of a mission with and without a network. Once it is prepared, a record is written to the device first and sent from there; before that, and
// without JavaScript, the form goes to the server as any other.

import { find, install, isPossible, prepare, refresh } from "./kit.js";
import { say, show, t } from "./list.js";
import { onPhase, phaseNow, send } from "./sender.js";
import * as store from "./store.js";

// The page of a mission that is over has no form, but what waits on the device is still there to be seen and exported.
const hasForm = document.querySelector("form[data-entry]") !== null;
const [{ field, form, onDevice }, { clockAt, next, read, typedNow, write }, { fill, showToday }] =
  hasForm ? await Promise.all([import("../entry.js"), import("./form.js"), import("./shell.js")]) : [{}, {}, {}];

const section = document.getElementById("device");
const isShell = section.dataset.shell === "true";
const missionId = Number(/^\/missions\/(\d+)\//.exec(location.pathname)?.[1] ?? 0);
const button = act => section.querySelector(`[data-act=${act}]`);
const refused = document.querySelector("[data-refused]");
const hint = section.querySelector("[data-hint]");
let user = null, kit = null;

/* What is there -------------------------------------------------------------------------------------------- */
async function render() {
  const records = await store.records(user.id);
  show(records, act);
  say(records, phaseNow(), await store.othersCount(user.id));
}

const acts = {
  edit: record => { if (!hasForm) return; write(record.typed); form.scrollIntoView(); field("BuyerName").focus(); },
  really: record => store.change(record, () => null),
  another: record => waitAgain(record, { confirmDuplicate: true }),
  mine: record => waitAgain(record, { version: record.conflict.version }),
  theirs: record => store.change(record, () => null),
};

async function act(name, record) {
  await acts[name](record);
  if (name === "theirs") refreshToday();
}

async function waitAgain(record, facts) {
  await store.change(record, now => ({ ...now, state: "waiting", problems: [], same: [], conflict: null, body: { ...now.body, ...facts } }));
  send(user.id);
}

/* Saving --------------------------------------------------------------------------------------------------- */
function tell(text, tone) {
  const line = document.createElement("p");
  line.textContent = text;
  refused.className = `alert ${tone}`;
  refused.setAttribute("role", tone === "done" ? "status" : "alert");
  refused.replaceChildren(line);
  refused.hidden = false;
}

async function save(event) {
  event.preventDefault();
  const { wrong, record } = read(kit, user, t);
  form.querySelectorAll("[aria-invalid]").forEach(control => control.removeAttribute("aria-invalid"));
  if (wrong.length > 0) {
    tell(wrong.map(one => one.message).join(" · "), "bad-box");
    const first = field(wrong[0].name);
    wrong.forEach(one => field(one.name)?.setAttribute?.("aria-invalid", "true"));
    first?.closest("details")?.setAttribute("open", "");
    first?.focus?.();
    return;
  }
  try {
    const before = (await store.records(user.id)).find(one => one.clientId === record.clientId);
    if (before?.body.version !== undefined) record.body.version = before.body.version;
    await store.keep({ ...record, state: "waiting", at: Date.now() });
  } catch {
    tell(t("notKept"), "bad-box");
    return;
  }
  tell(t("kept", record.shown.buyer), "done");
  next(kit);
  send(user.id);
}

/** What is being typed survives a reload, too: written with every letter, since nobody says good-bye to a browser that is killed. */
const keepDraft = () => store.keepDraft({ userId: user.id, missionId, typed: typedNow() });

async function bringDraftBack() {
  const draft = await store.draft(user.id, missionId);
  if (!draft?.typed.BuyerName && !draft?.typed.Value && !draft?.typed.Notes) return;
  write(draft.typed);
  // Another tab may have brought the same back: only the edit of a record keeps its key.
  if (!(await store.records(user.id)).some(record => record.clientId === draft.typed.ClientId)) field("ClientId").value = crypto.randomUUID();
  tell(t("draft"), "done");
}

/* Sending -------------------------------------------------------------------------------------------------- */
/** The day's records and sums, from the page as the server writes it now. */
async function refreshToday() {
  try {
    const answer = await fetch(`/missions/${missionId}/consultations/new`, { headers: { Accept: "text/html" }, redirect: "error" });
    if (!answer.ok) return;
    const today = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("today");
    if (today) document.getElementById("today").replaceWith(today);
  } catch { /* It is shown at the next occasion. */ }
}

let sent = false;
onPhase((phase, answer) => {
  if (answer) {
    sent = true;
    tell([t("sent", answer.record.shown.buyer), ...answer.warnings.map(warning => warning.message)].join(" "), "done");
  }
  if (phase === "idle" && sent) {
    sent = false;
    refreshToday();
    refresh(user, missionId).then(fresh => { if (fresh) use(fresh); }).catch(() => {});
  }
  render();
});

/* To a file and back --------------------------------------------------------------------------------------- */
async function exportAll() {
  const records = await store.records(user.id);
  const file = new Blob([JSON.stringify({ kind: "trademission-consultations", userId: user.id, userName: user.name, records }, null, 1)], { type: "application/json" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: `consultations-${records.length}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

async function importAll(file) {
  let read;
  try { read = JSON.parse(await file.text()); } catch { read = null; }
  if (read?.kind !== "trademission-consultations" || !Array.isArray(read.records) || !read.records.every(record => record?.clientId && record.body?.clientId === record.clientId && record.typed && record.shown)) return tell(t("notRead"), "bad-box");
  if (read.userId !== user.id || read.records.some(record => record.userId !== user.id)) return tell(t("notYours"), "bad-box");
  for (const record of read.records) await store.keep(record);
  tell(t("read", read.records.length), "done");
  send(user.id);
}

/* Beginning ------------------------------------------------------------------------------------------------ */
function use(fresh) {
  kit = { ...fresh, missionId };
  if (hasForm) onDevice.find = typed => find(kit, typed);
  hint.textContent = t("prepared", kit.buyers.length);
  button("import").hidden = false;
}

async function prepareNow() {
  hint.textContent = t("preparing");
  button("prepare").disabled = true;
  const isDone = await prepare(user, missionId);
  button("prepare").disabled = false;
  if (!isDone) { hint.textContent = t("notPrepared"); return; }
  if (!kit) begin(await store.kit(user.id, missionId));
  else use(await store.kit(user.id, missionId));
  section.dataset.ready = "true";
}

function listen() {
  form.addEventListener("submit", save);
  form.addEventListener("input", keepDraft);
}

function begin(stored) {
  use(stored);
  if (hasForm) listen();
  button("send").addEventListener("click", () => send(user.id));
  button("export").addEventListener("click", exportAll);
  button("import").addEventListener("click", () => section.querySelector("[data-file]").click());
  section.querySelector("[data-file]").addEventListener("change", event => { if (event.target.files[0]) importAll(event.target.files[0]); event.target.value = ""; });
  section.querySelector("[data-sign-in] a").href = `/account/sign-in?returnUrl=${encodeURIComponent(location.pathname)}`;
  store.onChange(render);
  addEventListener("online", () => send(user.id));
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") send(user.id); });
  setInterval(() => send(user.id), 60000);
  render();
  send(user.id);
}

/** Of a page that cannot log: why not. */
function close(text) {
  form.hidden = true;
  document.getElementById("today").hidden = true;
  tell(text, "warning");
}

async function start() {
  user = isShell ? store.who() : { id: Number(section.dataset.user), name: section.dataset.name };
  if (!isShell) store.remember(user);
  section.hidden = false;
  if (!isPossible()) {
    hint.textContent = t("impossible");
    button("prepare").hidden = true;
    return;
  }
  button("prepare").addEventListener("click", prepareNow);
  if (!user) {
    button("prepare").hidden = true;
    return close(t("nobody"));
  }
  const stored = await store.kit(user.id, missionId);
  if (!stored) {
    const waiting = await store.othersCount(user.id);
    if (waiting > 0) say([], "idle", waiting);
    if (isShell) {
      button("prepare").hidden = true;
      close(t("noKit"));
    }
    return;
  }
  if (isShell) fill({ ...stored, missionId }, clockAt);
  begin(stored);
  if (hasForm) await bringDraftBack();
  if (isShell) showToday(stored, t);
  else {
    // The page has come from the server, so there is a network: what is stored is made fresh.
    const fresh = await refresh(user, missionId).catch(() => null);
    if (fresh) use(fresh);
    await install(missionId).catch(() => {});
  }
  section.dataset.ready = "true";
}

start();
