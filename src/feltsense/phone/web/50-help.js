// What would help now, helplines, and people whom the listener trusts.
views.help = () => {
  const [first, ...rest] = sentences(helpOpening);
  const pieces = Object.fromEntries(gentlePieces(heardLately).map(([id, index]) => [id, index]));
  const mine = people().length > 0;
  const options = {
    orienting: () => playPiece(pieces.orienting),
    feet: () => playPiece(pieces.feet),
    someone: () => go("#people"),
    helplines: () => go("#lines"),
    stop: stopHere,
  };
  const offered = words.help.filter(({ id }) => (id in GENTLE ? id in pieces : id in options));
  const shape = offered.map(({ id, text }) => button(id === "someone" && !mine ? `${text}: name somebody` : text, options[id]));
  return [head(first), rest.length ? paragraph(rest.join(" "), "lead") : null, make("div", { className: "menu" }, ...shape)].filter(Boolean);
};

// A gentle piece by itself: nothing is asked before or after it.
function playPiece(index) {
  if (practice && practice.uid !== null) markDone(practice.uid);
  newPractice(index, false);
  startPlaying();
}

// Enough: a practice under way still asks how it is now, which may be skipped.
function stopHere() {
  if (practice && practice.uid !== null && practice.over && !doneUids().includes(practice.uid)) afterPlaying();
  else go("#list", true);
}

views.lines = () => {
  const { region, emergency, lines } = data.helplines;
  const danger = emergency.map(({ number, reaches }) => make("li", {}, callLink(number, number), ` ${reaches}`));
  return [
    head("Helplines"), paragraph(words.safety, "card"),
    danger.length ? make("section", {}, make("h3", {}, `In danger, ${region}`), make("ul", { className: "plain" }, danger)) : null,
    make("p", {}, link("Someone I trust", "#people", "button wide")),
    ...lines.map(lineShown),
    paragraph(words.no_treatment, "hush"), backButton(),
  ].filter(Boolean);
};

function lineShown(line) {
  const more = [line.hours, line.cost].filter(Boolean).join(" · ");
  return make("section", { className: "line" },
    make("h3", {}, line.name), paragraph(line.serves, "soft"),
    make("ul", { className: "plain" }, line.ways.map((way) => make("li", {}, wayShown(way)))),
    more ? paragraph(more, "soft") : null, line.url ? paragraph(line.url.replace(/^https?:\/\//, ""), "hush") : null);
}

// "call 988" can be tapped; how to text or chat stands there to be read.
function wayShown(way) {
  const [, verb, number] = /^(call)\s+(\+?[\d\s()/-]+)$/i.exec(way) || [];
  return number ? callLink(`${verb} ${number}`, number) : way;
}

function callLink(text, number) {
  const dialled = number.replace(/[^\d+*#]/g, "");
  return dialled ? make("a", { href: `tel:${dialled}`, className: "call" }, text) : make("span", {}, text);
}

function backButton() {
  return buttons(button("Back", () => (history.length > 1 ? history.back() : go("#list")), "quiet"));
}

// --- someone I trust --------------------------------------------------------------------------------------------------

views.people = () => {
  const name = make("input", { id: "person-name", type: "text", maxLength: 80, autocomplete: "off" });
  const how = make("input", { id: "person-how", type: "tel", maxLength: 80, autocomplete: "off" });
  const add = (event) => {
    event.preventDefault();
    if (!name.value.trim()) {
      name.focus();
      return;
    }
    write(KEYS.people, [...people(), { name: name.value.trim(), how: how.value.trim() }]);
    show();
  };
  const listed = people().map((person, at) => personShown(person, at));
  return [
    head("Someone I trust"),
    listed.length ? make("ul", { className: "plain" }, listed) : paragraph("Nobody is named here yet."),
    make("form", { onsubmit: add },
      make("label", { htmlFor: "person-name" }, "Name"), name,
      make("label", { htmlFor: "person-how" }, "Number"), how,
      buttons(make("button", { type: "submit", className: "main" }, "Add"))),
    paragraph("Kept in this browser, on this phone only. It goes nowhere, and is in no file.", "hush"), backButton(),
  ];
};

function personShown({ name, how }, at) {
  const item = make("li", { className: "person" }, how ? callLink(`${name}  ${how}`, how) : make("span", {}, name));
  const remove = () => { write(KEYS.people, people().filter((_, other) => other !== at)); show(); };
  const ask = button("Remove", () => confirmIn(item, `Remove ${name} from this list?`, "Remove", remove), "quiet");
  ask.setAttribute("aria-label", `Remove ${name}`);
  item.append(ask);
  return item;
}
