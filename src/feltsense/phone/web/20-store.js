// What is kept on this phone. Every access may throw (private windows, blocked or full storage); then it is kept in
// memory as long as the page lives, and that is said once.
const KEYS = {
  done: "feltsense.done", // uids of practices to which nothing more will be said
  sent: "feltsense.sent", // uids of what has come home, each with a mark of what was sent
  told: "feltsense.told", // what is told only once
  people: "feltsense.people", // someone I trust
  aside: "feltsense.set-aside", // what was found under our names and is none of ours
};
const PRACTICE = "feltsense.practice."; // and its uid: what the listener did, a record of the journal's export
const memory = new Map();
let storageTrouble = false;

const NOT_KEPT = "This browser keeps nothing for this page just now, so your answers are gone when it is closed. "
  + "“Take it home” in the journal saves them as a file.";
const SET_ASIDE = "Something kept here could not be read. It was set aside, and everything else is as it was.";

function readText(key) {
  if (memory.has(key)) return memory.get(key);
  try {
    return localStorage.getItem(key);
  } catch {
    storageTroubled();
    return null;
  }
}

function writeText(key, text) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    memory.delete(key);
  } catch {
    memory.set(key, text);
    storageTroubled();
  }
}

function storageTroubled() {
  if (!storageTrouble) tell(NOT_KEPT);
  storageTrouble = true;
}

// Returns what is kept under a key; `fallback` where there is nothing, or nothing of ours.
function read(key, fallback, fits) {
  const text = readText(key);
  if (text === null) return fallback;
  try {
    const found = JSON.parse(text);
    if (fits(found)) return found;
  } catch {
    // not JSON: it is set aside below
  }
  setAside(text);
  writeText(key, null);
  return fallback;
}

function write(key, value) {
  writeText(key, JSON.stringify(value));
}

// Nothing that somebody may miss is overwritten: it waits under another name, and goes with "delete everything".
function setAside(text) {
  const before = readText(KEYS.aside);
  if (before === null || !before.includes(text)) writeText(KEYS.aside, before === null ? text : `${before}\n${text}`);
  tell(SET_ASIDE);
}

function isObject(found) {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}

function isTexts(found) {
  return Array.isArray(found) && found.every((each) => typeof each === "string");
}

// --- practices ------------------------------------------------------------------------------------------------------
// Each stands under a name of its own: what is written of one never takes another away, also where two tabs write, or
// where a browser under load shows what it keeps late (Chromium does so after a reload).

function practiceKeys() {
  const keys = new Set(memory.keys());
  try {
    for (let at = 0; at < localStorage.length; at += 1) keys.add(localStorage.key(at));
  } catch {
    storageTroubled();
  }
  return [...keys].filter((key) => key.startsWith(PRACTICE));
}

function practiceOf(uid) {
  return read(PRACTICE + uid, null, (found) => isRecord(found) && found.uid === uid);
}

// Returns all practices, oldest first. They are read anew each time: another tab may have written meanwhile.
function practices() {
  const found = practiceKeys().map((key) => practiceOf(key.slice(PRACTICE.length))).filter((each) => each !== null);
  const began = (each) => Date.parse(each.began_at);
  return found.sort((one, other) => began(one) - began(other) || (one.uid < other.uid ? -1 : 1));
}

function writePractice(record) {
  write(PRACTICE + record.uid, record);
}

// Changes one practice in place. One that was deleted meanwhile, here or in another tab, stays deleted.
function changePractice(uid, change) {
  const record = practiceOf(uid);
  if (!record) return null;
  change(record);
  writePractice(record);
  return record;
}

function deletePractice(uid) {
  writeText(PRACTICE + uid, null);
  write(KEYS.done, doneUids().filter((each) => each !== uid));
  const sent = sentMarks();
  delete sent[uid];
  write(KEYS.sent, sent);
}

// Deletes all that was said and done here; the people whom somebody trusts are no part of it.
function deleteEverything() {
  for (const key of [...practiceKeys(), KEYS.done, KEYS.sent, KEYS.aside]) writeText(key, null);
}

function doneUids() {
  return read(KEYS.done, [], isTexts);
}

function markDone(uid) {
  const done = doneUids();
  if (!done.includes(uid)) write(KEYS.done, [...done, uid]);
}

function sentMarks() {
  return read(KEYS.sent, {}, isObject);
}

// --- what is told once, and people ----------------------------------------------------------------------------------

function wasTold(what) {
  return read(KEYS.told, [], isTexts).includes(what);
}

function markTold(what) {
  if (!wasTold(what)) write(KEYS.told, [...read(KEYS.told, [], isTexts), what]);
}

function people() {
  const fits = (found) => Array.isArray(found)
    && found.every((each) => isObject(each) && typeof each.name === "string" && typeof each.how === "string");
  return read(KEYS.people, [], fits);
}
