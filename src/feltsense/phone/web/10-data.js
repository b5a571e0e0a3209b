// What the page was made of: exercises, words and helplines. Nothing else is ever loaded, except the audio itself.
const data = JSON.parse(document.getElementById("data").textContent);
const exercises = data.exercises;
const words = data.words;

// Starts of words come as steps of 10 ms from one to the next, which halves their weight: here they become ms.
for (const [, , , starts] of exercises.flatMap((exercise) => exercise.phrases)) {
  let at = 0;
  starts.forEach((step, number) => { starts[number] = (at += step) * 10; });
}

const SCALES = ["distress", "connection"];
const GENTLE = { orienting: data.rescue, feet: data.feet };

// How close an exercise goes, by its tier.
const CLOSENESS = {
  1: "It stays with what is around you.",
  2: "It goes inward, with something steady to come back to.",
  3: "It goes closer to what is tender; best on a day with some room.",
};

function minutesInWords(ms) {
  const minutes = Math.max(0.5, Math.round(ms / 30000) / 2);
  return `${String(minutes).replace(".5", "½").replace(/^0½/, "½")} min`;
}

function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = String(seconds % 60).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

// A clock as it is read aloud: "1 minute 20 seconds" rather than "one twenty".
function spokenClock(ms) {
  const seconds = Math.floor(ms / 1000);
  const parts = [[Math.floor(seconds / 60), "minute"], [seconds % 60, "second"]];
  const said = parts.filter(([count]) => count).map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`);
  return said.join(" ") || "the beginning";
}

// One exercise may be here in several lengths; those share their slug.
function lengthsOf(index) {
  const slug = exercises[index].slug;
  const all = exercises.map((_, at) => at).filter((at) => exercises[at].slug === slug);
  return all.sort((one, other) => exercises[one].length - exercises[other].length);
}

// What can be chosen: pieces that are here only for "ground me now" are not.
function listed() {
  const shown = new Set(data.groups.flatMap((group) => group.items));
  return exercises.map((_, at) => at).filter((at) => shown.has(at) || !exercises[at].rescue);
}

function isInner(exercise) {
  return exercise.tier >= words.inner_tier;
}
