// drafts.js: a form that saves itself. Loaded by includes/drafts.html, whose elements hold all words.
// The form posts itself to data-autosave with `autosave`; answers: 200 {"message", "is_outdated"}, 401 signed out,
// 403 or 404 not allowed any more (or an old token), 409 {"is_elsewhere"} open in another window too, 413 too large.
// What the server does not have is kept in this browser.
(() => {
  "use strict";
  const form = document.querySelector("form[data-autosave]"), root = document.getElementById("drafts");
  if (!form || !root) return;
  const PAUSE = 2000, LONGEST_PAUSE = 15000, FIRST_RETRY = 5000, LAST_RETRY = 60000, LOCAL_PAUSE = 300;
  const TIMEOUT = 60000, KEEPALIVE = 60000, KEPT_DAYS = 60;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const me = root.dataset.user, state = document.getElementById("savestate");
  const dialog = root.querySelector("dialog"), offer = root.querySelector("[data-offer]");

  // What was typed, as the form would post it. Never files, passwords or the token.
  const passwords = all("[type=password]", form).map((field) => field.name);
  const left_out = new Set(["window", "began", "csrfmiddlewaretoken", ...passwords]);
  const typed = () => new URLSearchParams(
    [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !left_out.has(name))
  ).toString();
  let safe = typed(); // what the server has
  const changed = () => typed() !== safe;

  // States
  let situation = "";
  const show = (name) => {
    situation = name;
    all("[data-when]", state).forEach((part) => { part.hidden = part.dataset.when !== name; });
  };
  const savedWords = state.querySelector("[data-when=saved] [data-text]");
  const showOutdated = (is) => { state.querySelector("[data-outdated]").hidden = !is; };

  // The copy in this browser: one for each opened page, so that two windows do not write over each other.
  const place = `draft:${me}:${form.dataset.autosave.replace(/^\/[a-z-]+\//, "/")}`;
  // A form that came back with errors goes on as the page that sent it.
  const page = root.dataset.window || `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
  const slot = `${place}:${page}`;
  const keepLocally = (key = slot, text = typed(), at = Date.now()) => {
    try {
      localStorage.setItem(key, JSON.stringify({ at, text }));
      return true;
    } catch { return false; } // full, or forbidden
  };
  const forgetLocally = (key = slot) => { try { localStorage.removeItem(key); } catch { /* forbidden */ } };
  const copies = () => {
    const found = [];
    try {
      Object.keys(localStorage).filter((key) => key.startsWith("draft:")).forEach((key) => {
        const { at, text } = JSON.parse(localStorage.getItem(key));
        if (Date.now() - at > KEPT_DAYS * 86400000) forgetLocally(key);
        else if (key.startsWith(`${place}:`) && key !== slot) found.push({ key, at, text });
      });
    } catch { /* forbidden */ }
    return found.sort((one, other) => other.at - one.at);
  };

  // Saving
  let timer, localTimer, typedAt = 0, failures = 0, pause = PAUSE, running = null;
  let leaving = false, mustAsk = false, reached = true, unanswered = null;
  const post = async (text, again) => {
    const body = new URLSearchParams(text);
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.set("autosave", "1");
    body.set("window", page);
    body.set("began", root.dataset.draft ?? "");
    if (again) body.set("again", "1");
    try {
      return await fetch(form.dataset.autosave, {
        method: "POST",
        body,
        redirect: "manual",
        headers: { Accept: "application/json" },
        keepalive: body.toString().length < KEEPALIVE,
        signal: AbortSignal.timeout(TIMEOUT),
      });
    } catch { return null; }
  };
  // Who is signed in now: an id, null for nobody, undefined where there is no answer. Renews the tokens of the page.
  const whoIsIn = async () => {
    try {
      const answer = await (await fetch(root.dataset.session, { headers: { Accept: "application/json" } })).json();
      all("input[name=csrfmiddlewaretoken]").forEach((field) => { field.value = answer.csrf; });
      return answer.user;
    } catch { return undefined; }
  };
  const isMe = (user) => String(user) === me;
  const fail = () => {
    failures += 1;
    show(keepLocally() ? "kept" : "failed");
    timer = setTimeout(save, Math.min(FIRST_RETRY * 2 ** (failures - 1), LAST_RETRY));
  };
  async function send(tries = 2) {
    const text = unanswered ?? typed(), began = Date.now(), troubled = failures > 0 || situation === "signedout";
    if (text === safe) { // taken back
      failures = 0;
      forgetLocally();
      if (situation) show(savedWords.textContent ? "saved" : "");
      return;
    }
    if (!troubled) show("saving");
    const answer = await post(text, troubled);
    reached = answer !== null;
    // The server may have written an answer and its reply was lost: the same is sent again before what came later, or
    // one would be in conflict with oneself.
    unanswered = !reached && form.hasAttribute("data-into-record") ? text : null;
    if (answer?.ok) {
      const said = await answer.json().catch(() => ({}));
      // What was saved at once has a new version, on which the next save stands.
      const stands = new URLSearchParams(text);
      Object.entries(said.versions ?? {}).forEach(([name, version]) => {
        form.elements[name].value = version;
        stands.set(name, version);
      });
      safe = stands.toString();
      failures = 0;
      pause = Math.max(PAUSE, Date.now() - began); // a slow line is not kept busy
      savedWords.textContent = said.message ?? "";
      showOutdated(said.is_outdated);
      show("saved");
      if (changed()) later(); else forgetLocally();
      if (said.is_elsewhere) { keepLocally(); show("elsewhere"); } // the rest that no answer takes
    } else if ([401, 403, 404].includes(answer?.status)) {
      keepLocally();
      const user = await whoIsIn();
      if (user === undefined) fail();
      else if (user === null) show("signedout");
      else if (!isMe(user)) show("other");
      else if (answer.status !== 404 && tries > 1) await send(tries - 1); // the token was old
      else show("refused");
    } else if (answer?.status === 409 && (await answer.json().catch(() => ({}))).is_elsewhere) {
      keepLocally();
      show("elsewhere");
    } else if (answer?.status === 413) {
      keepLocally();
      show("toolarge");
    } else fail();
  }
  // One request at a time.
  function save() {
    clearTimeout(timer);
    typedAt = 0;
    running ??= send().finally(() => { running = null; });
    return running;
  }
  function later() {
    typedAt ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(pause, typedAt + Math.max(LONGEST_PAUSE, pause) - Date.now())));
  }
  const note = () => {
    leaving = false;
    clearTimeout(localTimer);
    localTimer = setTimeout(() => { if (changed()) keepLocally(); }, LOCAL_PAUSE);
    if (["signedout", "other", "refused"].includes(situation)) return;
    if (failures === 0) { show("changed"); later(); }
  };
  form.addEventListener("input", note);
  form.addEventListener("change", note);
  addEventListener("online", () => { if (changed()) save(); });
  // A page that stays has sent the form by itself, and emptied it.
  form.addEventListener("taken", () => {
    clearTimeout(timer);
    safe = typed();
    leaving = false;
    forgetLocally();
    savedWords.textContent = "";
    show("");
  });

  // The form sends the same by its button, so that the text of another window is not forgotten with it.
  form.addEventListener("formdata", ({ formData }) => {
    if (!leaving) return;
    formData.set("window", page);
    formData.set("began", root.dataset.draft ?? "");
  });

  // The button: first the text is safe, then the form goes. A lost connection leaves the page as it is.
  let goOn = null;
  form.addEventListener("submit", async (event) => {
    if (leaving || !changed()) { leaving = true; return; }
    event.preventDefault();
    const submitter = event.submitter;
    do await save(); while (situation === "saved" && changed());
    if (situation === "signedout") { goOn = submitter; dialog.showModal(); }
    else if (reached && situation !== "other") { leaving = true; form.requestSubmit(submitter); }
  });
  // Signing out takes the copies in this browser away.
  all("form[action$='/accounts/logout/']").forEach((out) => out.addEventListener("submit", async (event) => {
    if (!changed()) return;
    event.preventDefault();
    await save();
    mustAsk = changed();
    out.submit();
  }));

  // Leaving
  const lastSave = () => { if (!leaving && changed()) { keepLocally(); if (situation !== "other") save(); } };
  addEventListener("pagehide", lastSave);
  document.addEventListener("visibilitychange", async () => {
    if (document.visibilityState === "hidden") lastSave(); else comeBack();
  });
  addEventListener("focus", comeBack);
  // Back to a form that was sent: what it shows is old.
  addEventListener("pageshow", (event) => { if (event.persisted && leaving) location.reload(); });
  addEventListener("beforeunload", (event) => {
    if (!leaving && changed() && (mustAsk || !keepLocally())) event.preventDefault();
  });
  // Somebody may have signed in in another window.
  async function comeBack() {
    if (["signedout", "other"].includes(situation) && !dialog.open && isMe(await whoIsIn())) await save();
  }

  // Signing in again, in place
  const tell = (name) => all("[data-problem]", dialog).forEach((part) => { part.hidden = part.dataset.problem !== name; });
  const password = dialog.querySelector("[name=password]");
  state.querySelector("[data-sign-in]").addEventListener("click", () => { goOn = null; dialog.showModal(); });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => { password.value = ""; tell(""); });
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    let user = await whoIsIn(), status = 0;
    if (user === null) {
      const body = new URLSearchParams(new FormData(event.target));
      const headers = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" };
      const answer = await fetch(event.target.action, { method: "POST", body, headers }).catch(() => null);
      status = answer?.status;
      // The sign-in says itself what is wrong, such as too many attempts.
      const said = status === 400 && (await answer.json().catch(() => null))?.form?.errors?.[0];
      if (said) dialog.querySelector("[data-problem=wrong] span").textContent = said;
      user = status === 200 ? await whoIsIn() : null;
    }
    if (isMe(user)) {
      dialog.close();
      await save();
      if (goOn && situation === "saved") form.requestSubmit(goOn);
      return;
    }
    password.value = "";
    password.focus();
    if (user) tell("other");
    else tell(user === undefined ? "failed" : { 200: "more", 400: "wrong", 429: "many" }[status] ?? "failed");
  });

  // A text that is still here when the form opens: its tab was closed or killed before it could be saved.
  const [copy] = copies().filter(({ key, text }) => text !== safe || forgetLocally(key));
  if (copy) {
    const sameDay = new Date(copy.at).toDateString() === new Date().toDateString();
    const moment = new Intl.DateTimeFormat(document.documentElement.lang, {
      ...(sameDay ? {} : { day: "numeric", month: "long", year: "numeric" }),
      hour: "2-digit", minute: "2-digit", hourCycle: "h23", numberingSystem: "latn", timeZone: root.dataset.zone || "UTC",
    }).format(copy.at);
    const words = offer.querySelector("[data-words]");
    words.textContent = words.dataset.words.replace("{moment}", moment);
    offer.hidden = false;
    // The server makes the page of it, with its rows and choices. The draft that stood there takes its place here.
    offer.querySelector("[data-take]").addEventListener("click", async () => {
      const { text } = copy;
      if (!(await post(text, false))?.ok) { show("kept"); return; }
      if (root.dataset.draft) keepLocally(copy.key, safe, Date.parse(root.dataset.draft)); else forgetLocally(copy.key);
      leaving = true;
      location.assign(location.pathname + location.search);
    });
    offer.querySelector("[data-throw]").addEventListener("click", () => {
      forgetLocally(copy.key);
      offer.hidden = true;
    });
  }
})();
