// What can honestly be said of numbers before and after: little from few, never a percentage, never praise. It says
// the same as the journal at home (journal/insight.py), word for word.
const ENOUGH_FOR_A_RANGE = 5;
const ENOUGH_FOR_AN_INTERVAL = 10;
const SMALL = 2; // a change smaller than this comes and goes by itself
const COVERAGE = 0.95;
const SO_SMALL = "So small a change comes and goes by itself.";
const DRIFT = "People often begin when things are high, and high numbers tend to come down by themselves. "
  + "So these numbers cannot tell what an exercise did; only what you noticed.";
const NO_REGION = ["all over", "nowhere", "numb"];
const SCALE_WORDS = {
  distress: { name: "Distress", short: "distress", down: "lower", up: "higher", downAfter: "lower after", upAfter: "higher" },
  connection: {
    name: "Alone or connected",
    short: "alone–connected",
    down: "nearer to alone",
    up: "nearer to connected",
    downAfter: "nearer to alone after",
    upAfter: "nearer to connected",
  },
};

// --- one practice -----------------------------------------------------------------------------------------------------

// Returns what was said before and after one practice, a line each.
function checkInsInWords(before, after) {
  const lines = SCALES.map((field) => scaleInWords(field, before[field], after[field]));
  lines.push(noticedInWords("Before", before), noticedInWords("After", after));
  const said = lines.filter(Boolean);
  return said.length ? said : ["Nothing was said before or after, and that is fine."];
}

// The same of a check-in that nothing followed.
function checkInInWords(said) {
  const given = SCALES.filter((field) => said[field] !== null);
  const numbers = given.map((field) => `${SCALE_WORDS[field].name}: ${said[field]}.`);
  return [...numbers, noticedInWords("Noticed", said)].filter(Boolean);
}

function scaleInWords(field, before, after) {
  const name = SCALE_WORDS[field].name;
  if (before === null && after === null) return "";
  if (after === null) return `${name}: ${before} before, not said after.`;
  if (before === null) return `${name}: not said before, ${after} after.`;
  return `${name}: ${before} before, ${after} after. ${differenceInWords(field, after - before)}`;
}

function differenceInWords(field, difference) {
  if (difference === 0) return "The same number.";
  if (Math.abs(difference) < SMALL) return SO_SMALL;
  return `${changeInWords(field, difference)} than before.`;
}

function noticedInWords(when, said) {
  const place = said.place && (NO_REGION.includes(said.place) ? said.place : `in the ${said.place}`);
  const parts = [place, said.word].filter(Boolean).join(", ");
  return parts ? `${when}: ${parts}.` : "";
}

function changeInWords(field, change) {
  if (change === 0) return "the same";
  const direction = change < 0 ? SCALE_WORDS[field].down : SCALE_WORDS[field].up;
  const size = Math.abs(change);
  if (Number.isInteger(size)) return `${size} ${direction}`;
  const least = Math.floor(size);
  return `between ${least || "the same"} and ${least + 1} ${direction}`;
}

// --- many practices ---------------------------------------------------------------------------------------------------

// Returns what can be said of one scale over all practices, a sentence each.
function scaleSentences(field, records) {
  const differences = records.map((each) => difference(each, field));
  const changes = differences.filter((each) => each !== null).sort((one, other) => one - other);
  return changesInWords(field, changes, differences.length - changes.length);
}

function difference(record, field) {
  const [before, after] = [record.before[field], record.after[field]];
  return before === null || after === null ? null : after - before;
}

// Args: the scale; changes in rising order; in how many practices one of the numbers was not said.
function changesInWords(field, changes, missing) {
  const name = SCALE_WORDS[field].name;
  const count = changes.length;
  const found = [];
  if (count) found.push(countsInWords(field, changes));
  else found.push(`${name}: no practice with a number before and after yet.`);
  if (missing) found.push(`Not said before or after: ${missing}.`);
  if (count >= ENOUGH_FOR_A_RANGE) {
    const middle = (changes[Math.floor((count - 1) / 2)] + changes[Math.floor(count / 2)]) / 2;
    found.push(`The change in the middle: ${changeInWords(field, middle)}.${spreadInWords(field, changes)}`);
    if (Math.abs(middle) > 0 && Math.abs(middle) < SMALL) found.push(SO_SMALL);
  }
  return found;
}

function countsInWords(field, changes) {
  const { name, downAfter, upAfter } = SCALE_WORDS[field];
  const lower = changes.filter((change) => change < 0).length;
  const higher = changes.filter((change) => change > 0).length;
  const same = changes.length - lower - higher;
  return `${name}: ${downAfter} in ${lower} of ${changes.length}, same in ${same}, ${upAfter} in ${higher}.`;
}

function spreadInWords(field, changes) {
  const count = changes.length;
  const interval = count >= ENOUGH_FOR_AN_INTERVAL ? medianInterval(changes) : null;
  const [low, high] = interval || [changes[0], changes[count - 1]];
  if (interval === null) {
    return low === high ? " All of them were so." : ` The changes reach from ${joined(field, low, high, " to ")}.`;
  }
  if (low === high) return ` ${count} practices are enough to say so.`;
  const reach = high - low === 1 ? joined(field, low, high, " or ") : `anything from ${joined(field, low, high, " to ")}`;
  return ` ${count} practices cannot tell it for sure; it may be ${reach}.`;
}

// Two changes with something between; what both are called alike is said once.
function joined(field, low, high, between) {
  let [one, other] = [changeInWords(field, low), changeInWords(field, high)];
  if (low < 0 && high < 0) one = String(Math.abs(low));
  else if (low > 0 && high > 0) one = String(low);
  return one + between + other;
}

// The narrowest interval of order statistics that holds the median with at least COVERAGE (the sign test, turned
// round): the k-th smallest and largest of n hold it with the chance that n even coins show k to n - k heads.
// Four times the root of n from the middle, eight standard deviations, nothing is left that could be added; from there
// on the chance is no number too small to be written, which 2 ** -n is above 1074 changes.
function medianInterval(changes) {
  const count = changes.length;
  const first = Math.max(1, Math.floor(count / 2) - 4 * Math.floor(Math.sqrt(count)));
  let [chance, halves] = [2, count];
  for (let k = 1; k < first; k += 1) {
    chance = (chance * (count - k + 1)) / k;
    for (; chance > 1 && halves > 0; halves -= 1) chance /= 2;
  }
  chance *= 0.5 ** halves;
  let outside = 0;
  let best = null;
  for (let k = first; k < Math.floor(count / 2) + 1; k += 1) {
    outside += chance;
    chance = (chance * (count - k + 1)) / k;
    if (1 - outside < COVERAGE) break;
    best = [changes[k - 1], changes[count - k]];
  }
  return best;
}
