// "Prepare this mission": what the entry page needs without a network, and the buyers found in it while somebody types.

import * as store from "./store.js";

export const isPossible = () => isSecureContext && "serviceWorker" in navigator && "locks" in navigator && "indexedDB" in self && "caches" in self;

const addressOf = missionId => `/missions/${missionId}/consultations/new`;

/** Stores the kit, then the page itself; false where either is missing. */
export async function prepare(user, missionId) {
  try {
    if (!await refresh(user, missionId)) return false;
    await install(missionId);
    await navigator.storage?.persist?.();
    return true;
  } catch {
    return false;
  }
}

/** Fetches the kit anew; it is kept only if it is this user's. */
export async function refresh(user, missionId) {
  const answer = await fetch(`/api/missions/${missionId}/kit`, { cache: "no-store", redirect: "error" });
  if (!answer.ok) return null;
  const kit = await answer.json();
  if (kit.userId !== user.id) return null;
  await store.keepKit(missionId, kit);
  return kit;
}

/** Done when the worker has stored the page and answers for it. */
export async function install(missionId) {
  const registration = await navigator.serviceWorker.register("/offline/worker.js", { scope: addressOf(missionId), updateViaCache: "none" });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  await new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") resolve();
      else if (worker.state === "redundant") reject(new Error("The worker could not store the page."));
    };
    worker.addEventListener("statechange", look);
    look();
  });
  registration.active?.postMessage({ language: document.documentElement.lang });
}

/** As the server folds names: no case, Latin letters without their marks; Korean by its letters, so that half a syllable is the beginning of a whole one. */
export const fold = text => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replaceAll("\u0111", "d").replace(/\s+/g, " ").trim();

/** Without vowels and final consonants, which Korean letters have places of their own for. */
const initialsOf = folded => folded.replace(/[\u1161-\u11ff ]/g, "");
const areInitials = word => /^[\u1100-\u1112]+$/.test(word);

/** The buyers on this device whose names hold every word typed, or its initials; in the form in which the server answers. */
export function find(kit, typed) {
  const words = fold(typed).split(" ").filter(word => word);
  if (words.length === 0) return [];
  const holds = (buyer, word) => buyer.folded.includes(word) || (areInitials(word) && buyer.initials.includes(word));
  kit.searched ??= kit.buyers.map(buyer => {
    const folded = fold([buyer.name, buyer.nameOther].filter(name => name).join(" "));
    return { ...buyer, folded, initials: initialsOf(folded) };
  });
  return kit.searched.filter(buyer => words.every(word => holds(buyer, word)))
    .sort((one, other) => (isCalled(other, typed) - isCalled(one, typed)) || one.name.length - other.name.length)
    .slice(0, 8)
    .map(buyer => ({ id: buyer.id, name: buyer.name, marks: [], detail: [buyer.nameOther, buyer.country, buyer.city].filter(part => part).join(" · "), credit: "", blocked: buyer.blocked, good: false }));
}

const isCalled = (buyer, typed) => fold(buyer.name) === fold(typed) || fold(buyer.nameOther ?? "") === fold(typed);

/** The one buyer who is called exactly so, as on the server. */
export function called(kit, typed) {
  const found = kit.buyers.filter(buyer => isCalled(buyer, typed));
  return found.length === 1 ? found[0] : null;
}
