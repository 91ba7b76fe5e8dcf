// combobox.js: a long list of choices becomes a field in which one types. Without it the list works as it is.
// <div data-combobox data-none="words"> holds a label and a <select>; an option may carry data-words by which it is
// found too. The select stays: it holds the value, and a script that changes it sends it the event "shown".
(() => {
  "use strict";
  const SHOWN = 8;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase().trim();

  document.querySelectorAll("[data-combobox]").forEach((box) => {
    const select = box.querySelector("select"), label = box.querySelector("label");
    const field = document.createElement("input"), list = document.createElement("ul");
    const status = document.createElement("p"), frame = document.createElement("div");
    const choices = [...select.options].filter((option) => option.value).map((option) => ({
      option, words: plain(option.text), also: plain(option.dataset.words ?? ""),
    }));
    let found = [], active = -1;

    field.type = "text";
    field.className = select.className.replace("form-select", "form-control");
    field.id = select.id;
    select.id = `${field.id}-value`;
    label.htmlFor = field.id;
    list.id = `${field.id}-list`;
    list.className = "ia-combo__list";
    list.role = "listbox";
    list.setAttribute("aria-label", label.textContent);
    status.className = "visually-hidden";
    status.role = "status";
    frame.className = "ia-combo";
    for (const [name, value] of Object.entries({
      role: "combobox", autocomplete: "off", spellcheck: "false", dir: "auto", "aria-autocomplete": "list",
      "aria-expanded": "false", "aria-controls": list.id,
    })) field.setAttribute(name, value);
    ["aria-describedby", "aria-invalid"].forEach((name) => {
      if (select.hasAttribute(name)) field.setAttribute(name, select.getAttribute(name));
    });
    frame.append(field, list, status);
    select.before(frame);
    select.hidden = list.hidden = true;

    const showChosen = () => { field.value = select.value ? select.selectedOptions[0].text : ""; };
    const close = () => {
      list.hidden = true;
      active = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    };
    const choose = (option) => {
      select.value = option?.value ?? "";
      if (option) showChosen();
      close();
      select.dispatchEvent(new Event("change", { bubbles: true }));
    };
    // What begins like the acronym first, then any word in any language.
    const rank = ({ words, also }, sought) => {
      if (words.startsWith(sought)) return 0;
      if (` ${also}`.includes(` ${sought}`)) return 1;
      return words.includes(sought) || also.includes(sought) ? 2 : 3;
    };
    const point = (number) => {
      active = (number + found.length) % found.length;
      [...list.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === active)));
      field.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({ block: "nearest" });
    };
    const look = () => {
      const sought = plain(field.value);
      found = choices.map((choice) => ({ ...choice, rank: sought ? rank(choice, sought) : 2 }))
        .filter((choice) => choice.rank < 3).sort((one, other) => one.rank - other.rank).slice(0, SHOWN);
      list.replaceChildren(...found.map(({ option }, place) => {
        const row = document.createElement("li");
        row.id = `${list.id}-${place}`;
        row.role = "option";
        row.textContent = option.text;
        return row;
      }));
      list.hidden = !found.length;
      field.setAttribute("aria-expanded", String(!list.hidden));
      status.textContent = found.length ? "" : box.dataset.none;
      if (found.length) point(0); else close();
    };
    // What stands in the field when one leaves it is the first that fits.
    const settle = () => {
      if (!list.hidden && active >= 0) choose(found[active].option);
      close();
    };

    field.addEventListener("input", (event) => {
      if (event.isComposing) return;
      select.value = "";
      if (field.value.trim()) look(); else choose(null);
    });
    field.addEventListener("compositionend", () => field.dispatchEvent(new InputEvent("input", { bubbles: true })));
    field.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) settle();
      else if (event.key === "Escape" && !list.hidden) close();
      else if (["ArrowDown", "ArrowUp"].includes(event.key)) {
        if (list.hidden) look(); else point(active + (event.key === "ArrowDown" ? 1 : -1));
      } else return;
      event.preventDefault();
    });
    field.addEventListener("blur", settle);
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    list.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) choose(found[[...list.children].indexOf(row)].option);
    });
    select.addEventListener("shown", showChosen);
    showChosen();
  });
})();
