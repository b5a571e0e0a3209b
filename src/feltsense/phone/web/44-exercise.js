// One exercise before it begins, and what is told first: about tender ones once, and of something gentler.
views.e = (argument) => {
  const exercise = exercises[argument];
  if (!exercise) return elsewhere();
  const index = Number(argument);
  const choose = (at) => go(`#e/${at}`, true);
  const lengths = lengthsOf(index).map((at) => [minutesInWords(exercises[at].length), at]);
  load(index);
  const begin = () => {
    if (exercise.tier > words.inner_tier && !wasTold("tier3")) go(`#tender/${index}`);
    else go(`#before/${index}`);
  };
  const cautions = exercise.cautions.map((text) => make("li", {}, text));
  return [
    head(exercise.title, nameLanguage(exercise)),
    exercise.summary && paragraph(exercise.summary, "lead", exercise.lang),
    lengths.length > 1 ? choices("How long", "length", lengths, index, choose) : paragraph(lengths[0][0], "soft"),
    paragraph(CLOSENESS[exercise.tier] || "", "soft"),
    ...(isInner(exercise) && suggestion() ? [paragraph(suggestion(), "card")] : []),
    buttons(button("Begin", begin, "main wide")),
    cautions.length ? make("section", { className: "cautions" }, make("h3", {}, "Good to know"), make("ul", { lang: exercise.lang }, cautions)) : null,
    transcript(exercise),
  ].filter(Boolean);
};

// Told once, before the first exercise that goes close to what is tender; never a lock.
views.tender = (argument) => {
  const exercise = exercises[argument];
  if (!exercise) return elsewhere();
  const onPhone = (text) => text.replace("press g", "tap “Ground me now”");
  const on = () => { markTold("tier3"); go(`#before/${argument}`, true); };
  const gentler = data.feet !== null && button("Something gentler first", () => go(`#before/${data.feet}`, true), "main");
  return [
    head("Before you begin"), ...words.before_tier_three.map((text) => paragraph(onPhone(text), "lead")),
    buttons(gentler, button("Go on", on)),
  ];
};

// Offered when there is a lot of distress before an inner exercise; what was said goes along.
views.gentler = () => {
  if (!practice) return elsewhere();
  leaving = (hash) => { if (hash !== "#play" && !hash.startsWith("#before")) withdrawUnlessPlaying(); };
  const instead = (index) => {
    const before = practice.uid && practiceOf(practice.uid).before;
    withdraw();
    newPractice(index, true);
    const uid = keepPractice();
    if (before) changePractice(uid, (record) => { record.before = before; });
    startPlaying();
  };
  const offers = gentlePieces([exercises[practice.index].slug]);
  const pieces = offers.map(([, index, text], at) => button(text, () => instead(index), at ? null : "main"));
  const [first, ...rest] = sentences(words.tier_one_first);
  return [
    head(first), paragraph(rest.join(" "), "lead"),
    make("div", { className: "menu" }, ...pieces, button("Go on with what I chose", startPlaying)),
  ];
};

function withdrawUnlessPlaying() {
  if (practice && practice.heard === 0 && audio.paused) withdraw();
}

// The language of a title; a discreet one is the page's own.
function nameLanguage(exercise) {
  return data.discreet ? null : exercise.lang;
}

function sentences(text) {
  return text.split(/(?<=[.?!]) /);
}

// All that is spoken, to be read; with a link to the same as a file.
function transcript(exercise) {
  const parts = exercise.sections.length ? exercise.sections : [["", 0]];
  const blocks = parts.map(([title, start], at) => {
    const end = at + 1 < parts.length ? parts[at + 1][1] : Infinity;
    const spoken = exercise.phrases.filter((phrase) => phrase[0] >= start && phrase[0] < end).map((phrase) => phrase[2]);
    return make("section", { lang: exercise.lang }, title ? make("h4", {}, title) : null, spoken.map((text) => paragraph(text)));
  });
  const file = exercise.text && make("p", {}, make("a", { href: exercise.text }, "The words as a file"));
  return make("details", { className: "transcript" },
    make("summary", {}, make("h3", {}, "Read the words")), ...blocks, file || null);
}
