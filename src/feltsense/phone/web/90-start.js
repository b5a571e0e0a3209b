// Everything is there: the page begins.
document.getElementById("to-list").textContent = data.discreet ? "Tracks" : "Exercises";
document.getElementById("ground").addEventListener("click", groundNow);
document.getElementById("helplines").addEventListener("click", () => go("#lines"));
document.getElementById("page").hidden = false;

listenToAudio();
takeLockScreenKeys();
addEventListener("hashchange", show);
addEventListener("storage", (event) => {
  // Another tab has changed what is kept; what is being typed here stays.
  if (event.key === KEYS.practices && ["#journal", "#list"].includes(shown)) show();
});

if (!location.hash && data.exercises.filter((each) => !each.rescue).length === 1) location.replace(`#e/${listed()[0]}`);
else show();
sendHome().then((trouble) => { if (trouble) tell(trouble); });
