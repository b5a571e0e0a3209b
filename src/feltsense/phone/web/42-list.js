// The exercises: a way to find one by a word, what was left in the middle, then by what would help.
const LENGTHS = [["any", 0, Infinity], ["up to 5 min", 0, 5.5], ["6 to 10", 5.5, 10.5], ["longer", 10.5, Infinity]];
const FEW = 8; // so many are shown at once; more are folded under what would help, and can be looked for
let typed = "";
let chosenLength = 0;

views.list = () => {
  const many = listed().length > FEW;
  const asked = data.courses.filter((course) => course.asked);
  const others = data.courses.filter((course) => !course.asked);
  return [
    head("What would help?"), ...suggested(), ...leftOpen(), ...asked.map(courseShown), ...groupsShown(!many, asked.length > 0),
    ...(many ? [finder()] : []), ...(others.length ? [paragraph("Several that belong together", "hush label")] : []),
    ...others.map(courseShown), listFoot(),
  ];
};

// What may be found by a word or a length is below: most people know neither at eleven in the evening.
function finder() {
  const found = make("div", { role: "status" });
  const search = make("input", {
    type: "search", id: "search", value: typed, autocomplete: "off", enterkeyhint: "search",
    oninput: () => { typed = search.value; showFound(found); },
  });
  const choose = (at) => { chosenLength = at; showFound(found); };
  const lengths = choices("How long", "length", LENGTHS.map(([text], at) => [text, at]), chosenLength, choose);
  showFound(found);
  return folded("Find by a word or a length", make("div", { className: "find" },
    make("label", { htmlFor: "search", className: "soft" }, "A word for it"), search, lengths, found),
  isNarrowed());
}

function suggested() {
  const text = suggestion();
  return text ? [make("p", { className: "card" }, text)] : [];
}

// A practice that was left in the middle, or before it was said how it is now, can still be closed.
function leftOpen() {
  const record = openPractice();
  if (!record) return [];
  const close = () => { markDone(record.uid); sendHome(); box.remove(); };
  const whole = heardToItsEnd(record);
  const canBeGoneOnWith = !whole && record.ended === "interrupted" && canGoOn(record);
  const box = make("section", { className: "card", "aria-label": "Left open" },
    paragraph(leftOpenInWords(record, whole)),
    buttons(
      canBeGoneOnWith && button("Go on", () => goOn(record), "main"),
      button("Say how it is now", () => go(`#after/${record.uid}`), canBeGoneOnWith ? null : "main"),
      button("Leave it so", close)));
  return [box];
}

function leftOpenInWords(record, whole) {
  const far = `${record.title}, heard up to ${clock(record.heard_ms)}`;
  if (whole) return `${record.title}: heard to its end; you can still say how it is.`;
  if (record.ended === "early") return `${far}: ended early; you can still say how it is.`;
  return `${far}: left in the middle, and all you said is kept.`;
}

function isNarrowed() {
  return typed.trim() !== "" || chosenLength !== 0;
}

function showFound(place) {
  const fits = isNarrowed() ? listed().filter((index) => isFound(exercises[index])) : [];
  const none = "Nothing here has that. Another word, or any length, may find more.";
  if (fits.length) place.replaceChildren(rows(fits));
  else place.replaceChildren(...(isNarrowed() ? [paragraph(none, "soft")] : []));
}

function isFound(exercise) {
  const [, over, upTo] = LENGTHS[chosenLength];
  const minutes = exercise.length / MINUTE;
  const groups = data.groups.filter((group) => group.items.includes(exercises.indexOf(exercise)));
  const text = [exercise.title, exercise.summary, exercise.practice, ...groups.map((group) => group.title)];
  const here = text.join(" ").toLowerCase();
  return minutes > over && minutes <= upTo && typed.toLowerCase().split(/\s+/).every((word) => here.includes(word));
}

// Beside a course that was asked for, the same exercises once more are folded.
function groupsShown(open, beside) {
  const groups = data.groups.filter((group) => group.items.length);
  if (!groups.length) return [rows(listed())];
  const shown = groups.map((group) => folded(group.title, rows(group.items), !beside && (open || groups.length === 1)));
  return beside ? [paragraph("By what would help", "hush label"), ...shown] : shown;
}

// What the page was made for is open; any other course is there to be looked at.
function courseShown(course) {
  const items = course.items.map(({ index, why }) => row(index, why));
  const content = make("div", {}, paragraph(course.about, "soft"), make("ol", { className: "rows" }, items));
  return folded(course.title, content, course.asked);
}

function folded(title, content, open = false) {
  return make("details", { open }, make("summary", {}, make("h3", {}, title)), content);
}

// One row for an exercise in all its lengths.
function rows(indexes) {
  const firsts = [...new Set(indexes.map((index) => lengthsOf(index)[0]))];
  return make("ul", { className: "rows" }, firsts.map((index) => row(index, exercises[index].summary, exercises[index].lang)));
}

function row(index, text, lang = null) {
  const long = lengthsOf(index).map((at) => minutesInWords(exercises[at].length)).join(", ");
  return make("li", {},
    make("a", { href: `#e/${index}` },
      make("span", { className: "name", lang: nameLanguage(exercises[index]) }, exercises[index].title), make("span", { className: "long" }, long),
      text ? make("span", { className: "soft", lang }, text) : null));
}

function listFoot() {
  return make("footer", {}, paragraph(words.no_treatment, "hush"));
}
