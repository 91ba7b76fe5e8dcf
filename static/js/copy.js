// copy.js: a button that copies its text. The words stand in the page; without script the text is selected by hand.
(() => {
  "use strict";
  document.querySelectorAll("button[data-copy]").forEach((button) => {
    const said = button.querySelector("[data-copied]");
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      said.textContent = said.dataset.copied;
      setTimeout(() => { said.textContent = ""; }, 4000);
    });
  });
})();
