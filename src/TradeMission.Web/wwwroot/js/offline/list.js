// What waits on this device, shown: one line a record, what is wrong with it, both versions where there are two.

const section = document.getElementById("device");
const list = section.querySelector("[data-waiting]");
const copy = name => section.querySelector(`template[data-${name}]`).content.firstElementChild.cloneNode(true);

/** The text of the page, with {0}, {1}… filled in. */
export const t = (name, ...args) => section.dataset[`t${name[0].toUpperCase()}${name.slice(1)}`].replace(/\{(\d)\}/g, (_, place) => args[place]);

const grouped = amount => amount.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
const amountOf = body => {
  if (body.value === null) return "–";
  const [whole, part] = body.value.split(".");
  return `${body.valueCurrency} ${grouped(whole)}${part ? `.${part}` : ""}`;
};

/** The sums of what waits, by currency: different ones are never added up. */
export function sumsOf(records) {
  const sums = new Map();
  for (const { body } of records) {
    if (body.value === null) continue;
    const [whole, part = ""] = body.value.split(".");
    sums.set(body.valueCurrency, (sums.get(body.valueCurrency) ?? 0n) + BigInt(whole + part.padEnd(2, "0").slice(0, 2)));
  }
  return [...sums].map(([currency, cents]) => {
    const digits = String(cents).padStart(3, "0");
    const part = digits.slice(-2);
    return `${currency} ${grouped(digits.slice(0, -2))}${part === "00" ? "" : `.${part}`}`;
  }).join(" + ");
}

function lineOf(record) {
  const line = copy("row");
  line.dataset.id = record.clientId;
  line.dataset.state = record.state;
  line.querySelector("[data-when]").textContent = [record.body.heldOn?.slice(5).replace("-", "/"), record.body.startsAt?.slice(0, 5)].filter(part => part).join(" ");
  line.querySelector("[data-who]").textContent = record.shown.company;
  line.querySelector("[data-what]").textContent = `${record.shown.buyer} · ${t("waiting")}`;
  line.querySelector("[data-amount]").textContent = amountOf(record.body);
  line.querySelector("[data-wrong]").textContent = [...(record.problems ?? []).map(problem => problem.message), ...(record.status ? [t("serverSaid", record.status)] : [])].join(" ");
  line.querySelector("[data-act=another]").hidden = !record.same?.length;
  if (record.conflict) line.append(bothOf(record.conflict));
  return line;
}

function bothOf(conflict) {
  const both = copy("conflict");
  both.querySelector("[data-by]").textContent = t("changedBy", conflict.changedBy ?? "–");
  both.querySelector("tbody").append(...conflict.rows.map(row => {
    const line = document.createElement("tr");
    if (row.differs) line.className = "differs";
    line.append(...[row.label, row.mine, row.theirs].map((text, place) => Object.assign(document.createElement(place === 0 ? "th" : "td"), { textContent: text })));
    line.firstElementChild.scope = "row";
    return line;
  }));
  return both;
}

/** Shows the records; acts(name, record) hears the buttons. A question that is open stays open. */
export function show(records, acts) {
  const focused = document.activeElement?.closest("#device li") ? [document.activeElement.closest("li").dataset.id, document.activeElement.dataset.act] : null;
  list.replaceChildren(...records.map(lineOf));
  list.hidden = records.length === 0;
  section.querySelector("[data-device-sum]").textContent = records.length > 0 ? t("sum", records.length, sumsOf(records)).trim() : "";
  list.onclick = event => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    const line = event.target.closest("li");
    if (!act || !line) return;
    if (act === "remove") line.querySelector("[data-sure]").hidden = false;
    else acts(act, records.find(record => record.clientId === line.dataset.id));
  };
  if (focused) list.querySelector(`[data-id="${focused[0]}"] [data-act="${focused[1]}"]`)?.focus();
}

/** The pill in the header: the worst that is true. */
export function say(records, phase, others) {
  const pill = document.querySelector("[data-state]");
  const wrong = records.filter(record => record.state !== "waiting").length;
  const waiting = records.length - wrong;
  const text = phase === "sending" && waiting > 0 ? t("sending") : wrong > 0 ? t("attention", wrong) : waiting > 0 ? t("device", waiting) : t("saved");
  pill.hidden = false;
  pill.classList.toggle("ok", records.length === 0);
  pill.dataset.state = phase === "sending" && waiting > 0 ? "sending" : wrong > 0 ? "attention" : waiting > 0 ? "device" : "saved";
  if (pill.textContent !== text) pill.textContent = text;
  const troubles = { offline: "offline", "signed-out": "signedOut", other: "other", refused: "refused", failed: "failed" };
  const notice = section.querySelector("[data-notice]");
  const said = [records.length > 0 && troubles[phase] ? t(troubles[phase]) : "", others > 0 ? t("others", others) : ""].filter(part => part).join(" ");
  notice.hidden = said === "";
  if (notice.textContent !== said) notice.textContent = said;
  section.querySelector("[data-sign-in]").hidden = !["signed-out", "other"].includes(phase) || records.length === 0;
  for (const act of ["send", "export"]) section.querySelector(`[data-act=${act}]`).hidden = records.length === 0;
}
