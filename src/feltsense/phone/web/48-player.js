// What is heard, with its words, its breath and its parts; all of it by the audio's own clock.
let drawing = null; // draws one moment into the view; null where no player is shown
let frame = 0;

views.play = () => {
  if (!practice || practice.over || practice.uid === null || loaded !== practice.index) return elsewhere();
  const exercise = exercises[practice.index];
  leaving = () => { drawing = null; if (!grounding && fading === null) { audio.pause(); keepHeard(); } };
  const end = () => { endPractice("early"); fadeOut(() => null); afterPlaying(); };
  return [
    head(exercise.title, nameLanguage(exercise)), ...stage(exercise),
    buttons(button("End here", end, "quiet wide")),
    parts(exercise), transcript(exercise), volumeSlider(),
  ].filter(Boolean);
};

// The piece behind "ground me now"; where it cannot be heard it stands here to be read.
views.here = () => {
  if (!grounding) return elsewhere();
  leaving = (hash) => { drawing = null; leaveGrounding(hash); };
  const next = buttons(button("What would help now?", groundingOver, "wide"));
  if (data.rescue === null || (audio.error && loaded === data.rescue)) {
    return [head("Here it is to read."), ...words.look_around.map((text) => paragraph(text, "look")), next];
  }
  return [head(exercises[data.rescue].title, nameLanguage(exercises[data.rescue])), ...stage(exercises[data.rescue]), next];
};

// Who looks at helplines meanwhile comes back to where it was; who goes anywhere else has left it.
function leaveGrounding(hash) {
  if (!grounding) return;
  if (["#lines", "#people"].includes(hash) && fading === null) {
    audio.pause();
  } else {
    grounding = false;
    fadeOut(() => null);
  }
}

// The words, the breath, where it is, and the three keys.
function stage(exercise) {
  const part = make("p", { className: "part hush" });
  const caption = make("p", { className: "caption", lang: exercise.lang });
  const state = make("p", { className: "state", role: "status" });
  const pacer = exercise.breaths.length ? breathPacer() : null;
  const bar = seekBar(exercise);
  const pause = button("Pause", toggle, "main round");
  const controls = make("div", { className: "controls" },
    button("−10 s", () => seekTo(position() - 1000 * SKIP), "round"), pause,
    button("+10 s", () => seekTo(position() + 1000 * SKIP), "round"));
  let seen = null;
  drawing = (ms) => {
    if (loaded === null || exercises[loaded] !== exercise) return; // the voice of something else still fades
    seen = drawCaption(caption, phraseAt(exercise, ms), seen);
    if (pacer) pacer.draw(exercise, ms);
    bar.draw(ms);
    setText(part, exercise.sections.length > 1 ? exercise.sections[sectionAt(exercise, ms)][0] : "");
    setText(pause, rests() ? "Play" : "Pause");
    setText(state, playerState());
  };
  drawing(loaded === null ? 0 : position());
  redraw();
  return [part, make("div", { className: "stage" }, pacer && pacer.shape, caption), state, bar.shape, controls];
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

const NOT_SHARED = "This sound cannot be opened. Sharing may have ended, or the connection is gone: "
  + "start the sharing again on the computer, and open its code.";

function playerState() {
  if (audio.error) return comesHome() ? NOT_SHARED : "This sound cannot be opened. It may have been moved, or the connection is gone.";
  if (!audio.paused && audio.readyState < 3 && !audio.seeking) return "Loading …";
  return "";
}

// Shows a phrase, each word as it begins. Returns what is shown now, so that only what changes is drawn.
function drawCaption(place, now, seen) {
  if (now === null) {
    if (seen !== null) place.replaceChildren();
    return null;
  }
  if (seen === null || seen.at !== now.at) {
    const spans = now.text.split(" ").flatMap((word) => [make("span", {}, word), " "]);
    place.replaceChildren(...spans);
  }
  [...place.children].forEach((span, at) => span.classList.toggle("said", at < now.begun));
  place.classList.toggle("over", now.over);
  return now;
}

// A disc that grows and shrinks with the breath; who wants less motion gets the same in words.
function breathPacer() {
  const disc = make("div", { className: "disc" });
  const phase = make("p", { className: "phase" });
  const pattern = make("p", { className: "pattern" });
  const round = make("p", { className: "hush" });
  const shape = make("div", { className: "pacer" }, make("div", { className: "ring" }, disc, phase), pattern, round);
  const draw = (exercise, ms) => {
    const now = breathAt(exercise, ms);
    shape.classList.toggle("resting", now === null);
    disc.style.transform = `scale(${(0.36 + 0.64 * (now ? now.wide : 0)).toFixed(4)})`;
    setText(phase, now ? now.phase : "");
    setText(pattern, now ? patternAt(exercise, now.at) : "");
    setText(round, now ? `${now.round} of ${now.rounds}` : "");
  };
  return { shape, draw };
}

function seekBar(exercise) {
  const slider = make("input", {
    type: "range", min: "0", max: String(exercise.length), step: "1000", "aria-label": "Where it is",
    oninput: () => seekTo(Number(slider.value)),
  });
  const [at, left] = [make("span"), make("span")];
  const draw = (ms) => {
    const second = Math.floor(Math.min(ms, exercise.length) / 1000);
    if (slider.dataset.second === String(second)) return;
    slider.dataset.second = String(second);
    slider.value = String(1000 * second);
    slider.setAttribute("aria-valuetext", `${spokenClock(ms)} of ${spokenClock(exercise.length)}`);
    slider.style.setProperty("--part", `${(100 * ms) / exercise.length}%`);
    setText(at, clock(ms));
    setText(left, clock(exercise.length));
  };
  return { shape: make("div", { className: "seek" }, slider, make("div", { className: "times hush" }, at, left)), draw };
}

function parts(exercise) {
  if (exercise.sections.length < 2) return null;
  const items = exercise.sections.map(([title, start]) => make("li", {},
    button(title, () => seekTo(start)), make("span", { className: "hush" }, clock(start))));
  return make("details", {}, make("summary", {}, make("h3", {}, "Parts")), make("ol", { className: "parts", lang: nameLanguage(exercise) }, items));
}

function volumeSlider() {
  if (!volumeCanBeSet) return null;
  const slider = make("input", {
    type: "range", id: "volume", min: "0", max: "100", value: String(Math.round(100 * volume)),
    oninput: () => { setVolume(slider.value / 100); slider.style.setProperty("--part", `${slider.value}%`); },
  });
  slider.style.setProperty("--part", `${slider.value}%`);
  return make("div", { className: "volume" }, make("label", { htmlFor: "volume", className: "soft" }, "Volume"), slider);
}

// --- the audio's own clock --------------------------------------------------------------------------------------------

// Draws every frame while it plays, and once when anything changes. In a hidden page there are no frames: what must go
// on there (how far, the end) hangs on the audio's own events.
function redraw() {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => {
    if (drawing === null) return;
    drawing(position());
    if (!audio.paused) redraw();
  });
}

function playerChanged() {
  if (grounding && shown === "#here" && audio.error) show();
  redraw();
}

function audioEnded() {
  letSleep();
  if (grounding) {
    if (loaded === data.rescue) groundingOver();
  } else if (practice && !practice.over && practice.uid !== null && loaded === practice.index) {
    endPractice("whole");
    afterPlaying();
  }
}

function listenToAudio() {
  const changes = ["play", "playing", "pause", "seeking", "seeked", "loadedmetadata", "waiting", "canplay", "error"];
  for (const name of changes) audio.addEventListener(name, playerChanged);
  for (const name of ["playing", "seeked", "loadedmetadata", "pause"]) audio.addEventListener(name, tellPosition);
  audio.addEventListener("timeupdate", noteHeard);
  audio.addEventListener("ended", audioEnded);
  audio.addEventListener("playing", keepAwake);
  audio.addEventListener("pause", () => { letSleep(); keepHeard(); });
  document.addEventListener("visibilitychange", () => { keepAwake(); keepHeard(); playerChanged(); });
  addEventListener("pagehide", () => { noteHeard(); keepHeard(); });
}
