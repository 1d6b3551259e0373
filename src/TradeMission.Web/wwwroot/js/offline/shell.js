// Fills the stored, empty entry page from what the device keeps of the mission.

import { field, form, group, nameUnits } from "../entry.js";

const isKorean = document.documentElement.lang === "ko";
const nameOf = (ko, en) => isKorean ? ko : en || ko;

const option = (value, text) => Object.assign(document.createElement("option"), { value, textContent: text });

export function fill(kit, clockAt) {
  const { mission } = kit;
  document.querySelectorAll('a[href^="/missions/0"]').forEach(link => link.setAttribute("href", link.getAttribute("href").replace("/missions/0", `/missions/${mission.id}`)));
  document.querySelectorAll("a[hreflang]").forEach(link => link.setAttribute("href", `?culture=${link.hreflang}`));
  document.querySelector("[data-reference]").textContent = mission.reference;
  form.action = `/missions/${mission.id}/consultations/new`;
  group.dataset.buyers = `/missions/${mission.id}/consultations/buyers`;
  const stop = kit.stops.find(one => isWithin(clockAt(kit, one.id).day, one, mission)) ?? kit.stops[0];
  document.querySelector("[data-place]").textContent = [nameOf(mission.titleKo, mission.titleEn), stop ? nameOf(stop.cityKo, stop.cityEn) : ""].filter(part => part).join(" · ");
  field("ParticipationId").append(...kit.companies.map(one => option(one.id, nameOf(one.nameKo, one.nameEn) + (one.productsShown ? ` · ${one.productsShown}` : ""))));
  if (kit.companies.length === 1) field("ParticipationId").value = kit.companies[0].id;
  field("StopId").append(...kit.stops.map(one => option(one.id, nameOf(one.cityKo, one.cityEn))));
  field("StopId").value = stop?.id ?? "";
  field("ClientId").value = crypto.randomUUID();
  field("ValueCurrency").value = mission.baseCurrency;
  field("NextStepOwner").value = kit.userName;
  if (stop) field("NewBuyerCountry").value = stop.country;
  const { day, time } = clockAt(kit, stop?.id);
  const isRunning = isWithin(day, stop ?? mission, mission);
  field("HeldOn").value = isRunning ? day : stop?.startsOn ?? mission.startsOn;
  field("StartsAt").value = isRunning ? time : "";
  nameUnits();
}

const isWithin = (day, stop, mission) => day >= (stop.startsOn ?? mission.startsOn) && day <= (stop.endsOn ?? mission.endsOn);

/** The day's records as they were when the device last met the server. */
export function showToday(kit, t) {
  const section = document.getElementById("today");
  const list = Object.assign(document.createElement("ul"), { className: "rows today" });
  list.append(...kit.rows.map(row => {
    const line = document.createElement("li");
    const [when, who, what, amount] = ["time", "span", "span", "span"].map(name => document.createElement(name));
    when.textContent = row.startsAt?.slice(0, 5) ?? "–";
    who.textContent = nameOf(row.companyKo, row.companyEn);
    what.className = "what";
    what.textContent = row.buyer;
    who.append(what);
    amount.className = "r";
    amount.append(Object.assign(document.createElement("b"), { textContent: row.amount === null ? "–" : `${row.currency} ${Number(row.amount).toLocaleString("en-US")}` }));
    line.append(when, who, amount);
    return line;
  }));
  section.querySelector("h2").textContent = t("today", kit.rowCount);
  section.querySelector(".sumline b").textContent = (Number(kit.rowSum) / Number(kit.unitSize)).toLocaleString("en-US", { maximumFractionDigits: 2 });
  section.querySelectorAll(":scope > ul, :scope > .note").forEach(old => old.remove());
  section.append(list);
}
