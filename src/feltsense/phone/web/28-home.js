// Check-ins go home, to the computer that shares this page, where the page was made to do so. Nothing is deleted here.
const AT_MOST = 100; // records in one letter, and bytes of them: well below what is taken at once
const BYTES = 100000;
let sending = null;

function comesHome() {
  return data.home !== null && location.protocol !== "file:";
}

// A short mark of what was sent: a practice that changed since goes home again.
function markOf(record) {
  let hash = 0x811c9dc5; // FNV-1a
  for (const character of JSON.stringify(record)) {
    hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193) >>> 0;
  }
  return hash.toString(16);
}

// What is to go home: practices that have ended, or began over a day ago. While somebody answers, what they say waits:
// of two answers to one question the first would stay at home.
function waiting() {
  const [done, sent] = [doneUids(), sentMarks()];
  const isOver = (each) => done.includes(each.uid) || each.ended !== "interrupted" || Math.abs(age(each)) > DAY;
  const isAnswered = (each) => shown === `#after/${each.uid}` && each.uid in sent && !done.includes(each.uid);
  return practices().filter((each) => isOver(each) && !isAnswered(each) && sent[each.uid] !== markOf(each));
}

// Sends what waits. Returns "" when all has come home, else what is to be said.
function sendHome() {
  if (!comesHome()) return Promise.resolve("");
  sending = sending || sendAll().finally(() => { sending = null; });
  return sending;
}

async function sendAll() {
  for (;;) {
    const letter = nextLetter();
    if (!letter.length) return "";
    const trouble = await sendLetter(letter);
    if (trouble) return trouble;
  }
}

function nextLetter() {
  const letter = [];
  let bytes = 0;
  for (const record of waiting().slice(0, AT_MOST)) {
    bytes += new TextEncoder().encode(exportText([record])).length;
    if (letter.length && bytes > BYTES) break;
    letter.push(record);
  }
  return letter;
}

async function sendLetter(letter) {
  try {
    const answer = await fetch(data.home, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: exportText(letter),
      credentials: "omit",
    });
    if (!answer.ok) return REFUSED;
    const { received } = await answer.json();
    return isTexts(received) && markSent(letter, received) ? "" : REFUSED;
  } catch {
    return UNREACHED;
  }
}

const REFUSED = "The computer that shares this page did not take your answers. They are kept here; "
  + "“Take it home” in the journal saves them as a file.";
const UNREACHED = "The computer that shares this page cannot be reached just now. Your answers are kept here "
  + "and go there when this page is opened again.";

function markSent(letter, received) {
  const sent = sentMarks();
  const arrived = letter.filter((each) => received.includes(each.uid));
  for (const record of arrived) sent[record.uid] = markOf(record);
  write(KEYS.sent, sent);
  return arrived.length > 0; // nothing arrived: asking again at once would go on forever
}
