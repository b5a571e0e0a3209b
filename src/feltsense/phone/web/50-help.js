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

const ANYWHERE = "Each country has its own number, and helplines of its own. Those below know them.";

views.lines = () => {
  const { region, emergency, lines } = data.helplines;
  const danger = emergency.map(({ number, reaches }) => make("li", {}, ...withCalls(number), ` ${reaches}`));
  const head3 = make("h3", {}, region ? `In danger, ${region}` : "In danger");
  return [
    head("Helplines"), paragraph(words.safety, "card"),
    danger.length ? make("section", {}, head3, make("ul", { className: "plain" }, danger)) : null,
    region ? null : paragraph(ANYWHERE, "soft"),
    make("p", {}, link("Someone I trust", "#people", "button wide")),
    ...lines.map(lineShown),
    paragraph(words.no_treatment, "hush"), backButton(),
  ].filter(Boolean);
};

function lineShown(line) {
  const more = [line.hours, line.cost].filter(Boolean).join(" · ");
  const site = line.url.replace(/^https?:\/\/|\/$/g, "");
  const named = line.ways.some((way) => way.includes(site.replace(/^www\./, "")));
  const ways = line.ways.map((way) => make("li", {}, ...(way.startsWith("Call ") ? withCalls(way) : withSites(way))));
  return make("section", { className: "line" },
    make("h3", {}, line.name), paragraph(line.serves, "soft"), make("ul", { className: "plain" }, ways),
    more ? paragraph(more, "soft") : null, site && !named ? make("p", { className: "plain" }, siteLink(site, line.url)) : null);
}

// Text in which each number can be tapped: of "112 or 911" those are two.
function withCalls(text) {
  const pieces = text.split(/(\+?\d(?:[\d\s()/-]*\d)?)/);
  return pieces.map((piece, at) => (at % 2 ? callLink(piece, piece) : piece)).filter(Boolean);
}

// Text in which each address in the web can be tapped: "Chat at 143.ch, from 10 to 22" has one.
function withSites(text) {
  const pieces = text.split(/((?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[\w./-]*)?)/);
  return pieces.map((piece, at) => (at % 2 ? siteLink(piece, `https://${piece}`) : piece)).filter(Boolean);
}

// It opens beside this page, which stays as it is, and it is not told where somebody comes from.
function siteLink(text, address) {
  return make("a", { href: address.replace(/^http:/, "https:"), rel: "noopener noreferrer", target: "_blank" }, text);
}

function callLink(text, number) {
  return make("a", { href: `tel:${number.replace(/[^\d+*#]/g, "")}`, className: "call" }, text);
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
  const item = make("li", { className: "person" }, make("span", {}, `${name}  `, ...withCalls(how)));
  const remove = () => { write(KEYS.people, people().filter((_, other) => other !== at)); show(); };
  const ask = button("Remove", () => confirmIn(item, `Remove ${name} from this list?`, "Remove", remove), "quiet");
  ask.setAttribute("aria-label", `Remove ${name}`);
  item.append(ask);
  return item;
}
