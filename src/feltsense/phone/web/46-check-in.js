// The two check-ins. Each answer is kept at once; each may be left out, and nothing waits for any of them.
views.before = (argument) => {
  const index = Number(argument);
  if (!exercises[index]) return elsewhere();
  if (!isToBegin(index)) newPractice(index, true);
  load(index);
  leaving = (hash) => { if (hash !== "#play" && hash !== "#gentler") withdrawUnlessPlaying(); };
  const record = practice.uid && practiceOf(practice.uid);
  const said = record ? record.before : emptyCheckIn();
  const answer = (field, value) => { said[field] = value; recordAnswer(keepPractice(), "before", field, value); };
  const begin = () => {
    if (offersGentler(exercises[index], said) && gentlePieces([exercises[index].slug]).length) go("#gentler", true);
    else startPlaying();
  };
  const [scales, more] = questionsShown("before", said, answer);
  return [
    head("How is it now?"), ...scales,
    buttons(button("Begin", begin, "main wide")), buttons(button("Skip this and begin", begin, "quiet wide")),
    ...more, paragraph(whereKept(), "hush"),
  ];
};

// Whether the practice at hand is one of this exercise of which nothing was heard; it may be gone from elsewhere.
function isToBegin(index) {
  if (!practice || practice.index !== index || practice.heard + practice.kept > 0 || practice.over) return false;
  return practice.uid === null || practiceOf(practice.uid) !== null;
}

views.after = (uid) => {
  const record = practiceOf(uid);
  if (!record) return elsewhere();
  const said = record.after;
  const answer = (field, value) => { said[field] = value; recordAnswer(uid, "after", field, value); };
  const [scales, more] = questionsShown("after", said, answer);
  leaving = () => { Promise.resolve().then(sendHome).then(homeStateAnew); }; // without a word, or with some
  return [
    head("And now?"), ...scales, ...more,
    buttons(button("Done", () => finish(uid), "main wide")), buttons(button("Skip this", () => finish(uid), "quiet wide")),
    paragraph(whereKept(), "hush"),
  ];
};

function whereKept() {
  const kept = "What you say is kept in this browser, on this phone only.";
  if (!comesHome()) return kept;
  return "What you say is kept in this browser, and goes to the computer that shares this page; nowhere else.";
}

// Returns the scales, and all other questions.
function questionsShown(when, said, answer) {
  const all = words.questions[when].map((question) => [question.field, shownQuestion(question, said, answer)]);
  const isScale = ([field]) => SCALES.includes(field);
  return [all.filter(isScale), all.filter((each) => !isScale(each))].map((some) => some.map(([, shape]) => shape));
}

function shownQuestion(question, said, answer) {
  const { field, text } = question;
  const choose = (value) => answer(field, value);
  if (SCALES.includes(field)) return scale(question, said[field], choose);
  if (field === "note") return noteLine(text, said.note, choose);
  if (field === "too_much") {
    const options = question.rows.flat().map((word, at) => [word, TOO_MUCH[at]]);
    return choices(text, field, options, said[field], choose);
  }
  const options = question.rows.map((row) => row.map((word) => [word, word]));
  const shape = choices(text, field, options.flat(), said[field], choose, options);
  return make("details", { className: "question", open: said[field] !== null },
    make("summary", {}, text), shape);
}

// Eleven radio buttons: arrows work, a thumb finds them, and what was chosen can be taken back.
function scale({ field, text, ends }, chosen, choose) {
  const numbers = Array.from({ length: 11 }, (_, number) => [String(number), number]);
  const shape = choices(text, field, numbers, chosen, choose);
  shape.classList.add("scale");
  const back = shape.querySelector(".back");
  back.textContent = "×";
  shape.querySelector(".row").append(back); // the twelfth cell is free
  const [low, high] = ends;
  shape.append(make("p", { className: "ends hush" }, make("span", {}, `0 ${low}`), make("span", {}, `10 ${high}`)));
  return shape;
}

// A question with some answers, as radio buttons. Args: `rows`: the options as they belong together.
function choices(text, name, options, chosen, choose, rows = [options]) {
  const back = button("take back", () => {
    for (const input of shape.querySelectorAll("input")) input.checked = false;
    back.hidden = true;
    choose(null);
    shape.querySelector("input").focus();
  }, "back");
  const skippable = name !== "length";
  back.hidden = !skippable || chosen === null;
  back.setAttribute("aria-label", `take back: ${text}`);
  const shown = ([word, value]) => make("label", {},
    make("input", {
      type: "radio", name, value: String(value), checked: value === chosen,
      onchange: () => { back.hidden = !skippable; choose(value); },
    }), make("span", {}, word));
  const shape = make("fieldset", { className: "choices" }, make("legend", {}, text),
    make("div", { className: "rows-of-words" }, rows.map((row) => make("div", { className: "row" }, row.map(shown)))), back);
  return shape;
}

function noteLine(text, note, choose) {
  const field = make("textarea", {
    id: "note", rows: 2, maxLength: 2000, value: note, oninput: () => choose(cleanNote(field.value)),
  });
  return make("div", { className: "choices" }, make("label", { htmlFor: "note" }, text), field);
}

// A note is text: control characters, signs that turn the order of text round and halves of characters, which a pasted
// text may bring, are none of it; the journal at home takes no note with them.
function cleanNote(text) {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu, " ");
}

// The words when it is over: plain, without praise.
views.words = (uid) => {
  const record = practiceOf(uid);
  if (!record) return elsewhere();
  const rescued = record.rescued_at_ms !== null;
  const exercise = exercises.find((each) => each.slug === record.slug);
  const title = rescued ? "You stopped where you wanted to. Nothing more is needed." : "However that was, you were here for it.";
  const step = rescued ? "If it gets hard again, a person you trust or a helpline is a good next call." : exercise && exercise.next_step;
  const said = isEmpty(record.before) && isEmpty(record.after) ? [] : checkInsInWords(record.before, record.after);
  return [
    head(title), ...said.map((line) => paragraph(line)), step && paragraph(step, "lead"),
    buttons(link("To the exercises", "#list", "button main"), link("Look at the journal", "#journal", "button")),
  ].filter(Boolean);
};
