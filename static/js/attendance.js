// attendance.js: on the day of a meeting each tap is saved at once. Without it one button saves all of them.
(() => {
  "use strict";
  const form = document.getElementById("marks");
  if (!form) return;
  const rows = [...form.querySelectorAll("[data-row]")];
  const AGAIN = 10_000;
  const unsaved = new Set();

  const choice = (row, value) => [...row.querySelectorAll("input[type=radio]")].find((radio) => radio.value === value);
  const chosen = (row) => row.querySelector("input[type=radio]:checked")?.value ?? "";
  const shown = (row) => row.querySelector("input[type=hidden]");
  const say = (row, words) => { row.querySelector("[data-said]").textContent = words; };

  // One request at a time for a row: what is tapped meanwhile is sent after it.
  const send = async (row) => {
    unsaved.add(row);
    if (row.dataset.busy) return;
    row.dataset.busy = "yes";
    const key = row.dataset.row, wanted = chosen(row), data = new FormData();
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.set(`shown-${key}`, shown(row).value);
    data.set(`presence-${key}`, wanted);
    try {
      const answer = await fetch(location.pathname, {
        method: "POST", body: data, headers: { Accept: "application/json" }, redirect: "error",
      });
      if (!answer.ok && answer.status !== 409) throw new Error(answer.status);
      const { marks, present } = await answer.json();
      delete row.dataset.busy;
      document.getElementById("present").textContent = present;
      take(row, wanted, marks[key] ?? "", answer.ok);
    } catch {
      delete row.dataset.busy;
      say(row, form.dataset.failed);
      setTimeout(() => { if (unsaved.has(row)) send(row); }, AGAIN);
    }
  };

  const take = (row, wanted, stands, isMine) => {
    shown(row).value = stands;
    if (isMine && chosen(row) !== wanted) { send(row); return; }
    unsaved.delete(row);
    if (!isMine && choice(row, stands)) choice(row, stands).checked = true;
    row.dataset.mark = chosen(row);
    say(row, isMine ? form.dataset.saved : form.dataset.overtaken);
  };

  rows.forEach((row) => {
    row.dataset.mark = chosen(row);
    // A tap on what is marked already takes the mark away.
    row.addEventListener("click", (event) => {
      const radio = event.target.closest("input[type=radio]");
      if (!radio) return;
      if (radio.value && radio.value === row.dataset.mark) choice(row, "").checked = true;
      row.dataset.mark = chosen(row);
      if (chosen(row) !== shown(row).value || row.dataset.busy) send(row);
    });
  });
  form.querySelector("[data-without-script]").hidden = true;
  addEventListener("beforeunload", (event) => { if (unsaved.size) event.preventDefault(); });

  // Finding a person or an entity as one types.
  const box = document.getElementById("find"), field = box.querySelector("input");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  box.hidden = false;
  field.addEventListener("input", () => {
    const sought = plain(field.value.trim());
    form.querySelectorAll(".ia-roll").forEach((group) => {
      const inHead = plain(group.querySelector("h2").textContent).includes(sought);
      const found = [...group.querySelectorAll("[data-row]")].filter((row) => {
        row.hidden = !inHead && !plain(row.querySelector("legend").textContent).includes(sought);
        return !row.hidden;
      });
      group.hidden = found.length === 0;
    });
  });
})();
