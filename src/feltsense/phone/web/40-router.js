// Which view is shown, by the part of the address behind "#": the way back works, and nothing is loaded anew.
const view = document.getElementById("view");
const views = {}; // name → what builds it; filled by the files below
let shown = ""; // the hash of what is shown
let leaving = null; // called when what is shown is left

function go(hash, replace = false) {
  if (location.hash === hash) show();
  else if (replace) location.replace(hash); // so that the way back leads to where somebody chose something
  else location.hash = hash;
}

function show() {
  const hash = location.hash || "#list";
  const [name, argument] = hash.slice(1).split("/");
  if (leaving && hash !== shown) leaving(hash); // the same view anew is not left
  leaving = null;
  shown = hash;
  const build = Object.hasOwn(views, name) ? views[name] : views.list;
  const found = build(argument);
  if (!found) return; // it has led somewhere else
  view.replaceChildren(...found);
  view.className = name;
  scrollTo(0, 0);
  const head = view.querySelector("h2");
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
}

// Leads to the list from a view that needs what is no longer known, after a reload for instance.
function elsewhere() {
  location.replace("#list");
  return null;
}

function link(text, hash, className = null) {
  return make("a", { href: hash, className }, text);
}

function head(text, lang = null) {
  return make("h2", { lang }, text);
}
