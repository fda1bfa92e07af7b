// Autosave: the editor's forms are sent while somebody writes, one request at a time, and nothing typed is lost.
import { AGAIN, LOGGED_OUT, NO_CONNECTION, OUR_FAULT, REST, inTurn, refusals, tellTime } from "./saving.js";
import { load, store } from "./unsent.js";

const LEAVES = ".version-form";
const editor = document.querySelector("[data-editor]");
const unsent = load(editor.dataset.unsent);
const timers = new Map();
let flight = null;
let failing = "";
let retry = 0;

const $ = (id) => document.getElementById(id);
const domOf = (path) => path.replaceAll("/", "-").replaceAll("#", "");
const inputOf = (path) => editor.querySelector(`[data-autosave] [name="${CSS.escape(path)}"]`);
const seenOf = (path) => editor.querySelector(`[data-autosave] [name="${CSS.escape(`seen:${path}`)}"]`);
const isRefused = (path) => $(`about-${domOf(path)}`)?.hasAttribute("data-problem");
const isField = (element) => element.matches?.("[data-autosave] .edit-input");
const keep = () => store(editor.dataset.unsent, unsent);

// What the person sees of it.
const say = (text) => { $("edit-said").textContent = text; };
const showState = (state) => {
  const place = $("edit-saved");
  place.dataset.state = state;
  if (state === "saving") place.textContent = "Saving…";
  if (state === "typing") place.textContent = "Not saved yet…";
};
const mark = (path, state) => {
  const field = $(`field-${domOf(path)}`);
  if (field) field.dataset.state = state;
};
const showFailure = (text) => {
  const place = $("edit-saved");
  place.dataset.state = "failed";
  place.textContent = text;
  if (failing !== text) say(text);
  failing = text;
  for (const path of unsent.keys()) mark(path, "unsent");
};

const enqueue = inTurn();

const valuesOf = (form, submitter) => {
  const values = Object.fromEntries(new FormData(form));
  delete values.csrfmiddlewaretoken;
  for (const { name } of form.querySelectorAll("[data-begun] [name]")) delete values[name];
  if (submitter?.name) values[submitter.name] = submitter.value;
  return values;
};
const post = async (url, values) => {
  flight = values;
  showState("saving");
  for (const path of unsent.keys()) if (path in values) mark(path, "saving");
  try {
    await htmx.ajax("POST", url, { source: editor, swap: "none", values });
  } catch {
    // Told by htmx:sendError.
  }
  flight = null;
};
const send = (form, submitter) => {
  clearTimeout(timers.get(form));
  const url = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  const values = valuesOf(form, submitter);
  const id = form.id;
  enqueue(() => {
    const now = id ? $(id) : form;
    const held = now?.isConnected ? valuesOf(now, submitter) : values;
    const idle = !submitter && !Object.keys(held).some((path) => unsent.has(path));
    return idle ? undefined : post(url, held);
  });
};
// A bullet that was begun here and isn't there yet; adding it twice adds it once.
const addBegun = (row) => enqueue(() => {
  if (!row.isConnected) return undefined;
  const after = row.previousElementSibling.dataset.item.split("/").at(-1);
  return post(editor.dataset.add, { ...valuesOf(row.closest("form")), add: row.dataset.item, after });
});
const sendAll = () => {
  clearTimeout(retry);
  editor.querySelectorAll("[data-begun]").forEach(addBegun);
  const paths = [...unsent.keys()].filter((path) => !isRefused(path));
  for (const form of new Set(paths.map((path) => inputOf(path)?.form).filter(Boolean))) send(form);
};
const tryAgain = () => {
  clearTimeout(retry);
  retry = setTimeout(sendAll, AGAIN);
};

// Typing.
editor.addEventListener("input", ({ target }) => {
  if (!isField(target)) return;
  const seen = unsent.get(target.name)?.seen ?? seenOf(target.name)?.value ?? "";
  unsent.set(target.name, { value: target.value, seen });
  keep();
  if (!failing) showState("typing");
  clearTimeout(timers.get(target.form));
  timers.set(target.form, setTimeout(() => send(target.form), REST));
});
editor.addEventListener("change", ({ target }) => {
  if (isField(target) && unsent.has(target.name)) send(target.form);
});
editor.addEventListener("submit", (event) => {
  if (event.target.matches(LEAVES)) return;
  event.preventDefault();
  const waits = event.submitter?.id === "undo" && unsent.size;
  if (event.submitter?.getAttribute("aria-disabled") === "true" && !waits) return;
  if (waits) sendAll();
  send(event.target, event.submitter);
});
editor.addEventListener("editor:send", ({ detail }) => enqueue(() => {
  const form = detail.form?.isConnected ? valuesOf(detail.form) : {};
  return post(detail.url, { ...form, ...detail.values });
}));

// Answers.
const focusAfter = ({ keep: kept, take, sure }) => {
  if (document.activeElement !== document.body) return;
  if (kept ?? take) inputOf(kept ?? take)?.focus();
  if (sure) ($("asks").querySelector(".edit-input") ?? inputOf(sure))?.focus();
};
const settle = (values) => {
  for (const [path, sent] of Object.entries(values)) {
    if (!unsent.has(path)) continue;
    const input = inputOf(path);
    if (values.take === path || (input && input.value === sent && !isRefused(path))) {
      unsent.delete(path);
      mark(path, values.take === path ? "" : "saved");
    } else if (input && !isRefused(path)) {
      unsent.set(path, { value: input.value, seen: seenOf(path)?.value ?? "" });
    } else {
      mark(path, "unsent");
    }
    input?.setAttribute("aria-invalid", String(Boolean(isRefused(path))));
  }
  keep();
};
const WHY = refusals("resume");
const isOurs = (event) => event.detail.requestConfig?.elt === editor || event.detail.elt === editor;

document.addEventListener("htmx:beforeSwap", (event) => {
  if (!isOurs(event)) return;
  const { xhr } = event.detail;
  event.detail.shouldSwap = xhr.getResponseHeader("X-Editor") !== null;
  if (event.detail.shouldSwap) event.detail.isError = false;
});
document.addEventListener("htmx:sendError", (event) => {
  if (!isOurs(event)) return;
  showFailure(NO_CONNECTION);
  tryAgain();
});
document.addEventListener("htmx:afterOnLoad", (event) => {
  if (!isOurs(event) || !flight) return;
  const { xhr } = event.detail;
  if (xhr.getResponseHeader("X-Editor") === null) {
    const out = xhr.status === 200;
    showFailure(out ? LOGGED_OUT : WHY[xhr.status] ?? OUR_FAULT);
    if (!out && !WHY[xhr.status]) tryAgain();
    return;
  }
  failing = "";
  settle(flight);
  reapply();
  focusAfter(flight);
  $("orphans").firstElementChild?.scrollIntoView({ block: "center" });
});
addEventListener("online", sendAll);

// What was replaced on the page gets back what was typed and not saved; what is open stays open.
const reapply = () => {
  const lost = {};
  for (const [path, { value, seen }] of unsent) {
    const input = inputOf(path);
    if (!input) {
      Object.assign(lost, { [path]: value, [`seen:${path}`]: seen });
      continue;
    }
    if (input.value === value) continue;
    input.value = value;
    if (seenOf(path)) seenOf(path).value = seen;
    mark(path, "unsent");
    input.closest("details")?.setAttribute("open", "");
  }
  return lost;
};
const opened = new Set();
document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
  for (const fold of detail.target.querySelectorAll?.("details[id][open]") ?? []) opened.add(fold.id);
});
document.addEventListener("htmx:oobAfterSwap", () => {
  for (const id of opened) $(id)?.setAttribute("open", "");
  opened.clear();
  tellTime(editor);
});
document.addEventListener("editor:focus", ({ detail }) => {
  const target = $(detail.id);
  target?.closest("details")?.setAttribute("open", "");
  target?.focus();
});
editor.addEventListener("click", (event) => {
  const form = event.target.closest("[data-leave-out]")?.closest("form");
  if (!form) return;
  for (const path of Object.keys(valuesOf(form))) unsent.delete(path);
  keep();
});

// Coming and going. What waits to be saved goes first: the next page, or the version, is to hold it.
const flush = () => {
  sendAll();
  return enqueue(() => {});
};
const refuse = () => {
  say("Not kept as a version yet: settle what isn’t saved first.");
  const refused = [...unsent.keys()].map(inputOf).find(Boolean);
  refused?.closest("details")?.setAttribute("open", "");
  refused?.focus();
};
let leaving = "";
document.addEventListener("submit", (event) => {
  const form = event.target;
  const stays = form.closest("[data-editor], [data-looks]") && !form.matches(LEAVES);
  if (stays || leaving === "now" || !unsent.size) return;
  event.preventDefault();
  event.stopPropagation();
  if (leaving) return;
  leaving = "soon";
  flush().then(() => {
    leaving = form.matches(LEAVES) && unsent.size ? "" : "now";
    if (leaving) form.requestSubmit(event.submitter);
    else refuse();
  });
}, { capture: true });
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || !unsent.size || event.defaultPrevented || elsewhere || link.target || link.pathname === location.pathname) return;
  event.preventDefault();
  flush().then(() => location.assign(link.href));
});
addEventListener("beforeunload", (event) => {
  if (failing && unsent.size) event.preventDefault();
});
addEventListener("pagehide", () => {
  if (failing) return;
  const forms = new Set([...unsent.keys()].filter((path) => !isRefused(path)).map((path) => inputOf(path)?.form).filter(Boolean));
  for (const form of forms) navigator.sendBeacon(editor.dataset.save, new FormData(form));
});
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
  if (event.target.matches("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  $(event.shiftKey ? "redo" : "undo").click();
});

for (const [path, { value }] of unsent) if (inputOf(path)?.value === value) unsent.delete(path);
keep();
const lost = reapply();
if (Object.keys(lost).length) enqueue(() => post(editor.dataset.save, lost));
sendAll();
document.documentElement.dataset.autosaves = "";
if (!$("edit-saved").textContent) $("edit-saved").textContent = "Changes save by themselves.";
