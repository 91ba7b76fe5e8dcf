// search.js: titles and codes while one types, and the field that the magnifier opens. Both search without it.
(() => {
  "use strict";
  const WAIT = 200, HAN = /\p{Script=Han}/u;

  document.querySelectorAll("[data-suggest]").forEach((box) => {
    const field = box.querySelector("input[type=search]"), list = box.querySelector("[role=listbox]");
    const status = box.querySelector("[role=status]");
    let timer, request, active = -1;
    const options = () => [...list.children];

    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-expanded", "false");

    const close = () => {
      clearTimeout(timer);
      request?.abort();
      list.hidden = true;
      active = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    };

    const choose = (number) => {
      const all = options();
      // Past either end lies the field itself, with what was typed.
      active = number < -1 ? all.length - 1 : number >= all.length ? -1 : number;
      all.forEach((option, place) => option.setAttribute("aria-selected", String(place === active)));
      if (active < 0) { field.removeAttribute("aria-activedescendant"); return; }
      field.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    };

    const show = (suggestions) => {
      list.replaceChildren(...suggestions.map((suggestion, place) => {
        const option = document.createElement("li"), title = document.createElement("span");
        const kind = document.createElement("small");
        option.id = `${list.id}-${place}`;
        option.role = "option";
        option.setAttribute("aria-selected", "false");
        option.dataset.url = suggestion.url;
        title.lang = suggestion.lang;
        title.dir = suggestion.dir;
        title.textContent = suggestion.title;
        kind.textContent = suggestion.kind;
        option.append(title, " ", kind);
        return option;
      }));
      active = -1;
      field.removeAttribute("aria-activedescendant");
      list.hidden = !suggestions.length;
      field.setAttribute("aria-expanded", String(Boolean(suggestions.length)));
      status.textContent = suggestions.length ? status.dataset.some : status.dataset.none;
    };

    const ask = async (text) => {
      request?.abort();
      request = new AbortController();
      const mine = request;
      try {
        const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(text)}`, {
          signal: mine.signal, headers: { Accept: "application/json" },
        });
        if (answer.ok && !mine.signal.aborted) show((await answer.json()).suggestions);
      } catch {
        // Typed on, or no connection: the form still searches.
      }
    };

    field.addEventListener("input", (event) => {
      const text = field.value.trim();
      // Half-composed characters are no word yet.
      if (event.isComposing || (text.length < 2 && !HAN.test(text))) { close(); return; }
      clearTimeout(timer);
      timer = setTimeout(() => ask(text), WAIT);
    });
    field.addEventListener("compositionend", () => field.dispatchEvent(new InputEvent("input", { bubbles: true })));

    field.addEventListener("keydown", (event) => {
      if (event.isComposing || list.hidden) return;
      if (event.key === "ArrowDown") choose(active + 1);
      else if (event.key === "ArrowUp") choose(active - 1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && active >= 0) location.assign(options()[active].dataset.url);
      else return;
      event.preventDefault();
    });

    // The field keeps the focus while a suggestion is pressed.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) location.assign(option.dataset.url);
    });
    field.addEventListener("blur", close);
    field.form.addEventListener("submit", close);
  });

  document.querySelectorAll("[data-opens-search]").forEach((opener) => {
    const panel = document.getElementById(opener.dataset.opensSearch), field = panel.querySelector("input");
    // The search page has its field already.
    const here = document.querySelector("main [data-suggest] input");

    const toggle = (open) => {
      panel.hidden = !open;
      opener.setAttribute("aria-expanded", String(open));
      (open ? field : opener).focus();
    };

    opener.role = "button";
    if (!here) {
      opener.setAttribute("aria-expanded", "false");
      opener.setAttribute("aria-controls", panel.id);
    }
    opener.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (here) here.focus(); else toggle(panel.hidden);
    });
    opener.addEventListener("keydown", (event) => {
      if (event.key === " ") { event.preventDefault(); opener.click(); }
    });
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) toggle(false);
    });
  });
})();
