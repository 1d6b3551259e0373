// The entry form as a record to be sent, and back again.

import { choose, field, form, nameUnits, readTyped, sayAmounts, showNewBuyer } from "../entry.js";
import { called } from "./kit.js";

const text = name => field(name)?.value.trim() || null;
const number = name => text(name) === null ? null : Number(text(name));

/** What the form says, in the words of the server; and what is missing, field by field. */
export function read(kit, user, t) {
  const wrong = [];
  const refuse = (name, message) => wrong.push({ name, message });
  const buyer = readBuyer(kit, refuse, t);
  const size = form.querySelector("[name=AmountUnit]:checked")?.dataset.size ?? "1";
  const currency = text("ValueCurrency");
  const amount = name => {
    const typed = text(name);
    if (typed === null) return null;
    const read = readTyped(typed, size);
    if (read === null || (read.currency ?? currency) !== currency) refuse(name, t("notAnAmount"));
    return read?.amount ?? null;
  };
  if (!text("ParticipationId")) refuse("ParticipationId", t("companyMissing"));
  if (!text("HeldOn")) refuse("HeldOn", t("dayMissing"));
  if (text("NextStepDueOn") && !text("NextStep")) refuse("NextStep", t("stepMissing"));
  const [value, pursued] = [amount("Value"), amount("Pursued")];
  const body = {
    clientId: field("ClientId").value, missionId: kit.missionId, stopId: number("StopId"), participationId: number("ParticipationId"), ...buyer,
    heldOn: text("HeldOn"), startsAt: text("StartsAt") && `${text("StartsAt").slice(0, 5)}:00`, kind: text("Kind"), products: text("Products"), value, valueCurrency: value === null ? null : currency,
    pursued, pursuedCurrency: pursued === null ? null : currency, pursuedExpectedOn: text("PursuedExpectedOn"),
    assessment: form.querySelector("[name=Assessment]:checked")?.value ?? null, notes: text("Notes"),
    nextStep: text("NextStep"), nextStepDueOn: text("NextStepDueOn"), nextStepOwner: text("NextStepOwner"), confirmDuplicate: false,
  };
  const company = field("ParticipationId").selectedOptions[0]?.textContent.split(" · ")[0] ?? "";
  return { wrong, record: { clientId: body.clientId, userId: user.id, userName: user.name, missionId: kit.missionId, body, typed: typedNow(), shown: { company, buyer: text("BuyerName") ?? "" } } };
}

function readBuyer(kit, refuse, t) {
  const name = text("BuyerName");
  if (!name) {
    refuse("BuyerName", t("buyerMissing"));
    return {};
  }
  const choice = form.querySelector("[name=BuyerChoice]:checked, [name=BuyerChoice][type=hidden]")?.value;
  if (choice && field("BuyerAsked").value.trim() === name) {
    if (choice !== "new") return { buyerId: Number(choice) };
    if (!text("NewBuyerCountry")) refuse("NewBuyerCountry", t("countryMissing"));
    return { buyerId: null, newBuyerName: name, newBuyerCountry: text("NewBuyerCountry") };
  }
  const only = called(kit, name);
  if (only && !only.blocked) return { buyerId: only.id };
  refuse("BuyerName", t("buyerUnclear"));
  return {};
}

/** All that somebody typed or chose, to be put back as it was. */
export function typedNow() {
  const typed = Object.fromEntries(new FormData(form));
  delete typed.__RequestVerificationToken;
  return typed;
}

export function write(typed) {
  for (const [name, value] of Object.entries(typed)) {
    if (name === "BuyerChoice" || name === "__RequestVerificationToken") continue;
    const controls = [...form.elements].filter(element => element.name === name);
    for (const control of controls) {
      if (control.type === "radio" || control.type === "checkbox") control.checked = control.value === value;
      else control.value = value;
    }
  }
  for (const radio of form.querySelectorAll("input[type=radio]")) if (!(radio.name in typed)) radio.checked = false;
  if (typed.BuyerChoice) choose(typed.BuyerChoice, typed.BuyerName ?? "");
  else showNewBuyer(false);
  form.querySelectorAll("details").forEach(details => {
    if ([...details.querySelectorAll("[name=Pursued], [name=PursuedExpectedOn]")].some(control => control.value)) details.open = true;
  });
  nameUnits();
  sayAmounts();
}

/** Ready for the next one: company, stop, currency, unit and owner stay, the day too; the time is now, where it is that day at the stop. */
export function next(kit) {
  const kept = Object.fromEntries(["ParticipationId", "StopId", "ValueCurrency", "AmountUnit", "UnitShownFor", "Kind", "HeldOn", "NextStepOwner"].map(name => [name, typedNow()[name] ?? ""]));
  form.reset();
  write({ ...kept, BuyerName: "", BuyerAsked: "", Value: "", Pursued: "", PursuedExpectedOn: "", NextStep: "", NextStepDueOn: "", Notes: "", Products: "" });
  form.querySelectorAll("[name=BuyerChoice]").forEach(control => control.remove());
  field("ClientId").value = crypto.randomUUID();
  field("NewBuyerCountry").value = kit.stops.find(stop => stop.id === Number(field("StopId")?.value))?.country ?? "";
  setTime(kit);
  field("BuyerName").focus();
}

export function clockAt(kit, stopId) {
  const zone = kit.stops.find(stop => stop.id === stopId)?.timeZone;
  const format = timeZone => new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(new Date());
  let shown;
  try { shown = format(zone ?? "Asia/Seoul"); } catch { shown = format("Asia/Seoul"); }
  return { day: shown.slice(0, 10), time: `${shown.slice(11, 15)}0` };
}

export function setTime(kit) {
  const { day, time } = clockAt(kit, Number(field("StopId")?.value));
  field("StartsAt").value = field("HeldOn").value === day ? time : "";
}
