// Everything is there: the page begins.
document.getElementById("to-list").textContent = data.discreet ? "Tracks" : "Exercises";
document.getElementById("ground").addEventListener("click", groundNow);
document.getElementById("helplines").addEventListener("click", () => go("#lines"));
document.getElementById("page").hidden = false;

function uidsKept() {
  return practices().map((each) => each.uid).join();
}
let known = uidsKept();

listenToAudio();
takeLockScreenKeys();
addEventListener("hashchange", show);
addEventListener("storage", (event) => {
  // Another tab has added or deleted something; that it plays on is none of it.
  const now = uidsKept();
  if ((event.key || "").startsWith(PRACTICE) && now !== known && ["#journal", "#list"].includes(shown)) show();
  known = now;
});

if (!location.hash && data.exercises.filter((each) => !each.rescue).length === 1) location.replace(`#e/${listed()[0]}`);
else show();
sendHome().then((trouble) => { if (trouble) tell(trouble); });
