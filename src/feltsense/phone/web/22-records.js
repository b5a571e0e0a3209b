// Practices as records of the journal's export, form 1: what `feltsense journal import` reads.
const OUTCOMES = ["whole", "early", "interrupted"];
const TOO_MUCH = ["no", "bit", "yes"];
const SECOND = 1000;
const MINUTE = 60000;
const DAY = 24 * 60 * MINUTE;

// Returns this moment as YYYY-MM-DDTHH:MM:SS±HH:MM: the hour that it is where the listener is, with its offset.
function localTime(now = new Date()) {
  const ahead = -now.getTimezoneOffset(); // its sign is the other way round
  const two = (number) => String(Math.floor(Math.abs(number))).padStart(2, "0");
  const year = String(now.getFullYear()).padStart(4, "0");
  const day = `${year}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const time = `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
  return `${day}T${time}${ahead < 0 ? "-" : "+"}${two(ahead / 60)}:${two(ahead % 60)}`;
}

// Returns 32 hexadecimal digits. `crypto.randomUUID` is missing on plain http in a home network; this is there.
function newUid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function emptyCheckIn() {
  return { distress: null, connection: null, place: null, word: null, too_much: null, note: "", said_at: null };
}

function newRecord(exercise) {
  return {
    uid: newUid(),
    slug: exercise.slug,
    title: exercise.title,
    script_sha256: exercise.sha,
    voice: exercise.voice,
    tier: exercise.tier,
    asked_ms: exercise.asked,
    length_ms: exercise.length,
    began_at: localTime(),
    heard_ms: 0,
    ended_at: null,
    ended: "interrupted", // until an end is known; a page that is closed in the middle leaves it so
    rescued_at_ms: null,
    wording: words.wording,
    note_written_at: null,
    before: emptyCheckIn(),
    after: emptyCheckIn(),
  };
}

// --- reading back ---------------------------------------------------------------------------------------------------

function isRecord(found) {
  if (!isObject(found)) return false;
  const texts = ["slug", "title", "script_sha256", "voice"].every((name) => typeof found[name] === "string");
  const whole = ["tier", "heard_ms", "wording"].every((name) => isWhole(found[name]));
  const maybe = ["asked_ms", "length_ms", "rescued_at_ms"].every((name) => found[name] === null || isWhole(found[name]));
  const moments = ["ended_at", "note_written_at"].every((name) => found[name] === null || isMoment(found[name]));
  return /^[0-9a-f]{32}$/.test(found.uid) && texts && whole && maybe && moments && isMoment(found.began_at)
    && OUTCOMES.includes(found.ended) && isCheckIn(found.before) && isCheckIn(found.after);
}

function isCheckIn(found) {
  if (!isObject(found)) return false;
  const scales = SCALES.every((name) => found[name] === null || (isWhole(found[name]) && found[name] <= 10));
  const texts = ["place", "word"].every((name) => found[name] === null || typeof found[name] === "string");
  const tooMuch = found.too_much === null || TOO_MUCH.includes(found.too_much);
  return scales && texts && tooMuch && typeof found.note === "string"
    && (found.said_at === null || isMoment(found.said_at));
}

function isWhole(found) {
  return Number.isSafeInteger(found) && found >= 0;
}

function isMoment(found) {
  return typeof found === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(found)
    && !Number.isNaN(Date.parse(found));
}

// --- what a practice is, as the journal at home understands it --------------------------------------------------------

// Whether it came to a practice: false where somebody checked in and nothing was heard.
function wasPlayed(record) {
  const later = [record.after.distress, record.after.connection, record.after.too_much];
  return record.heard_ms > 0 || record.ended === "whole" || record.rescued_at_ms !== null
    || later.some((answer) => answer !== null);
}

function isEmpty(said) {
  return !said.note && [...SCALES, "place", "word", "too_much"].every((name) => said[name] === null);
}

function age(record) {
  return Date.now() - Date.parse(record.began_at);
}

// Whether all of it was heard, also where a page was closed in its last moment.
function heardToItsEnd(record) {
  return record.ended === "whole" || (record.length_ms !== null && record.heard_ms >= record.length_ms - SECOND);
}

// The newest practice that was left open, in the middle or before it was said how it is; after a day it stays as it is.
// Of what was not heard for a second, nothing is left to go on with, or to say.
function openPractice() {
  const done = doneUids();
  const isOpen = (each) => (each.ended === "interrupted" ? each.heard_ms >= SECOND : wasPlayed(each));
  const may = (each) => !done.includes(each.uid) && age(each) < DAY && age(each) > -DAY;
  return practices().reverse().find((each) => may(each) && isOpen(each)) || null;
}

// The journal's export, form 1. Its first words are those by which `feltsense` knows such a file.
function exportText(records) {
  return `{"format": "feltsense journal", "version": 1, "notes": true, "practices": ${JSON.stringify(records, null, 1)}}\n`;
}
