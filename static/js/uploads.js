// uploads.js: what is chosen or dropped is uploaded at once, in pieces that survive a lost connection (tus 1.0).
// The form then sends the tokens of finished uploads. Without this script it sends the files themselves.
// The words stand in templates/includes/file_upload.html.
(() => {
  "use strict";
  const page = document.documentElement;
  const VERSION = "1.0.0", SMALLEST = 64 * 1024, LARGEST = 4 * 1024 * 1024;
  const latin = { numberingSystem: "latn" };
  const percents = new Intl.NumberFormat(page.lang, { ...latin, style: "percent" });
  const pause = (milliseconds) => new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    addEventListener("online", () => { clearTimeout(timer); resolve(); }, { once: true });
  });

  const sizeInWords = (bytes) => {
    const [unit, divisor] = bytes < 1e6 ? ["kilobyte", 1e3] : ["megabyte", 1e6];
    const format = { ...latin, style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 };
    return new Intl.NumberFormat(page.lang, format).format(bytes / divisor);
  };

  // Where an interrupted upload of the same file goes on, also after the page was closed.
  const memory = {
    key: (file) => `upload ${file.name} ${file.size} ${file.lastModified}`,
    read(file) { try { return localStorage.getItem(this.key(file)); } catch { return null; } },
    write(file, address) { try { localStorage.setItem(this.key(file), address); } catch { /* full or forbidden */ } },
    forget(file) { try { localStorage.removeItem(this.key(file)); } catch { /* forbidden */ } },
  };

  // Who signs in again, in another window too, gets another token for all forms.
  const renewToken = async () => {
    try {
      const session = document.getElementById("drafts").dataset.session;
      const answer = await (await fetch(session, { headers: { Accept: "application/json" } })).json();
      document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((field) => { field.value = answer.csrf; });
    } catch { /* the upload itself says what is wrong */ }
  };

  class Refused extends Error {}
  class SignedOut extends Error {}
  class Failed extends Error {}

  // One file on its way: state, words and buttons of its row.
  class Upload {
    constructor(field, file) {
      this.field = field;
      this.file = file;
      this.offset = 0;
      this.piece = 4 * SMALLEST;
      this.row = field.root.querySelector("template[data-row]").content.firstElementChild.cloneNode(true);
      this.bar = this.row.querySelector("progress");
      this.row.querySelector("[data-file]").textContent = file.name;
      this.row.querySelector("[data-size]").textContent = sizeInWords(file.size);
      this.bar.setAttribute("aria-label", file.name);
      this.row.querySelectorAll("[data-do]").forEach((button) => {
        button.setAttribute("aria-label", `${button.textContent.trim()}: ${file.name}`);
        button.addEventListener("click", () => this[button.dataset.do]());
      });
      field.list.append(this.row);
      this.run();
    }

    get isBusy() { return ["running", "checking", "lost"].includes(this.state); }

    show(state, message = "") {
      const shown = percents.format(Math.floor((this.offset / this.file.size) * 100) / 100 || 0);
      const words = (message || this.field.words(state)).replace("{percent}", shown);
      const isNew = this.state !== state;
      this.state = this.row.dataset.state = state;
      this.bar.value = (this.offset / this.file.size) * 100 || 0;
      this.bar.hidden = ["done", "refused"].includes(state);
      const line = this.row.querySelector("[data-words]");
      line.textContent = words;
      line.classList.toggle("ia-error", ["refused", "failed", "signedout"].includes(state));
      const buttons = { pause: this.isBusy, resume: ["paused", "failed", "signedout"].includes(state) };
      buttons.cancel = this.isBusy || buttons.resume;
      buttons.remove = ["done", "refused"].includes(state);
      this.row.querySelectorAll("[data-do]").forEach((button) => {
        const hadFocus = button === document.activeElement;
        button.hidden = !buttons[button.dataset.do];
        if (hadFocus && button.hidden) this.row.querySelector("[data-do]:not([hidden])")?.focus();
      });
      // Each turn is spoken once; the percents are read from the bar by who wants them.
      if (isNew && state !== "running") this.field.say(`${this.file.name}: ${words}`);
    }

    async run() {
      if (this.isRunning) return;
      this.isRunning = true;
      this.show("running");
      for (let wait = 1000; ; wait = Math.min(wait * 2, 30000)) {
        const before = this.offset;
        try {
          await this.send();
          break;
        } catch (error) {
          if (this.isStopped) break;
          if (error instanceof Refused) { memory.forget(this.file); this.show("refused", error.message); break; }
          if (error instanceof SignedOut) { this.show("signedout"); break; }
          if (error instanceof Failed) { this.show("failed"); break; }
          if (this.offset > before) wait = 1000;
          this.piece = SMALLEST;
          this.show("lost");
          await pause(wait);
          if (this.isStopped) break;
        }
      }
      this.isRunning = false;
      this.field.settled();
    }

    async send() {
      await this.begin();
      while (!this.isStopped && this.offset < this.file.size) {
        this.show("running");
        await this.sendPiece();
      }
      if (this.isStopped) return;
      this.show("checking");
      const answer = await this.ask("GET");
      const known = await answer.json();
      if (known.state === "uploading") { await this.sendPiece(); return this.send(); }
      memory.forget(this.file);
      this.token(known.token);
      this.show("done");
    }

    // Go on where this file stopped before, here or on a page that was closed; else begin.
    async begin() {
      this.address ??= memory.read(this.file);
      if (this.address) {
        const known = await this.ask("HEAD", {}, undefined, [404, 410]);
        if (known.ok) { this.offset = Number(known.headers.get("Upload-Offset")); return; }
        memory.forget(this.file);
      }
      const name = btoa(String.fromCharCode(...new TextEncoder().encode(this.file.name)));
      this.address = this.field.root.dataset.upload;
      this.offset = 0;
      const headers = { "Upload-Length": String(this.file.size), "Upload-Metadata": `filename ${name}` };
      try {
        this.address = (await this.ask("POST", headers)).headers.get("Location");
      } catch (error) {
        this.address = null;
        throw error;
      }
      memory.write(this.file, this.address);
    }

    async sendPiece() {
      const piece = this.file.slice(this.offset, this.offset + this.piece), began = performance.now();
      const headers = { "Upload-Offset": String(this.offset), "Content-Type": "application/offset+octet-stream" };
      if (this.offset + piece.size === this.file.size) this.show("checking");
      const answer = await this.ask("PATCH", headers, piece, [409]);
      if (answer.status === 409) throw new TypeError("Another place than was thought: ask again.");
      this.offset = Number(answer.headers.get("Upload-Offset"));
      // Pieces of two to eight seconds: small on a thin line, large on a good one.
      const took = performance.now() - began;
      if (took < 2000) this.piece = Math.min(this.piece * 2, LARGEST);
      if (took > 8000) this.piece = Math.max(this.piece / 2, SMALLEST);
    }

    async ask(method, headers = {}, body = undefined, accepted = []) {
      this.abort = new AbortController();
      const timer = setTimeout(() => this.abort.abort(), 120000);
      const token = this.field.form.elements.csrfmiddlewaretoken?.value ?? "";
      const standard = { "Tus-Resumable": VERSION, "X-CSRFToken": token, "Accept-Language": page.lang };
      try {
        const answer = await fetch(this.address, {
          method, body, headers: { ...standard, ...headers }, redirect: "manual", signal: this.abort.signal,
        });
        if (answer.ok || accepted.includes(answer.status)) return answer;
        if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) throw new SignedOut();
        if (answer.status === 422 || answer.status === 413) throw new Refused(await this.message(answer));
        // The server is busy or starts again: as if the line were cut.
        if (answer.status >= 500 || answer.status === 429) throw new TypeError(String(answer.status));
        throw new Failed(String(answer.status));
      } finally {
        clearTimeout(timer);
      }
    }

    // A proxy that has a limit of its own sends no words.
    async message(answer) {
      try { return (await answer.json()).message; } catch { return this.field.words("failed"); }
    }

    token(value) {
      const input = document.createElement("input");
      input.type = "hidden";
      input.name = this.field.root.dataset.name;
      input.value = value;
      this.row.append(input);
      this.field.changed();
    }

    stop() {
      this.isStopped = true;
      this.abort?.abort();
      dispatchEvent(new Event("online")); // ends a pause between two attempts
    }

    async pause() { this.stop(); this.show("paused"); }

    async resume() {
      while (this.isRunning) await pause(50);
      this.isStopped = false;
      if (this.state === "signedout") await renewToken();
      this.run();
    }

    async cancel() {
      this.stop();
      memory.forget(this.file);
      this.remove();
      if (this.address) this.ask("DELETE").catch(() => {}); // what stays behind is swept after a day
    }

    remove() {
      this.field.forget(this);
      this.row.remove();
      this.field.changed();
      this.field.input.focus();
    }
  }

  class Field {
    constructor(root) {
      this.root = root;
      this.form = root.closest("form");
      this.list = root.querySelector("[data-list]");
      this.input = root.querySelector("input[type=file]");
      this.uploads = [];
      this.isSeveral = "several" in root.dataset;
      const zone = root.querySelector("[data-zone]");
      root.querySelectorAll("[data-with-script]").forEach((part) => { part.hidden = false; });
      zone.classList.add("is-live");
      this.input.addEventListener("change", () => {
        this.take(this.input.files);
        this.input.value = ""; // the form sends tokens, not the bytes again
      });
      zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("is-over"); });
      zone.addEventListener("dragleave", () => zone.classList.remove("is-over"));
      zone.addEventListener("drop", (event) => {
        event.preventDefault();
        zone.classList.remove("is-over");
        this.take(event.dataTransfer.files);
      });
    }

    take(files) {
      const chosen = this.isSeveral ? [...files] : [...files].slice(0, 1);
      if (chosen.length && !this.isSeveral) this.replace();
      this.uploads.push(...chosen.map((file) => new Upload(this, file)));
    }

    // A field of one file: another choice takes the place of the first.
    replace() {
      [...this.uploads].forEach((upload) => (upload.state === "done" ? upload.remove() : upload.cancel()));
      this.list.querySelectorAll("li[data-state=done]").forEach((row) => row.remove());
    }

    words(state) {
      return this.root.querySelector("template[data-words]").content.querySelector(`[data-when=${state}]`).textContent;
    }

    say(words) { this.root.querySelector("[data-status]").textContent = words; }
    forget(upload) { this.uploads = this.uploads.filter((other) => other !== upload); settle(this.form); }
    settled() { settle(this.form); }
    changed() { this.input.dispatchEvent(new Event("input", { bubbles: true })); }
  }

  // A form that is saved while files are on their way waits for them; what was paused goes on.
  const fields = [], waiting = new Map();
  const uploadsOf = (form) => fields.filter((field) => field.form === form).flatMap((field) => field.uploads);
  const settle = (form) => {
    if (!waiting.has(form) || uploadsOf(form).some((upload) => upload.isBusy)) return;
    const button = waiting.get(form);
    waiting.delete(form);
    if (uploadsOf(form).every((upload) => upload.state === "done")) form.requestSubmit(button);
  };
  const watch = (form) => form.addEventListener("submit", (event) => {
    const late = uploadsOf(form).filter((upload) => !["done", "refused"].includes(upload.state));
    if (!late.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting.set(form, event.submitter);
    late.filter((upload) => !upload.isBusy).forEach((upload) => upload.resume());
    late[0].field.say(late[0].field.words("waiting"));
    late[0].row.scrollIntoView({ block: "nearest" });
  }, true);

  document.querySelectorAll("[data-upload]").forEach((root) => fields.push(new Field(root)));
  new Set(fields.map((field) => field.form)).forEach(watch);
  if (fields.length) {
    // A file that is dropped beside the field would take the place of the page, and of what was typed.
    ["dragover", "drop"].forEach((name) => addEventListener(name, (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    }));
  }
})();
