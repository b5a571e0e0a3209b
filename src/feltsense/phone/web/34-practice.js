// The practice under way: what it is recorded as, how far it got, how it ended, and "ground me now".
const KEEP_EVERY = 2000; // ms of hearing between two writes of how far it got
let practice = null; // {index, uid (null until there is something to keep), asks, heard, kept, rescued}
let grounding = false; // whether the piece behind "ground me now" is heard
let heardLately = []; // slugs that are not offered again at once
let helpOpening = words.grounded;

function newPractice(index, asks) {
  practice = { index, uid: null, asks, heard: 0, kept: 0, rescued: false };
}

// Returns the record of the practice under way, made now if need be.
function keepPractice() {
  if (practice.uid === null) {
    const record = newRecord(exercises[practice.index]);
    practice.uid = record.uid;
    writePractice(record);
  }
  return practice.uid;
}

function recordAnswer(uid, when, field, value) {
  return changePractice(uid, (record) => {
    record[when][field] = value;
    record[when].said_at = isEmpty(record[when]) ? null : localTime();
  });
}

// Takes back what was said before, where nothing was heard: somebody went back, and there was no practice.
function withdraw() {
  const record = practice && practice.uid !== null && practiceOf(practice.uid);
  if (record && practice.heard === 0 && !wasPlayed(record)) deletePractice(practice.uid);
  practice = null;
}

function startPlaying() {
  keepPractice();
  const exercise = exercises[practice.index];
  grounding = false;
  load(practice.index);
  seekTo(practice.heard);
  showOnLockScreen(exercise);
  play();
  go("#play", true);
}

// Takes up a practice that was left in the middle, where it was left.
function goOn(record) {
  const index = exercises.findIndex((each) => each.slug === record.slug && each.length === record.length_ms);
  practice = { index, uid: record.uid, asks: true, heard: record.heard_ms, kept: record.heard_ms, rescued: false };
  startPlaying();
}

function canGoOn(record) {
  return exercises.some((each) => each.slug === record.slug && each.length === record.length_ms);
}

// How far it was really heard: where somebody only jumped to does not count until it plays there.
function noteHeard() {
  if (!practice || grounding || audio.paused || audio.seeking || loaded !== practice.index || practice.over) return;
  practice.heard = Math.max(practice.heard, Math.min(Math.round(position()), exercises[practice.index].length));
  if (practice.heard >= practice.kept + KEEP_EVERY) keepHeard();
}

function keepHeard() {
  if (!practice || practice.uid === null || practice.over) return;
  changePractice(practice.uid, (record) => { record.heard_ms = Math.max(record.heard_ms, practice.heard); });
  practice.kept = practice.heard;
}

function endPractice(outcome) {
  noteHeard();
  if (!practice || practice.over) return;
  const whole = outcome === "whole";
  if (whole) practice.heard = exercises[practice.index].length;
  keepHeard();
  practice.over = true;
  changePractice(practice.uid, (record) => {
    record.ended = whole || record.ended === "whole" ? "whole" : "early"; // what was whole once stays it
    record.ended_at = age(record) < 0 ? record.began_at : localTime(); // the phone's clock may have been set back
  });
  sendHome(); // who falls asleep now has it at home; what is said later goes after it, and trouble is told then
}

// What follows when playing is over: the questions, or, where none were asked before, the words.
function afterPlaying() {
  const { uid, asks } = practice;
  if (asks) go(`#after/${uid}`, true);
  else finish(uid);
}

// Nothing more will be said to this practice: it may go home, and what it asks for is shown.
function finish(uid) {
  markDone(uid);
  const record = practiceOf(uid);
  const rescued = practice !== null && practice.uid === uid && practice.rescued;
  if (practice && practice.uid === uid) practice = null;
  sendHome().then((trouble) => { if (trouble) tell(trouble); });
  if (record && roseIn(record)) offerHelp(words.stirred, rescued ? heardLately : [record.slug]);
  else go(record ? `#words/${uid}` : "#list", true);
}

function offerHelp(opening, heard) {
  helpOpening = opening;
  heardLately = heard;
  go("#help", true);
}

// --- ground me now ----------------------------------------------------------------------------------------------------

function groundNow() {
  if (grounding && (shown === "#here" || loaded === data.rescue)) { // not where something else was opened meanwhile
    if (fading === null) play();
    go("#here");
    return;
  }
  const during = shown === "#play" && practice !== null && practice.uid !== null && !practice.over;
  if (during && (practice.heard > 0 || !audio.paused)) recordRescue();
  grounding = true;
  heardLately = [practice && exercises[practice.index].slug, data.rescue !== null && exercises[data.rescue].slug];
  go("#here", during);
  if (data.rescue === null) fadeOut(() => null);
  else if (audio.paused) playRescue(); // in the tap itself: some browsers play nothing later
  else fadeOut(playRescue);
}

function recordRescue() {
  noteHeard();
  const at = Math.min(Math.round(position()), exercises[practice.index].length);
  practice.rescued = true;
  changePractice(practice.uid, (record) => { record.rescued_at_ms = record.rescued_at_ms ?? at; });
  endPractice("early");
}

function playRescue() {
  if (!grounding) return; // it was left while the voice faded
  loaded = null; // from its beginning, also where it was just heard
  load(data.rescue);
  showOnLockScreen(exercises[data.rescue]);
  play();
}

function groundingOver() {
  grounding = false;
  audio.pause();
  letSleep();
  offerHelp(words.grounded, heardLately);
}
