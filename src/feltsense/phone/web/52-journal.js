// What was said and done, as it is kept on this phone: to look at, to delete, to take home.
const SVG = "http://www.w3.org/2000/svg";

views.journal = () => {
  const all = practices().reverse();
  const played = all.filter(wasPlayed);
  const place = make("div", { className: "end" });
  return [
    head("Journal"),
    ...(all.length ? [] : [paragraph("There is nothing here yet. What you say before and after an exercise will be.")]),
    played.some((each) => SCALES.some((field) => difference(each, field) !== null)) ? together(played) : null,
    all.length ? make("ul", { className: "rows practices" }, all.map(practiceRow)) : null,
    ...homeState(), keeping(all, place), place,
  ].filter(Boolean);
};

function together(played) {
  const said = SCALES.map((field) => scaleSentences(field, played)).filter((each) => !each[0].endsWith("yet."));
  return make("section", { className: "together" }, make("h3", {}, "Together"),
    said.map((each) => paragraph(each.join(" "))), paragraph(DRIFT, "hush"));
}

function practiceRow(record) {
  const dots = SCALES.filter((field) => record.before[field] !== null || record.after[field] !== null)
    .map((field) => stroke(field, record));
  return make("li", {},
    make("a", { href: `#p/${record.uid}` },
      make("span", { className: "name" }, record.title),
      make("span", { className: "long" }, wasPlayed(record) ? clock(record.heard_ms) : "not played"),
      make("span", { className: "soft" }, dayInWords(record.began_at)), dots));
}

// From before to after on a scale: a ring where it began, a line, a dot where it ended. No colour says good or bad.
function stroke(field, record) {
  const [before, after] = [record.before[field], record.after[field]];
  const number = (value) => (value === null ? "–" : String(value));
  const drawing = svg("svg", { viewBox: "0 0 120 12", class: "stroke", "aria-hidden": "true" },
    svg("line", { x1: 10, y1: 6, x2: 110, y2: 6, class: "scale-line" }));
  const x = (value) => 10 + 10 * value;
  if (before !== null && after !== null) drawing.append(svg("line", { x1: x(before), y1: 6, x2: x(after), y2: 6, class: "way" }));
  if (before !== null) drawing.append(svg("circle", { cx: x(before), cy: 6, r: 3.6, class: "began" }));
  if (after !== null) drawing.append(svg("circle", { cx: x(after), cy: 6, r: 3.6, class: "ended" }));
  return make("span", { className: "dots" },
    make("span", { className: "hush" }, SCALE_WORDS[field].short), drawing,
    make("span", {}, wasPlayed(record) ? `${number(before)} → ${number(after)}` : number(before)));
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// The day and hour that it was where the listener was then, whatever the clock of this phone says now.
function dayInWords(moment) {
  const day = new Date(`${moment.slice(0, 10)}T12:00:00`);
  const named = day.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  return `${named}, ${moment.slice(11, 16)}`;
}

// --- one practice -------------------------------------------------------------------------------------------------------

views.p = (uid) => {
  const record = practiceOf(uid);
  if (!record) return elsewhere();
  const place = make("div", { className: "end" });
  const remove = () => { deletePractice(uid); go("#journal", true); };
  const ask = () => confirmIn(place, deleteQuestion("this practice", "It"), "Delete it", remove);
  return [
    head(record.title), paragraph(dayInWords(record.began_at), "soft"), ...practiceInWords(record).map((line) => paragraph(line)),
    record.after.note && make("blockquote", {}, record.after.note),
    buttons(link("Back to the journal", "#journal", "button"), button("Delete", ask, "quiet")), place,
  ].filter(Boolean);
};

function practiceInWords(record) {
  const ended = {
    whole: "to the end",
    early: "ended early, which counts just as much",
    interrupted: "without a recorded end",
  };
  if (!wasPlayed(record)) return ["You checked in, and did not play it.", ...checkInInWords(record.before)];
  const length = record.length_ms === null ? "" : ` of ${clock(record.length_ms)}`;
  const lines = [`Heard ${clock(record.heard_ms)}${length}, ${ended[record.ended]}.`];
  if (record.rescued_at_ms !== null) lines.push(`“Ground me now” at ${clock(record.rescued_at_ms)}.`);
  lines.push(...checkInsInWords(record.before, record.after));
  const tooMuch = { no: "no", bit: "a bit", yes: "yes" }[record.after.too_much];
  if (tooMuch) lines.push(`Too much: ${tooMuch}.`);
  return lines;
}

// --- keeping, taking home, deleting -------------------------------------------------------------------------------------

function homeState() {
  if (!comesHome()) return [];
  const count = waiting().length;
  const state = paragraph(count ? `${count} of these ${count === 1 ? "has" : "have"} not gone home yet.` : "", "soft");
  const send = button("Send now", async () => {
    const trouble = await sendHome();
    state.textContent = trouble || "All that is finished has gone to the computer that shares this page.";
    send.hidden = !trouble;
  });
  return count ? [make("section", { className: "card not-home" }, state, buttons(send))] : [];
}

// What was on its way while the journal was opened has come home meanwhile.
function homeStateAnew(trouble) {
  if (!trouble && shown === "#journal" && view.querySelector(".not-home")) show();
}

function keeping(all, place) {
  const remove = () => { deleteEverything(); show(); };
  const question = all.length === 1 ? deleteQuestion("the one practice", "It") : deleteQuestion(`all ${all.length} practices`, "They");
  const ask = () => confirmIn(place, question, "Delete", remove);
  const where = comesHome()
    ? "In this browser, on this phone; what was sent is also on the computer that shares this page."
    : "In this browser, on this phone only.";
  return make("section", {}, make("h3", {}, "Where this is kept"),
    paragraph(`${where} Some browsers, on iPhones for instance, delete what a page keeps `
      + "when it was not opened for seven days; so does clearing the browser's data. Taken home, it stays.", "soft"),
    all.length ? buttons(button("Take it home", () => takeHome(place), "main"), button("Delete everything", ask, "quiet")) : null);
}

// What is deleted here is not deleted where it was sent, and that is said before.
function deleteQuestion(what, they) {
  const there = comesHome() ? " What was sent is also on the computer that shares this page, and stays there." : "";
  return `Delete ${what} from this phone? ${they} cannot be brought back here.${there}`;
}

// Saves everything as a file, or hands it to the phone's own way of sharing.
async function takeHome(place) {
  const name = data.discreet ? "practices.json" : "feltsense-practices.json";
  const file = new File([exportText(practices())], name, { type: "application/json" });
  if (navigator.canShare && navigator.share && navigator.canShare({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
    } catch (error) {
      if (error.name !== "AbortError") download(file);
    }
  } else {
    download(file);
  }
  const how = paragraph(`On the computer with feltsense: feltsense journal import ${name}`, "card");
  place.replaceChildren(how);
}

function download(file) {
  const address = URL.createObjectURL(file);
  make("a", { href: address, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(address), MINUTE);
}
