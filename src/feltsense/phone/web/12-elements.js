// Elements are made here, and all text goes in as text: nothing that somebody wrote is ever read as HTML.

// make("p", {className: "soft"}, "Some ", make("b", {}, "text")). What is null or false is left out.
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && !name.includes("-")) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function paragraph(text, className = null, lang = null) {
  return make("p", { className, lang }, text);
}

function button(text, onclick, className = null) {
  return make("button", { type: "button", className, onclick }, text);
}

function buttons(...children) {
  return make("div", { className: "buttons" }, ...children);
}

// A question with a yes and a no on the page itself: nothing is lost by one slip of a thumb.
function confirmIn(place, question, yes, act) {
  const close = (focus) => { box.remove(); if (focus) focus.focus(); };
  const opener = document.activeElement;
  const box = make("div", { className: "card ask", role: "group", "aria-label": question },
    paragraph(question),
    buttons(button("Keep it", () => close(opener), "main"), button(yes, () => { close(null); act(); })));
  const before = place.querySelector(".ask");
  if (before) before.remove();
  place.append(box);
  box.querySelector("button").focus();
  return box;
}

// What is told once, above whatever is shown; it goes with a tap.
function tell(text) {
  const place = document.getElementById("notices");
  if ([...place.children].some((each) => each.firstChild.textContent === text)) return;
  const notice = make("div", { className: "notice" }, make("span", {}, text),
    button("OK", () => notice.remove()));
  place.append(notice);
}

function reducedMotion() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
