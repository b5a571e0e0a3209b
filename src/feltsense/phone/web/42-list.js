// The exercises: a way to find one by a word, what was left in the middle, then by what would help.
const LENGTHS = [["any", 0, Infinity], ["up to 5 min", 0, 5.5], ["6 to 10", 5.5, 10.5], ["longer", 10.5, Infinity]];
const FEW = 8; // so many are shown at once; more are folded under what would help, and can be looked for
let typed = "";
let chosenLength = 0;

views.list = () => {
  const many = listed().length > FEW;
  return [
    head("What would help?"), ...suggested(), ...leftOpen(), ...groupsShown(!many),
    ...(many ? [finder()] : []), ...coursesShown(), listFoot(),
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
  const middle = record.ended === "interrupted";
  const far = record.heard_ms ? `, heard up to ${clock(record.heard_ms)}` : "";
  const text = middle
    ? `${record.title}${far}: left in the middle, and all you said is kept.`
    : `${record.title}: how it is after it can still be said.`;
  const box = make("section", { className: "card", "aria-label": "Left open" },
    paragraph(text),
    buttons(
      middle && canGoOn(record) && button("Go on", () => goOn(record), "main"),
      wasPlayed(record) && button("Say how it is now", () => go(`#after/${record.uid}`)),
      button("Leave it so", close)));
  return [box];
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

function groupsShown(open) {
  const groups = data.groups.filter((group) => group.items.length);
  if (!groups.length) return [rows(listed())];
  return groups.map((group) => folded(group.title, rows(group.items), open || groups.length === 1));
}

function coursesShown() {
  const shown = data.courses.map((course) => {
    const items = course.items.map(({ index, why }) => row(index, why));
    return folded(course.title, make("div", {}, paragraph(course.about, "soft"), make("ol", { className: "rows" }, items)));
  });
  return shown.length ? [paragraph("Several that belong together", "hush label"), ...shown] : [];
}

function folded(title, content, open = false) {
  return make("details", { open }, make("summary", {}, make("h3", {}, title)), content);
}

// One row for an exercise in all its lengths.
function rows(indexes) {
  const firsts = [...new Set(indexes.map((index) => lengthsOf(index)[0]))];
  return make("ul", { className: "rows" }, firsts.map((index) => row(index, exercises[index].summary)));
}

function row(index, text) {
  const long = lengthsOf(index).map((at) => minutesInWords(exercises[at].length)).join(", ");
  return make("li", {},
    make("a", { href: `#e/${index}` },
      make("span", { className: "name" }, exercises[index].title), make("span", { className: "long" }, long),
      text ? make("span", { className: "soft" }, text) : null));
}

function listFoot() {
  return make("footer", {}, paragraph(words.no_treatment, "hush"));
}
