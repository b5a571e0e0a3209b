// When a practice has stirred something up, and what is suggested next: the rules of practice/safety.py.
const LOOKED_AT = 3;
const OF_THEM = 2;

// That "ground me now" was used is no reason: it is there to be used, and what was felt then is asked afterwards.
function stirredUp(before, after) {
  const rise = before.distress !== null && after.distress !== null && after.distress - before.distress >= words.rise;
  return rise || (after.distress !== null && after.distress >= words.high) || after.too_much === "yes";
}

function roseIn(record) {
  return stirredUp(record.before, record.after);
}

// Returns what the last practices suggest, in words; empty when they suggest nothing.
function suggestion() {
  const newestFirst = practices().reverse().filter(wasPlayed);
  const inner = newestFirst.filter((each) => each.tier >= words.inner_tier).slice(0, LOOKED_AT);
  if (inner.filter(roseIn).length >= OF_THEM) return words.pause;
  const last = newestFirst[0];
  if (!last) return "";
  if (roseIn(last)) return words.tier_one_next;
  return last.rescued_at_ms !== null ? words.after_rescue : "";
}

function offersGentler(exercise, before) {
  return isInner(exercise) && before.distress !== null && before.distress >= words.high;
}

// The gentle pieces that are in this page, as `[id, index, words]`, without those just heard.
function gentlePieces(heard = []) {
  const named = words.help.filter(({ id }) => id in GENTLE);
  const found = named.map(({ id, text }) => [id, GENTLE[id], text]);
  return found.filter(([, index]) => index !== null && index !== undefined && !heard.includes(exercises[index].slug));
}
