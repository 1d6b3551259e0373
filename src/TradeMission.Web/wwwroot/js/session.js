// Warns before the session ends. What counts is what the server says: it is asked before every warning and after every sleep, and asking extends nothing.

const [warning, ended] = ["warning", "ended"].map(name => document.querySelector(`dialog[data-session=${name}]`));
const count = warning.querySelector("[data-count]");
const extend = warning.querySelector("[data-extend]");
const failed = warning.querySelector("[data-failed]");
const warnAt = Number(warning.dataset.warn);
const tabs = new BroadcastChannel("trademission.session");

/** By this device's clock, which may be wrong by any amount: only how much of it passes counts. */
let end = 0, dismissed = false, asking = false, askAgainAt = 0, lastTick = Date.now();
const left = () => Math.round((end - Date.now()) / 1000);

function know(secondsLeft) {
  end = Date.now() + secondsLeft * 1000;
  if (left() > warnAt) {
    dismissed = false;
    if (warning.open) warning.close();
  }
}

/** Seconds left; 0 when there is no session any more, null when nobody answers. Where the device slept over the question, nobody knows of which side the answer tells: it asks again. */
async function ask(tries = 3) {
  const asked = Date.now();
  try {
    const answer = await fetch("/api/session/end", { headers: { Accept: "application/json" }, cache: "no-store" });
    const seconds = answer.status === 401 ? 0 : answer.ok ? (await answer.json()).secondsLeft : null;
    return Date.now() - asked > 5000 && tries > 1 ? ask(tries - 1) : seconds;
  } catch {
    return null;
  }
}

function show() {
  if (left() <= 0) {
    if (warning.open) warning.close();
    if (!ended.open) {
      ended.querySelector("[data-again]").href = `/account/sign-in?returnUrl=${encodeURIComponent(location.pathname + location.search)}`;
      ended.showModal();
    }
    return;
  }
  if (ended.open) ended.close();
  if (left() > warnAt || dismissed) return;
  count.textContent = `${Math.floor(left() / 60)}:${String(left() % 60).padStart(2, "0")}`;
  if (!warning.open) {
    failed.hidden = true;
    warning.showModal();
    extend.focus();
  }
}

let stayed = false;
async function look() {
  // The timers of a page that nobody sees are slow anyway.
  const slept = !document.hidden && Date.now() - lastTick > 5000;
  lastTick = Date.now();
  if (stayed || asking || ended.open) return;
  if (warning.open && left() > 0 && !slept) return show();
  if (!slept && (left() > warnAt || (dismissed && left() > 0) || Date.now() < askAgainAt)) return;
  asking = true;
  const seconds = await ask();
  asking = false;
  // Without an answer nothing is said: there may be no network, and the server decides.
  if (seconds === null) { askAgainAt = Date.now() + 10000; return; }
  know(seconds);
  show();
}

async function renew() {
  try {
    const token = document.querySelector("input[name=__RequestVerificationToken]").value;
    const answer = await fetch("/api/session/renewal", { method: "POST", headers: { RequestVerificationToken: token } });
    if (answer.status === 401) { know(0); return show(); }
    if (!answer.ok) throw new Error(String(answer.status));
    know((await answer.json()).secondsLeft);
    tabs.postMessage("changed");
  } catch {
    failed.hidden = false;
  }
}

extend.addEventListener("click", renew);
// Esc closes the warning and extends nothing; when the time is over, the page says so.
warning.addEventListener("cancel", () => { dismissed = true; });
ended.addEventListener("cancel", () => { stayed = true; });
ended.querySelector("[data-stay]").addEventListener("click", () => { stayed = true; ended.close(); });
document.addEventListener("submit", event => { if (event.target.getAttribute("action") === "/account/sign-out") tabs.postMessage("leaving"); });

/** Another tab extended or ended the session, or this page slept: the server knows. */
async function askNow() {
  const seconds = await ask();
  if (seconds === null || stayed) return;
  know(seconds);
  show();
}
tabs.addEventListener("message", event => setTimeout(askNow, event.data === "leaving" ? 1500 : 0));
addEventListener("pageshow", event => { if (event.persisted) askNow(); });
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") look(); });

know(Number(warning.dataset.left));
setInterval(look, 1000);
// A page that has just been opened may have renewed the session: the others learn it.
tabs.postMessage("changed");
