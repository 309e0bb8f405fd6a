// Keys, editing in place, the check while one types, and what changed on the disk meanwhile.
// Without it every page works through its forms and links.
"use strict";
(() => {
  const CHECK_AFTER = 300; // milliseconds without a key
  const LOOK_EVERY = 3000; // milliseconds between looks at the disk
  const SINGLE_KEYS = "workflow-single-keys";

  const list = document.querySelector(".segments");
  const status = document.getElementById("status");
  let last = null; // the segment that was last at hand

  const say = (text) => { status.textContent = text; };
  const segments = () => [...list.querySelectorAll(".segment")];
  const parse = (text) => new DOMParser().parseFromString(text, "text/html").body;
  const editor = (segment) => segment.querySelector("form.editor textarea");
  const dirty = (field) => field.value !== field.defaultValue || field.dataset.unsaved !== undefined;
  // What somebody wrote and no form but `except` would save.
  const unsaved = (place, except) =>
    [...place.querySelectorAll("textarea, input[name]:not([type=hidden])")]
      .filter((field) => dirty(field) && (!except || field.form !== except));

  async function ask(url, form, signal) {
    const request = { headers: { "X-Fragment": "1" }, signal };
    if (form) Object.assign(request, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const answer = await fetch(url, request);
    return { ok: answer.ok, body: parse(await answer.text()) };
  }

  function complain(segment, text) {
    segment.querySelector(".notice.ours")?.remove();
    const notice = document.createElement("p");
    notice.className = "notice ours";
    notice.setAttribute("role", "alert");
    notice.textContent = text;
    (segment.querySelector(".target") ?? segment).prepend(notice);
  }

  // Put an answer in the place of a segment; what is no segment is said in it.
  function put(segment, body) {
    const fresh = body.firstElementChild;
    if (!fresh) {
      complain(segment, body.textContent.trim());
      return null;
    }
    document.adoptNode(fresh);
    fresh.querySelectorAll(".apply[hidden], [data-reload]").forEach((button) => { button.hidden = false; });
    segment.replaceWith(fresh);
    if (last === segment) last = fresh;
    return fresh;
  }

  async function swap(segment, url, form) {
    if (segment.ariaBusy === "true") return null;
    segment.ariaBusy = "true";
    try {
      const { ok, body } = await ask(url, form);
      const fresh = put(segment, body);
      if (fresh && form && ok) say(fresh.querySelector("h2").textContent);
      if (fresh && form) summarize();
      return fresh;
    } catch {
      complain(segment, "The server cannot be reached. What you wrote is still here.");
      return null;
    } finally {
      segment.ariaBusy = "false";
    }
  }

  function go(segment) {
    last = segment;
    segment.focus({ preventScroll: true });
    segment.scrollIntoView({ block: "nearest" });
  }

  async function open(segment, where) {
    const opened = segment.classList.contains("opened") || !segment.dataset.opened
      ? segment : await swap(segment, segment.dataset.opened);
    if (!opened) return;
    const field = opened.querySelector(where);
    if (!field) {
      go(opened);
      say("There is nothing of that kind here.");
      return;
    }
    field.focus();
    if (field.matches("textarea")) field.setSelectionRange(field.value.length, field.value.length);
  }

  // What is written and not saved is discarded only when that is asked for twice.
  async function leave(segment) {
    const asks = segment.classList.contains("opened") && !segment.dataset.asked;
    if (asks && unsaved(segment).length) {
      segment.dataset.asked = "once";
      go(segment);
      complain(segment, "Not saved: e goes back to the text, leaving once more discards it.");
      return;
    }
    const fresh = segment.dataset.shown && await swap(segment, segment.dataset.shown);
    if (fresh) go(fresh);
  }

  function current() {
    const at = document.activeElement?.closest?.(".segment");
    return at ?? (last?.isConnected ? last : null);
  }

  function move(step, fits) {
    const all = segments();
    let index = all.indexOf(current());
    if (index < 0 && step < 0) index = all.length;
    for (index += step; index >= 0 && index < all.length; index += step) {
      if (fits(all[index])) {
        go(all[index]);
        return;
      }
    }
    say(step > 0 ? "There is no further one." : "There is none before.");
  }

  function toggle(selector) {
    const details = current()?.querySelector(selector);
    if (details) details.open = !details.open;
    else say("There is nothing of that kind here.");
  }

  function approve() {
    const segment = current();
    const form = segment?.querySelector("form.approve");
    if (form) form.requestSubmit();
    else if (segment) say(segment.querySelector(".refusal, .state")?.textContent ?? "");
  }

  const any = () => true;
  const found = (segment) => Number(segment.dataset.findings) > 0;
  const unapproved = (segment) => segment.dataset.state !== "approved";
  const KEYS = {
    j: () => move(1, any),
    k: () => move(-1, any),
    n: () => move(1, found),
    p: () => move(-1, found),
    u: () => move(1, unapproved),
    e: () => current() && open(current(), "form.editor textarea"),
    w: () => current() && open(current(), "form.waive input[name=reason]"),
    c: () => current() && open(current(), "form.comment input[name=comment]"),
    a: approve,
    d: () => toggle("details.changes"),
    t: () => toggle("details.terms"),
    "?": () => document.getElementById("keys")?.togglePopover(),
  };
  const singleKeys = () => localStorage.getItem(SINGLE_KEYS) !== "off";

  function escape(event) {
    const segment = current();
    if (!segment?.classList.contains("opened") || document.querySelector(":popover-open")) return;
    event.preventDefault();
    leave(segment);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return escape(event);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest?.("form.editor, form.comment, form.waive");
      if (form) event.preventDefault();
      return form?.requestSubmit();
    }
    const typing = event.target.closest?.("input, textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !singleKeys()) return undefined;
    const action = KEYS[event.key];
    if (action) {
      event.preventDefault();
      // Letters typed ahead of an editor that is still opening are no commands.
      if (current()?.ariaBusy !== "true") action();
    }
    return undefined;
  });

  document.addEventListener("focusin", (event) => {
    last = event.target.closest?.(".segment") ?? last;
  });

  document.addEventListener("submit", async (event) => {
    const segment = event.target.closest(".segment");
    if (!segment || event.target.matches("[data-whole]")) return;
    event.preventDefault();
    const left = unsaved(segment, event.target);
    if (left.length) {
      complain(segment, "Something else that you wrote here is not saved yet.");
      left[0].focus();
      return;
    }
    const fresh = await swap(segment, event.target.action, event.target);
    if (fresh) (fresh.classList.contains("opened") && editor(fresh) || fresh).focus();
  });

  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-open], [data-close], .apply, [data-reload]");
    const segment = target?.closest(".segment");
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (target.matches("[data-reload]")) {
      location.reload();
    } else if (target.matches(".apply")) {
      const area = editor(segment);
      area.value = target.dataset.text;
      area.dispatchEvent(new Event("input", { bubbles: true }));
      area.focus();
    } else if (list?.id && segment?.dataset.shown) {
      event.preventDefault();
      if (target.matches("[data-open]")) open(segment, "form.editor textarea");
      else leave(segment);
    }
  });

  let waiting = 0;
  let asking = null;
  document.addEventListener("input", (event) => {
    const segment = event.target.closest(".segment");
    delete segment?.dataset.asked;
    segment?.querySelector(".notice.ours")?.remove();
    const form = event.target.closest("form.editor[data-check]");
    if (!form || !event.target.matches("textarea")) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => check(form), CHECK_AFTER);
  });

  async function check(form) {
    asking?.abort();
    asking = new AbortController();
    try {
      const { body } = await ask(form.dataset.check, form, asking.signal);
      const typed = form.closest(".segment").querySelector(".typed");
      typed.replaceChildren(...body.childNodes);
      say(typed.querySelector(".label, .notice")?.textContent ?? "");
    } catch (error) {
      if (error.name !== "AbortError") complain(form.closest(".segment"), "The check cannot be reached.");
    }
  }

  async function summarize() {
    const old = document.getElementById("overview");
    if (!old || old.contains(document.activeElement)) return;
    const { ok, body } = await ask(old.dataset.fresh);
    if (ok && body.firstElementChild) old.replaceWith(document.adoptNode(body.firstElementChild));
  }

  function tell(text) {
    const place = document.getElementById("changed");
    place.hidden = !text;
    if (place.firstChild?.textContent !== text) place.replaceChildren(text);
  }

  // What others wrote in the files or here is shown; a segment that somebody is at is left alone.
  async function look() {
    if (document.hidden) return;
    const answer = await fetch(list.dataset.versions, { headers: { "X-Fragment": "1" } });
    if (!answer.ok) return tell(parse(await answer.text()).textContent.trim());
    const versions = await answer.json();
    let gone = false;
    let changed = false;
    for (const segment of segments()) {
      const version = versions[segment.id.slice(2)];
      gone ||= version === undefined;
      const atWork = segment.classList.contains("opened") || !segment.dataset.version;
      if (version === undefined || version === segment.dataset.version || atWork) continue;
      const focused = segment.contains(document.activeElement);
      const fresh = await swap(segment, segment.dataset.shown);
      if (fresh && focused) fresh.focus({ preventScroll: true });
      changed = true;
    }
    if (changed) summarize();
    return tell(gone ? "The Spanish has changed: load the page again to see all of it." : "");
  }

  addEventListener("beforeunload", (event) => {
    if (unsaved(document).length) event.preventDefault();
  });

  document.querySelectorAll("[hidden].apply, [hidden][data-reload]").forEach((one) => { one.hidden = false; });
  if (document.querySelector("[data-again]")) location.reload();
  const box = document.getElementById("single-keys");
  if (box) {
    box.checked = singleKeys();
    box.addEventListener("change", () => localStorage.setItem(SINGLE_KEYS, box.checked ? "on" : "off"));
  }
  if (list?.dataset.versions) {
    const again = () => setTimeout(() => look().catch(() => tell("The server cannot be reached.")).finally(again), LOOK_EVERY);
    again();
  }
})();
