// The entry page with JavaScript: buyers appear while one types, units follow the currency, and every amount says what it means. Without it the server does all of this.

import { readAmount } from "./amounts.js";

export const form = document.querySelector("form[data-entry]");
export const field = name => form.elements.namedItem(name);

/* Amounts ------------------------------------------------------------------------------------------------- */
const units = [...form.querySelectorAll("input[name=AmountUnit]")];
const grouped = digits => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

const known = [...field("ValueCurrency").options].map(option => option.value);

/** What is typed, as the server will understand it: the amount in digits and the currency that the text names, or null where it is no amount. */
export const readTyped = (typed, size) => readAmount(typed, size, known);

export function sayAmounts() {
  const size = units.find(unit => unit.checked)?.dataset.size ?? "1";
  for (const output of form.querySelectorAll("[data-means]")) {
    const name = output.dataset.means;
    const currency = (name === "Pursued" && field("PursuedCurrency")?.value) || field("ValueCurrency").value;
    const read = readTyped(field(name).value, size);
    const [whole, part] = read?.amount.split(".") ?? [];
    output.textContent = read ? `= ${read.currency ?? currency} ${grouped(whole)}${part ? `.${part}` : ""}` : "";
  }
}

export function nameUnits() {
  const currency = field("ValueCurrency").value;
  for (const unit of units) {
    const label = form.querySelector(`label[for="${unit.id}"]`);
    label.textContent = currency === "USD" ? label.dataset.usd : label.dataset.other.replace("{0}", currency);
  }
  field("UnitShownFor").value = currency;
}

form.addEventListener("input", event => { if (event.target.matches("[data-amount]")) sayAmounts(); });
form.addEventListener("change", event => {
  if (event.target.name === "ValueCurrency") nameUnits();
  if (["ValueCurrency", "PursuedCurrency", "AmountUnit"].includes(event.target.name)) sayAmounts();
});

/* Buyers -------------------------------------------------------------------------------------------------- */
export const group = form.querySelector("[data-buyers]");
const input = field("BuyerName");
const newBuyer = form.querySelector("[data-new-buyer]");
let list = null, options = [], active = -1, waiting = 0, asked = 0;

/** One hidden field in the place of the radios that the server may have shown. */
export function choose(value, name) {
  group.querySelectorAll("[name=BuyerChoice]").forEach(control => control.remove());
  group.querySelector("fieldset.found")?.remove();
  const choice = document.createElement("input");
  Object.assign(choice, { type: "hidden", name: "BuyerChoice", value });
  group.append(choice);
  input.value = name;
  field("BuyerAsked").value = name;
  showNewBuyer(value === "new");
  close();
}

export function showNewBuyer(shown) {
  newBuyer.hidden = !shown;
}

function close() {
  list?.remove();
  [list, options, active] = [null, [], -1];
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

/** The server says where the name holds what was typed: by initials or by sound the letters themselves do not tell. */
function mark(name, marks) {
  const parts = [];
  let end = 0;
  for (const [start, length] of marks) {
    const hit = document.createElement("mark");
    hit.textContent = name.slice(start, start + length);
    parts.push(name.slice(end, start), hit);
    end = start + length;
  }
  return [...parts, name.slice(end)];
}

function option(name, marks, detail, tag, tone, value, disabled) {
  const item = document.createElement("li");
  item.id = `buyer-option-${options.length}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  if (disabled) item.setAttribute("aria-disabled", "true");
  const [title, small, mine] = ["span", "small", "span"].map(element => document.createElement(element));
  title.append(...mark(name, marks));
  small.textContent = detail;
  mine.textContent = tag;
  mine.className = `tag ${tone}`;
  item.append(title, small, mine);
  // Before the field loses the focus.
  item.addEventListener("pointerdown", event => { event.preventDefault(); if (!disabled) choose(value, value === "new" ? input.value.trim() : name); });
  options.push({ item, value, name, disabled });
  return item;
}

/** A page that works without a network puts something in this place: (typed) => buyers. */
export const onDevice = { find: null };

async function ask(typed) {
  const address = `${group.dataset.buyers}?q=${encodeURIComponent(typed)}`;
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" }, signal: onDevice.find ? AbortSignal.timeout(2000) : null });
    if (answer.ok && !answer.redirected) return await answer.json();
  } catch { /* No network: what the device knows is better than nothing. */ }
  return onDevice.find?.(typed) ?? null;
}

async function suggest() {
  const typed = input.value.trim();
  if (typed.length < 1) { close(); return; }
  const turn = ++asked;
  const found = await ask(typed);
  if (found === null) return;
  if (turn !== asked) return;
  close();
  list = document.createElement("ul");
  list.className = "suggest";
  list.id = "buyer-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", group.dataset.label);
  for (const buyer of found) {
    list.append(option(buyer.name, buyer.marks, buyer.detail, buyer.blocked ? group.dataset.blocked : buyer.credit, buyer.blocked ? "bad" : buyer.good ? "good" : "", String(buyer.id), buyer.blocked));
  }
  list.append(option(group.dataset.new.replace("{0}", typed), [], group.dataset.newHint, "+", "", "new", false));
  group.querySelector(".form-conts").after(list);
  input.setAttribute("aria-expanded", "true");
}

function move(by) {
  const open = options.filter(one => !one.disabled);
  const next = open[(open.indexOf(options[active]) + by + open.length) % open.length];
  options[active]?.item.setAttribute("aria-selected", "false");
  active = options.indexOf(next);
  next.item.setAttribute("aria-selected", "true");
  next.item.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", next.item.id);
}

input.setAttribute("role", "combobox");
input.setAttribute("aria-autocomplete", "list");
input.setAttribute("aria-controls", "buyer-list");
input.setAttribute("aria-expanded", "false");
form.classList.add("enhanced");
input.addEventListener("input", () => {
  if (field("BuyerAsked").value !== input.value) newBuyer.hidden = true;
  clearTimeout(waiting);
  waiting = setTimeout(suggest, 150);
});
input.addEventListener("blur", close);
input.addEventListener("keydown", event => {
  if (!list || event.isComposing) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1); }
  else if (event.key === "Enter") {
    event.preventDefault();
    if (active < 0) { move(1); return; }
    const one = options[active];
    choose(one.value, one.value === "new" ? input.value.trim() : one.name);
    goOn(input);
  }
  else if (event.key === "Escape") close();
});
group.addEventListener("change", event => {
  if (event.target.name === "BuyerChoice") newBuyer.hidden = event.target.value !== "new";
});

/** A draft of this form is back in its fields: what hangs on them follows. */
form.addEventListener("draft", event => {
  const choice = event.detail.get("BuyerChoice");
  if (choice) choose(choice, input.value);
  nameUnits();
  sayAmounts();
});

/* Keys ---------------------------------------------------------------------------------------------------- */
/** Where Enter leads, in order: every field that is shown and in no closed part of the form, of radios the one that is chosen. The unit stays as it was and is passed over. */
function stations() {
  return [...form.elements].filter(control => control.matches("input:not([type=hidden]):not([name=AmountUnit]), select, textarea, .save-bar button[type=submit]")
    && control.tabIndex >= 0 && !control.disabled && control.checkVisibility()
    && (control.type !== "radio" || control.checked || ![...form.querySelectorAll(`[name="${control.name}"]`)].some(one => one.checked) && control === form.querySelector(`[name="${control.name}"]`)));
}

function goOn(control) {
  const all = stations();
  const here = control.type === "radio" ? all.findIndex(one => one.name === control.name) : all.indexOf(control);
  all[here + 1]?.focus();
}

form.addEventListener("keydown", event => {
  // While an input method composes, the keys are its own.
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    form.requestSubmit();
  } else if ("fast" in form.dataset && event.key === "Enter" && !event.ctrlKey && !event.shiftKey && event.target.matches("input, select")) {
    event.preventDefault();
    goOn(event.target);
  } else if (/^[1-9]$/.test(event.key) && event.target.matches(".choices input")) {
    const radio = form.querySelectorAll(`[name="${event.target.name}"]`)[event.key - 1];
    radio?.click();
    radio?.focus();
  }
});

// After a record the company stays, so the next question is the buyer.
if ("fast" in form.dataset && new URLSearchParams(location.search).has("participation") && field("ParticipationId").value) input.focus();
