// live.js: meeting mode. Asks every few seconds what other note takers did, lets the clock tick, and logs without
// leaving the page. Without it every button loads the page anew.
(() => {
  "use strict";
  const PAUSE = 5000, AFTER_FAILURE = 10000, TIMEOUT = 20000;
  const root = document.getElementById("live"), form = document.getElementById("log");
  const all = (selector, within = root) => [...within.querySelectorAll(selector)];
  const field = (name) => form.elements.namedItem(name); // a field may be called "item"
  const parts = all("[data-part]"), words = form.querySelector("[data-live-words]");
  const entity = document.getElementById("id_entity"); // the field of combobox.js
  const ahead = Number(root.dataset.now) * 1000 - Date.now(); // of the server's clock
  const show = (name, is) => { root.querySelector(`[data-live=${name}]`).hidden = !is; };

  // The clock
  const written = (seconds) => {
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const two = (number) => String(number).padStart(2, "0");
    return `${hours ? `${hours}:` : ""}${two(minutes)}:${two(seconds % 60)}`;
  };
  const tick = () => all("[data-since]").forEach((clock) => {
    const now = Math.floor((Date.now() + ahead) / 1000), until = Number(clock.dataset.until || 0);
    const over = until > 0 && now > until;
    const seconds = until ? Math.abs(until - now) : Math.max(0, now - Number(clock.dataset.since));
    const figure = clock.querySelector("[data-clock]");
    figure.textContent = written(seconds);
    figure.hidden = false;
    clock.classList.toggle("is-over", over);
    clock.querySelector("[data-over]").hidden = !over;
    clock.querySelector("[data-left]").hidden = over || !until;
  });
  setInterval(tick, 1000);

  // The form follows the meeting as long as nothing is typed.
  let place = root.querySelector("[data-place]").dataset.place;
  const follow = () => {
    const now = root.querySelector("[data-place]").dataset.place;
    if (now === place) return;
    if (!field("text").value.trim() && [...field("item").options].some(({ value }) => value === now)) {
      field("item").value = now;
    }
    place = now;
  };
  const offerQuestions = () => all("[data-answer]").forEach(({ dataset }) => {
    if ([...field("answers").options].some(({ value }) => value === dataset.answer)) return;
    field("answers").add(new Option(dataset.label, dataset.answer));
  });
  const showForKind = () => all("[data-for-kind]", form).forEach((part) => {
    part.hidden = part.dataset.forKind !== field("kind").value && !part.querySelector(".is-invalid");
  });

  // What others did
  let timer, etag = "", isAsking = false, isWanted = false;
  const isHeld = (part) => part.contains(document.activeElement);
  const replace = (name, { html, digest }) => {
    const part = parts.find(({ dataset }) => dataset.part === name);
    const held = isHeld(part) ? document.activeElement : null;
    // A button that was just pressed leads on in the new part; who is on a link keeps it until they leave.
    if (held?.matches("a")) { etag = ""; return; }
    const stays = held && (held.dataset.move ?? "");
    part.innerHTML = html;
    part.dataset.digest = digest;
    if (held) (part.querySelector(`[data-move="${stays}"]`) ?? part.querySelector("button, a"))?.focus();
  };
  const ask = async () => {
    const have = parts.map(({ dataset }) => dataset.digest).join(" ");
    const headers = { Accept: "application/json", ...(etag ? { "If-None-Match": etag } : {}) };
    const answer = await fetch(`${root.dataset.state}?have=${encodeURIComponent(have)}`, {
      headers, redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(TIMEOUT),
    });
    if (answer.type === "opaqueredirect" || [401, 403, 404].includes(answer.status)) return false;
    if (answer.status === 304) return true;
    if (!answer.ok) throw new Error(String(answer.status));
    etag = answer.headers.get("ETag") ?? "";
    Object.entries((await answer.json()).parts).forEach(([name, part]) => replace(name, part));
    tick();
    follow();
    offerQuestions();
    return true;
  };
  const round = async () => {
    clearTimeout(timer);
    if (isAsking) { isWanted = true; return; }
    if (document.hidden) return;
    isAsking = true;
    let pause = PAUSE;
    try {
      const goesOn = await ask();
      show("lost", false);
      show("out", !goesOn);
    } catch {
      pause = AFTER_FAILURE;
      show("lost", true);
    }
    isAsking = false;
    timer = setTimeout(round, isWanted ? 0 : pause);
    isWanted = false;
  };
  document.addEventListener("visibilitychange", () => { if (document.hidden) clearTimeout(timer); else round(); });
  addEventListener("online", round);

  // Buttons: after drafts.js has made sure that what is typed is safe.
  const send = (address, body) => fetch(address, {
    method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT),
  });
  const empty = () => {
    ["text", "entity", "answers", "addressed_to"].forEach((name) => { field(name).value = ""; });
    field("kind").value = "statement";
    if ([...field("item").options].some(({ value }) => value === place)) field("item").value = place;
    field("entity").dispatchEvent(new Event("shown"));
    showForKind();
    form.dispatchEvent(new Event("taken")); // drafts.js: the text is no draft any more
    entity.focus();
  };
  const isOfForm = (button) => !button || button.hasAttribute("data-log");
  let isSending = false;
  form.addEventListener("submit", async (event) => {
    if (event.defaultPrevented) return; // drafts.js saves first and comes back
    const button = event.submitter, logs = isOfForm(button);
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    words.textContent = "";
    const body = new FormData(form, button);
    if (!logs) ["text", "entity"].forEach((name) => body.delete(name)); // saved as a draft already
    try {
      const answer = await send(logs ? form.action : button.formAction, body);
      const said = (answer.headers.get("Content-Type") ?? "").includes("json") ? await answer.json() : null;
      if (said) {
        words.textContent = said.message;
        if (logs && answer.ok) empty();
        await round();
      } else if (logs) {
        HTMLFormElement.prototype.submit.call(form); // to the page that says what is wrong, or to sign in
      } else show("out", true);
    } catch {
      words.textContent = words.dataset.lost;
    }
    isSending = false;
  });

  // Answering a question
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-answer]");
    if (!link) return;
    event.preventDefault();
    field("kind").value = "answer";
    field("answers").value = link.dataset.answer;
    if (link.dataset.entity) {
      field("entity").value = link.dataset.entity;
      field("entity").dispatchEvent(new Event("shown"));
    }
    showForKind();
    (link.dataset.entity ? field("text") : entity).focus();
  });
  form.addEventListener("change", showForKind);

  // Keys
  root.querySelector("[data-keys]").hidden = false;
  document.addEventListener("keydown", (event) => {
    const move = event.altKey && { PageDown: "next", PageUp: "previous" }[event.key];
    if (move) root.querySelector(`[data-move=${move}]`)?.click();
    else if (event.key === "F2") entity.focus();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form.contains(document.activeElement)) {
      form.requestSubmit(form.querySelector("[data-log]"));
    } else return;
    event.preventDefault();
  });

  showForKind();
  tick();
  timer = setTimeout(round, PAUSE);
})();
