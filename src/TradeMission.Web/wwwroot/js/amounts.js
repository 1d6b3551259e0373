// Amounts as people type them, as Infrastructure/AmountText.cs reads them; a test puts the same texts to both.

/** Zeros that a unit stands for. */
const scales = {
  십: 1, 백: 2, 천: 3, 만: 4, 십만: 5, 백만: 6, 천만: 7, 억: 8, 십억: 9, 백억: 10, 천억: 11, 조: 12,
  K: 3, THOUSAND: 3, M: 6, MN: 6, MIL: 6, MILLION: 6, BN: 9, BILLION: 9,
};
const signs = { "US$": "USD", $: "USD", 불: "USD", 달러: "USD", "₩": "KRW", 원: "KRW", "€": "EUR", 유로: "EUR", 엔: "JPY", 위안: "CNY" };
const figure = "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?";
const scale = "(?:[십백천]?[만억]|[십백천조]|K|THOUSAND|MILLION|MIL|MN|M|BILLION|BN)";
const typed = new RegExp(`^(US\\$|[$₩€]|[A-Z]{3})?((?:${figure}${scale})*(?:${figure})?)(US\\$|[$₩€]|불|달러|원|유로|엔|위안|[A-Z]{3})?$`);
const places = 24;

/** What the server can count to, in 10^-24. */
const largest = (2n ** 96n - 1n) * 10n ** BigInt(places);

/** Exactly, in 10^-24: nothing is calculated in floating point. */
function exact(digits, zeros) {
  const [whole, part = ""] = digits.replaceAll(",", "").split(".");
  return BigInt(whole + part.padEnd(places, "0")) * 10n ** BigInt(zeros);
}

/**
 * The amount in digits and the currency that the text names, or null where it is no amount.
 * @param {string} text as typed
 * @param {string} size of the chosen unit: "10000"
 * @param {string[]} known codes of currencies
 */
export function readAmount(text, size, known) {
  if (text.length > 40) return null;
  const found = typed.exec(text.normalize("NFKC").toUpperCase().replace(/\s/g, ""));
  if (!found?.[2]) return null;
  const named = [found[1], found[3]].filter(Boolean).map(sign => signs[sign] ?? (known.includes(sign) ? sign : null));
  if (named.includes(null) || new Set(named).size > 1) return null;
  const parts = [...found[2].matchAll(new RegExp(`(${figure})(${scale})?`, "g"))];
  let sum = 0n, ceiling = null;
  for (const [, digits, name] of parts) {
    const zeros = name ? scales[name] : parts.length === 1 && named.length === 0 ? size.length - 1 : 0;
    if (digits.length > 20 || (parts.length > 1 && digits.includes("."))) return null;
    const value = exact(digits, zeros);
    if (value * 2n > largest || (ceiling !== null && value >= ceiling)) return null;
    sum += value;
    ceiling = exact("1", zeros);
  }
  const all = sum.toString().padStart(places + 1, "0");
  const rest = all.slice(-places).replace(/0+$/, "");
  return { amount: all.slice(0, -places) + (rest ? `.${rest}` : ""), currency: named[0] ?? null };
}
