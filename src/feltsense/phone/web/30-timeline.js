// What is going on at one moment of an exercise, by its timeline. Pure: the same moment gives the same answer.
const LINGER = 6000; // ms for which a phrase is still shown when it is over

// The last row of `rows`, sorted by their starts, that has begun at `ms`; -1 before the first.
function lastBegun(rows, ms, startOf) {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(rows[middle]) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

// The phrase that is heard or was heard just now, and how many of its words have begun; null in a longer quiet.
function phraseAt(exercise, ms) {
  const at = lastBegun(exercise.phrases, ms, (phrase) => phrase[0]);
  if (at < 0) return null;
  const [start, length, text, offsets] = exercise.phrases[at];
  const count = text.split(" ").length;
  if (ms > start + length + LINGER) return null;
  const over = ms >= start + length;
  const begun = over || !offsets.length ? count : lastBegun(offsets, ms - start, (offset) => offset) + 1;
  return { at, text, begun, over };
}

// The breath at a moment: its phase, how far the phase is (0 to 1) and how wide the pacer is (0 to 1); null outside.
function breathAt(exercise, ms) {
  const at = lastBegun(exercise.breaths, ms, (breath) => breath[0]);
  if (at < 0) return null;
  const [start, length, phase, round, rounds] = exercise.breaths[at];
  if (ms >= start + length) return null;
  const part = (ms - start) / length;
  const eased = (1 - Math.cos(Math.PI * part)) / 2;
  const wide = { in: eased, out: 1 - eased }[phase];
  return { at, phase, round, rounds, part, wide: wide === undefined ? heldWidth(exercise, at) : wide };
}

// While the breath is held the pacer stays as the breath before it left it.
function heldWidth(exercise, at) {
  for (let before = at - 1; before >= 0; before -= 1) {
    const phase = exercise.breaths[before][2];
    if (phase === "in") return 1;
    if (phase === "out") return 0;
  }
  return 0;
}

// The phases of the round that a breath belongs to: "in 4 · out 6".
function patternAt(exercise, at) {
  const round = exercise.breaths[at][3];
  let first = at;
  while (first > 0 && exercise.breaths[first - 1][3] === round) first -= 1;
  const phases = [];
  for (let next = first; next < exercise.breaths.length && exercise.breaths[next][3] === round; next += 1) {
    const [, length, phase] = exercise.breaths[next];
    phases.push(`${phase} ${Math.round(length / 100) / 10}`);
  }
  return phases.join(" · ");
}

function sectionAt(exercise, ms) {
  return Math.max(0, lastBegun(exercise.sections, ms, (section) => section[1]));
}
