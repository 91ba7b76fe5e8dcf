// evidence.js: records of the portal while one types, for the evidence of an answer. Without it the server asks back.
// <div data-find-evidence="URL"> holds a label, a text field, a hidden field for the key, a list and a status.
(() => {
  "use strict";
  const WAIT = 250;

  document.querySelectorAll("[data-find-evidence]").forEach((box, number) => {
    const field = box.querySelector("input[type=text]"), key = box.querySelector("input[type=hidden]");
    const status = box.querySelector("[role=status]"), frame = document.createElement("div");
    const list = document.createElement("ul");
    if (!key) return; // the server has asked which is meant
    let timer, request, active = -1;
    list.id = `evidence-${number}`;
    list.className = "ia-combo__list";
    list.role = "listbox";
    list.hidden = true;
    list.setAttribute("aria-label", box.querySelector("label").textContent);
    frame.className = "ia-combo";
    field.before(frame);
    frame.append(field, list);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    })) field.setAttribute(name, value);

    const options = () => [...list.children];
    const close = () => {
      clearTimeout(timer);
      request?.abort();
      list.hidden = true;
      active = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    };
    const point = (place) => {
      const all = options();
      active = (place + all.length) % all.length;
      all.forEach((row, other) => row.setAttribute("aria-selected", String(other === active)));
      field.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    };
    const choose = (row) => {
      field.value = row.firstChild.textContent.slice(0, 300);
      key.value = row.dataset.key;
      close();
      key.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const show = (suggestions) => {
      list.replaceChildren(...suggestions.map((suggestion, place) => {
        const row = document.createElement("li"), title = document.createElement("span");
        const kind = document.createElement("small");
        row.id = `${list.id}-${place}`;
        row.role = "option";
        row.dataset.key = suggestion.key;
        title.lang = suggestion.lang;
        title.dir = suggestion.dir;
        title.textContent = suggestion.title;
        kind.textContent = suggestion.kind;
        row.append(title, " ", kind);
        return row;
      }));
      active = -1;
      field.removeAttribute("aria-activedescendant");
      list.hidden = !suggestions.length;
      field.setAttribute("aria-expanded", String(!list.hidden));
      status.textContent = suggestions.length ? "" : status.dataset.none;
    };
    const ask = async () => {
      request?.abort();
      request = new AbortController();
      const { signal } = request;
      try {
        const url = `${box.dataset.findEvidence}?q=${encodeURIComponent(field.value.trim())}`;
        const answer = await fetch(url, { signal, headers: { Accept: "application/json" } });
        if (answer.ok && !signal.aborted) show((await answer.json()).suggestions);
      } catch {
        // Typed on, or no connection: the server finds it when the form is saved.
      }
    };

    field.addEventListener("input", (event) => {
      key.value = "";
      if (event.isComposing) return;
      clearTimeout(timer);
      if (field.value.trim()) timer = setTimeout(ask, WAIT); else close();
    });
    field.addEventListener("compositionend", () => field.dispatchEvent(new InputEvent("input", { bubbles: true })));
    field.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" && list.hidden) ask();
      else if (list.hidden) return;
      else if (event.key === "ArrowDown") point(active + 1);
      else if (event.key === "ArrowUp") point(active < 0 ? -1 : active - 1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && active >= 0) choose(options()[active]);
      else return;
      event.preventDefault();
    });
    field.addEventListener("blur", close);
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    list.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) choose(row);
    });
  });
})();
