// jobs.js: shows how far a job is without loading the page anew. Without it, a link does.
(() => {
  "use strict";
  const SHORTEST = 2000, LONGEST = 15000;

  // The tokens of forms differ in every answer.
  const withoutTokens = (text) => text.replace(/name="csrfmiddlewaretoken" value="[^"]*"/g, "");

  document.querySelectorAll("[data-poll]").forEach((region) => {
    const status = document.querySelector("[data-poll-status]");
    let pause = SHORTEST, before = "", said = words();

    function words() {
      return region.querySelector("[data-announce]")?.dataset.announce ?? "";
    }
    function isActive() {
      return region.querySelector("[data-active]") !== null;
    }
    function hideLinks() {
      region.querySelectorAll("[data-without-script]").forEach((link) => { link.hidden = true; });
    }
    // Somebody who is on a button of this part keeps it: the part changes when they have left.
    function isHeld() {
      return document.hidden || region.contains(document.activeElement);
    }
    function show(text) {
      region.innerHTML = text;
      hideLinks();
      const now = words();
      if (status && now !== said) status.textContent = now;
      said = now;
    }
    async function ask() {
      const answer = await fetch(region.dataset.poll, { redirect: "manual" });
      // Signed out meanwhile: the next click leads to sign in.
      if (answer.type === "opaqueredirect") return false;
      if (answer.ok) {
        const text = await answer.text(), now = withoutTokens(text);
        pause = now === before ? Math.min(pause * 1.5, LONGEST) : SHORTEST;
        if (now !== before) { before = now; show(text); }
      }
      return isActive();
    }
    async function round() {
      let goOn = true;
      try {
        if (!isHeld()) goOn = await ask();
      } catch {
        pause = Math.min(pause * 1.5, LONGEST);
      }
      if (goOn) setTimeout(round, pause);
    }

    hideLinks();
    if (isActive()) setTimeout(round, pause);
  });
})();
