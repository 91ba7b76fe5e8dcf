// order.js: puts a list in order without reloading the page. The buttons work without it.
// Every move goes to the server first; what is shown afterwards is what stands there. Where the network fails,
// the list goes back to what it was and the page says so.
(() => {
  "use strict";
  const said = document.getElementById("order-said"), failed = document.getElementById("order-failed");
  const list = () => document.querySelector("#order ol");
  const lines = () => [...list().children];
  let busy = false;

  const tell = (words, isError) => {
    said.textContent = isError ? "" : words;
    failed.textContent = isError ? words : "";
    failed.hidden = !isError;
  };

  // `focus` finds the button of the new list that gets the focus.
  const replace = (html, focus) => {
    document.getElementById("order").outerHTML = html;
    prepare();
    const button = focus();
    (button?.disabled ? button.parentElement.querySelector("button[name]:not([disabled])") : button)?.focus();
  };

  const send = async (line, to, focus, undo = () => {}) => {
    if (busy) return;
    busy = true;
    const form = line.querySelector("form"), data = new FormData(form);
    data.set("to", to);
    data.set("part", "1");
    try {
      const response = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
      if (!response.ok && response.status !== 409) throw new Error(response.status);
      const answer = await response.json();
      replace(answer.html, focus);
      tell(answer.words, response.status === 409);
    } catch {
      undo();
      tell(said.dataset.failed, true);
    } finally {
      busy = false;
    }
  };

  document.addEventListener("submit", (event) => {
    const line = event.target.closest(".ia-order__line"), pressed = event.submitter;
    if (!line || pressed?.name !== "to") return;
    event.preventDefault();
    send(line, pressed.value, () => document.getElementById(pressed.id));
  });

  const gripOf = (key) => () => list().querySelector(`[data-line="${key}"] [data-grip]`);

  document.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.target.closest?.("[data-grip]")) return;
    event.preventDefault();
    const line = event.target.closest(".ia-order__line"), to = lines().indexOf(line) + step;
    if (to >= 0 && to < lines().length) send(line, to, gripOf(line.dataset.line));
  });

  // Dragging: the line follows the pointer in the list; letting go sends its place, Escape puts it back.
  let drag = null;
  const put = (line, place) => {
    line.remove();
    list().insertBefore(line, list().children[place] ?? null);
  };
  const leave = () => {
    drag.line.classList.remove("is-dragged");
    const ended = drag;
    drag = null;
    return ended;
  };

  document.addEventListener("pointerdown", (event) => {
    const grip = event.button === 0 && event.target.closest("[data-grip]");
    if (!grip || busy) return;
    const line = grip.closest(".ia-order__line");
    drag = { line, from: lines().indexOf(line) };
    line.classList.add("is-dragged");
    event.preventDefault();
  });
  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const over = lines().find((line) => {
      const box = line.getBoundingClientRect();
      return line !== drag.line && event.clientY > box.top && event.clientY < box.bottom;
    });
    if (over) put(drag.line, lines().indexOf(over));
  });
  document.addEventListener("pointerup", () => {
    if (!drag) return;
    const { line, from } = leave(), to = lines().indexOf(line);
    if (to !== from) send(line, to, gripOf(line.dataset.line), () => put(line, from));
  });
  const giveUp = () => {
    if (!drag) return;
    const { line, from } = leave();
    put(line, from);
  };
  document.addEventListener("pointercancel", giveUp);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") giveUp(); });

  const prepare = () => document.querySelectorAll("[data-grip]").forEach((grip) => { grip.hidden = false; });
  prepare();
})();
