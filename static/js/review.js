// review.js: keys on the page of a review. Everything is on the page without them; the words stand in the page.
// One-letter keys get in the way of people who speak to their computer, so that they can be turned off.
(() => {
  "use strict";
  const line = document.querySelector("[data-review-keys]"), KEPT = "review-keys-off";
  if (!line) return;
  const button = line.querySelector("button");
  const answers = [...document.querySelectorAll("[data-answer]")];
  let isOn = localStorage.getItem(KEPT) === null;

  const tell = () => {
    button.textContent = isOn ? button.dataset.on : button.dataset.off;
    button.setAttribute("aria-pressed", String(isOn));
  };
  button.addEventListener("click", () => {
    isOn = !isOn;
    if (isOn) localStorage.removeItem(KEPT); else localStorage.setItem(KEPT, "1");
    tell();
  });

  const current = () => document.activeElement?.closest("[data-answer]");
  const go = (answer) => {
    answer?.focus({ preventScroll: true });
    answer?.scrollIntoView({ block: "start" });
  };
  const step = (by) => {
    const place = answers.indexOf(current());
    go(place < 0 ? answers[0] : answers[Math.min(Math.max(place + by, 0), answers.length - 1)]);
  };
  const comment = () => {
    const talk = (current() ?? answers[0])?.querySelector("[data-comment]");
    if (!talk) return;
    talk.open = true;
    talk.querySelector("textarea").focus();
  };
  const look = () => current()?.querySelector("[data-look]")?.click();

  const KEYS = { j: () => step(1), k: () => step(-1), c: comment, x: look };
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input, textarea, select");
    if (event.key === "Escape" && isTyping) { go(current()); return; }
    const act = KEYS[event.key];
    if (!isOn || !act || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });

  line.hidden = false;
  tell();
  // After a mark or a comment the page comes back at an answer: the keys go on from there.
  if (location.hash.startsWith("#q-")) go(document.getElementById(location.hash.slice(1)));
})();
