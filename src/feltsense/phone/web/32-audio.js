// The one <audio> of the page, which lives as long as the page: browsers let it play again once a tap has started it.
const audio = document.getElementById("audio");
const SKIP = 10; // seconds of "back" and "on"
const FADE = 1200; // ms: the voice is gone within 1.5 s
const FADE_STEP = 40;
let loaded = null; // the index of what the audio holds
let volume = 1;
let fading = null;

// iOS never changes the volume that it is given: there is no slider then, and no fade.
const volumeCanBeSet = (() => {
  audio.volume = 0.5;
  const can = audio.volume === 0.5;
  audio.volume = 1;
  return can;
})();

function setVolume(value) {
  volume = value;
  if (fading === null) audio.volume = value;
}

function load(index) {
  if (fading !== null) audio.pause(); // what fades is not heard again
  stopFade();
  if (loaded !== index || audio.error) {
    loaded = index;
    audio.src = exercises[index].audio;
  }
}

// Opens what failed once more, where it was: the connection may be back.
function openAgain() {
  const at = position();
  load(loaded);
  seekTo(at);
}

// Whether nothing is heard, and nothing will be without a tap.
function rests() {
  return audio.paused || audio.error !== null;
}

// Where it is, in ms of the exercise.
function position() {
  return audio.currentTime * 1000;
}

function seekTo(ms) {
  const index = loaded;
  const place = Math.max(0, Math.min(ms, exercises[index].length - 50)) / 1000; // its very end would end it
  if (audio.readyState > 0) audio.currentTime = place;
  else if (place > 0) {
    const once = () => { if (loaded === index) audio.currentTime = place; };
    audio.addEventListener("loadedmetadata", once, { once: true }); // before that some browsers forget it
  }
}

// Plays; has to be called in a tap's own handler the first time. What cannot be played is told by its "error" event.
function play() {
  stopFade();
  if (audio.error) openAgain();
  const started = audio.play();
  if (started) started.catch((error) => { if (error.name === "NotAllowedError") playerChanged(); });
}

function toggle() {
  if (fading !== null) return; // it goes by itself, and something else follows
  if (rests()) play();
  else audio.pause();
}

function stopFade() {
  clearInterval(fading);
  fading = null;
  audio.volume = volume;
}

// Has the sound go within FADE ms, then calls `then`. Where no volume can be set it is quiet at once.
function fadeOut(then) {
  if (audio.paused || !volumeCanBeSet) {
    audio.pause();
    then();
    return;
  }
  clearInterval(fading);
  const from = audio.volume; // it may be fading already, and gets no louder
  const began = performance.now();
  fading = setInterval(() => {
    const left = 1 - (performance.now() - began) / FADE; // by the clock: timers are slow in a hidden page
    if (left > 0) {
      audio.volume = from * left * left;
      return;
    }
    audio.pause();
    stopFade();
    then();
  }, FADE_STEP);
}

// --- the screen and the lock screen -----------------------------------------------------------------------------------
let wakeLock = null;

// Keeps the screen awake while it plays, where that is allowed. It is gone after each hiding of the page.
async function keepAwake() {
  if (wakeLock || audio.paused || document.hidden || !navigator.wakeLock) return;
  try {
    const lock = await navigator.wakeLock.request("screen");
    lock.addEventListener("release", () => { if (wakeLock === lock) wakeLock = null; });
    if (audio.paused) await lock.release();
    else wakeLock = lock;
  } catch {
    wakeLock = null; // refused, to save the battery for instance: the screen may go dark, and the sound plays on
  }
}

function letSleep() {
  const lock = wakeLock;
  wakeLock = null;
  if (lock) lock.release().catch(() => null); // it is gone already
}

function showOnLockScreen(exercise) {
  if (!navigator.mediaSession || !window.MediaMetadata) return;
  const about = { title: exercise.title, artist: data.title };
  const artwork = data.discreet ? [] : [{ src: coverPicture(), sizes: "256x256", type: "image/png" }];
  navigator.mediaSession.metadata = new MediaMetadata({ ...about, artwork });
}

// A quiet circle, drawn here: a picture beside the page is refused under file:.
function coverPicture() {
  const canvas = make("canvas", { width: 256, height: 256 });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#161310";
  pen.fillRect(0, 0, 256, 256);
  pen.fillStyle = "#a9bf95";
  pen.beginPath();
  pen.arc(128, 128, 62, 0, 2 * Math.PI);
  pen.fill();
  return canvas.toDataURL();
}

// Tells the lock screen where it is. It throws on a length that is not known, or a place beyond it.
function tellPosition() {
  const { duration, currentTime } = audio;
  if (!navigator.mediaSession || !navigator.mediaSession.setPositionState || !Number.isFinite(duration)) return;
  try {
    navigator.mediaSession.setPositionState({ duration, position: Math.min(currentTime, duration), playbackRate: 1 });
  } catch {
    // a browser with other rules: its lock screen then has no bar
  }
}

function takeLockScreenKeys() {
  if (!navigator.mediaSession) return;
  const keys = {
    play: () => { if (fading === null) play(); },
    pause: () => audio.pause(),
    stop: () => audio.pause(),
    seekbackward: (details) => seekTo(position() - 1000 * (details.seekOffset || SKIP)),
    seekforward: (details) => seekTo(position() + 1000 * (details.seekOffset || SKIP)),
    seekto: (details) => seekTo(1000 * details.seekTime),
    previoustrack: () => seekToPart(-1),
    nexttrack: () => seekToPart(1),
  };
  for (const [name, act] of Object.entries(keys)) {
    try {
      navigator.mediaSession.setActionHandler(name, (details) => { if (loaded !== null) act(details || {}); });
    } catch {
      // a key that this browser does not know
    }
  }
}

// The part before or after this one; within a part, "before" is its own beginning first.
function seekToPart(step) {
  const { sections } = exercises[loaded];
  const now = sectionAt(exercises[loaded], position());
  if (!sections.length) return;
  if (step < 0 && position() - sections[now][1] > 3000) seekTo(sections[now][1]);
  else if (now + step < sections.length) seekTo(sections[Math.max(0, now + step)][1]);
}
