// What this device keeps, each thing by the user it belongs to. Nothing is said to be saved before it has reached the disk.

import { openDB } from "../../lib/idb/index.js";

const strict = { durability: "strict" };
const person = "trademission.user";
const channel = "BroadcastChannel" in self ? new BroadcastChannel("trademission-offline") : null;
let opened;

const database = () => opened ??= openDB("trademission", 1, {
  upgrade(db) {
    db.createObjectStore("kits", { keyPath: ["userId", "missionId"] });
    db.createObjectStore("drafts", { keyPath: ["userId", "missionId"] });
    db.createObjectStore("records", { keyPath: "clientId" }).createIndex("user", "userId");
  },
});

/** Who uses this device; a page from the server says so, signing out ends it. */
export const who = () => JSON.parse(localStorage.getItem(person) ?? "null");
export const remember = user => localStorage.setItem(person, JSON.stringify(user));

const changes = new EventTarget();
export const onChange = heard => {
  changes.addEventListener("change", heard);
  channel?.addEventListener("message", heard);
};
function changed() {
  changes.dispatchEvent(new Event("change"));
  channel?.postMessage("change");
}

export const kit = async (userId, missionId) => (await database()).get("kits", [userId, missionId]);
export async function keepKit(missionId, kit) {
  await (await database()).put("kits", { ...kit, missionId });
}

export const draft = async (userId, missionId) => (await database()).get("drafts", [userId, missionId]);
export const keepDraft = async draft => (await database()).put("drafts", draft);

/** This user's records that wait, oldest first. */
export async function records(userId) {
  const all = await (await database()).getAllFromIndex("records", "user", userId);
  return all.sort((one, other) => one.at - other.at);
}

/** How many records of other users wait here; their content is nobody else's business. */
export async function othersCount(userId) {
  const db = await database();
  return await db.count("records") - await db.countFromIndex("records", "user", userId);
}

export const nextToSend = async userId => (await records(userId)).find(record => record.state === "waiting");

/** Keeps a record and drops the draft that it was made from, both or neither. */
export async function keep(record) {
  const transaction = (await database()).transaction(["records", "drafts"], "readwrite", strict);
  const records = transaction.objectStore("records");
  const before = await records.get(record.clientId);
  if (before && before.userId !== record.userId) {
    transaction.abort();
    await transaction.done.catch(() => {});
    throw new Error("somebody else's");
  }
  await records.put({ ...record, at: before?.at ?? record.at, revision: (before?.revision ?? 0) + 1 });
  await transaction.objectStore("drafts").delete([record.userId, record.missionId]);
  await transaction.done;
  changed();
}

/** Changes a record if it still is what the caller has seen: somebody may have edited it while it was being sent. */
export async function change(seen, make) {
  const transaction = (await database()).transaction("records", "readwrite", strict);
  const now = await transaction.store.get(seen.clientId);
  if (now) {
    const next = make(now, now.revision === seen.revision);
    await (next ? transaction.store.put(next) : transaction.store.delete(now.clientId));
  }
  await transaction.done;
  changed();
}
