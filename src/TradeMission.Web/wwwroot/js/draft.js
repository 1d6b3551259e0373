// What is typed into a long form is kept on the server while one types, and offered when the same form is opened again. Never files, never passwords.

const box = document.querySelector("[data-draft]");
const form = box.closest("form");
const state = form.querySelector("[data-draft-state]");
const address = box.dataset.draft;
const pause = 3000;

/** The field that names the draft, and the token, belong to the page and not to what was typed. */
const isTyped = ([name, value]) => typeof value === "string" && name !== "DraftOf" && name !== "__RequestVerificationToken"
  && ![...form.elements].some(control => control.name === name && (control.type === "password" || control.type === "file"));
const typedNow = () => [...new FormData(form)].filter(isTyped);

/** The entry page of a prepared mission keeps its own on the device. */
const isKeptOnDevice = () => document.querySelector("#device[data-ready=true]") !== null;

let kept = JSON.stringify(typedNow()), waiting = 0, sending = null, left = false;

function ask(method, content, options = {}) {
  return fetch(`/api/drafts${content ? "" : `?address=${encodeURIComponent(address)}`}`, {
    method,
    headers: { "Content-Type": "application/json", RequestVerificationToken: form.elements.namedItem("__RequestVerificationToken").value },
    body: content && JSON.stringify(content),
    ...options,
  });
}

async function keep(options) {
  clearTimeout(waiting);
  waiting = 0;
  if (left || isKeptOnDevice()) return;
  const fields = typedNow(), now = JSON.stringify(fields);
  if (now === kept) return;
  sending?.abort();
  const mine = sending = new AbortController();
  try {
    const answer = await ask("PUT", { address, fields }, { signal: mine.signal, ...options });
    if (!answer.ok) throw new Error(String(answer.status));
    kept = now;
    state.textContent = (await answer.json()).text;
  } catch (wrong) {
    if (wrong.name !== "AbortError") state.textContent = box.dataset.failed;
  } finally {
    if (sending === mine) sending = null;
  }
}

const soon = () => { waiting ||= setTimeout(keep, pause); };

form.addEventListener("input", soon);
form.addEventListener("change", soon);
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && waiting) keep({ keepalive: true }); });

// A form that is being sent is no draft any more; whoever comes back to it goes on.
form.addEventListener("submit", event => {
  if (event.defaultPrevented) return;
  left = true;
  clearTimeout(waiting);
  sending?.abort();
});
addEventListener("pageshow", event => { if (event.persisted) left = false; });

function putBack(fields) {
  const byName = new Map();
  for (const [name, value] of fields) byName.set(name, [...byName.get(name) ?? [], value]);
  for (const control of form.elements) {
    if (!control.name || !isTyped([control.name, ""]) || control.type === "submit") continue;
    // A checkbox has a hidden field that says "false" for it: that one stays.
    if (control.type === "hidden" && [...form.elements].some(one => one.type === "checkbox" && one.name === control.name)) continue;
    const values = byName.get(control.name) ?? [];
    if (control.type === "radio" || control.type === "checkbox") control.checked = values.includes(control.value);
    else if (control.multiple) for (const option of control.options) option.selected = values.includes(option.value);
    else if (values.length > 0) control.value = values.shift();
  }
  for (const details of form.querySelectorAll("details")) {
    if ([...details.querySelectorAll("input, select, textarea")].some(control => control.type !== "hidden" && byName.has(control.name) && control.value !== control.defaultValue)) details.open = true;
  }
  form.dispatchEvent(new CustomEvent("draft", { detail: new Map(fields) }));
}

async function offer() {
  const answer = await ask("GET").catch(() => null);
  if (answer?.status !== 200 || isKeptOnDevice()) return;
  const draft = await answer.json();
  box.querySelector("[data-draft-text]").textContent = draft.text;
  box.querySelector("[data-draft-act=continue]").addEventListener("click", () => {
    putBack(draft.fields);
    kept = JSON.stringify(typedNow());
    box.hidden = true;
    state.textContent = box.dataset.restored;
    form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  });
  box.querySelector("[data-draft-act=discard]").addEventListener("click", () => {
    box.hidden = true;
    ask("DELETE").catch(() => {});
    form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  });
  box.hidden = false;
}

if (box.dataset.offers === "true") offer();
// What came back with errors is typed already: it is kept with the next letter.
