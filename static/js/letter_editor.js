// Letter's editor: saves while somebody writes, one save at a time, keeps here what isn't saved, and shows where a doubt stands.
import { AGAIN, LOGGED_OUT, NO_CONNECTION, OUR_FAULT, REST, inTurn, refusals, tellTime } from "./saving.js";
import { load, store } from "./unsent.js";
import { countWords, markDoubts, questions } from "./letter_marks.js";

const TEXT = "text";
const PARTS = ["letter-notes", "letter-mistake", "letter-words", "letter-side"];
const WHY = refusals("letter");
const block = document.querySelector("[data-letter]");
const form = document.getElementById("letter-form");
const field = form.elements.text;
const revision = form.elements.revision;
const unsent = load(block.dataset.unsent);
const enqueue = inTurn();
let conflict = form.dataset.dirty === "yes";
let failing = "";
let rest = 0;
let again = 0;

const $ = (id) => document.getElementById(id);
const keep = () => store(block.dataset.unsent, unsent);
const hold = (seen) => {
  unsent.set(TEXT, { value: field.value, seen });
  keep();
};
const redraw = () => {
  markDoubts(field);
  countWords(field);
};

// What the person sees of it.
const show = (text, state) => {
  $("letter-state").textContent = text;
  $("letter-state").dataset.state = state;
};
const fail = (text, { tries = false } = {}) => {
  clearTimeout(again);
  if (tries) again = setTimeout(save, AGAIN);
  if (failing !== text) $("letter-said").textContent = text;
  failing = text;
  show(text, "failed");
};
const label = () => {
  form.querySelector("label[for=id_text]").textContent = conflict ? "Yours, not saved yet" : "Your letter";
};

// What was typed into a question, and where the cursor is, stay while the pieces around the text are replaced.
const key = (element) => `${element.tagName}:${element.getAttribute("href") ?? element.textContent.trim()}`;
const replace = (page) => {
  const typed = new Map(questions().map(({ sentence, where }) => [sentence, where.value]));
  const active = block.contains(document.activeElement) && document.activeElement !== field ? document.activeElement : null;
  const asked = active?.form?.elements.sentence?.value;
  for (const id of PARTS) if (page.getElementById(id)) $(id).replaceWith(page.getElementById(id));
  for (const { sentence, where } of questions()) {
    where.value = typed.get(sentence) ?? "";
    if (sentence === asked) where.focus();
  }
  if (!active || active.isConnected || asked) return;
  [...block.querySelectorAll("a, button")].find((each) => key(each) === key(active))?.focus();
};

const settle = (sent, fresh, page) => {
  failing = "";
  conflict = false;
  revision.value = fresh;
  if (field.value === sent) unsent.delete(TEXT);
  else hold(fresh);
  keep();
  label();
  if (unsent.size) return;
  $("letter-state").dataset.state = "saved";
  $("letter-state").replaceChildren(...page.getElementById("letter-saved").childNodes);
  tellTime($("letter-state"));
};
const clash = () => {
  conflict = true;
  label();
  fail("Not saved: this letter was changed elsewhere. Both texts are here.");
};
const answered = (answer, page, sent) => {
  const fresh = answer.headers.get("X-Letter");
  if (fresh === null) {
    const known = answer.ok ? LOGGED_OUT : WHY[answer.status];
    return fail(known ?? OUR_FAULT, { tries: !known });
  }
  replace(page);
  if (answer.ok) settle(sent, fresh, page);
  else if (answer.status === 409) clash();
  else fail("Not saved: see what is wrong above the text.");
  return redraw();
};

// What a save carries is read when its turn comes. over: the revision that it may replace.
const save = (over = "") => enqueue(async () => {
  if (!unsent.has(TEXT)) return;
  const { value, seen } = unsent.get(TEXT);
  clearTimeout(again);
  show("Saving…", "saving");
  const body = new URLSearchParams({ text: value, revision: seen, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, over });
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true" } });
    answered(answer, new DOMParser().parseFromString(await answer.text(), "text/html"), value);
  } catch {
    fail(NO_CONNECTION, { tries: true });
  }
});

// Typing.
field.addEventListener("input", () => {
  hold(unsent.get(TEXT)?.seen ?? revision.value);
  redraw();
  if (conflict) return;
  if (!failing) show("Not saved yet…", "typing");
  clearTimeout(rest);
  rest = setTimeout(save, REST);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(rest);
  hold(unsent.get(TEXT)?.seen ?? revision.value);
  save(event.submitter?.name === "over" ? event.submitter.value : "");
});
addEventListener("online", () => save());

// Coming and going: the next page, the file or the answer to a question is to have what was typed.
const flush = () => {
  clearTimeout(rest);
  return conflict ? Promise.resolve() : save();
};
let leaving = false;
document.addEventListener("submit", (event) => {
  if (event.target === form || leaving || !unsent.size) return;
  event.preventDefault();
  event.stopPropagation();
  flush().then(() => {
    leaving = true;
    // The answer may have brought the same question anew.
    const now = event.target.isConnected ? event.target : $(event.target.id);
    now?.requestSubmit();
    leaving = false;
  });
}, { capture: true });
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || !unsent.size || event.defaultPrevented || elsewhere || link.hash) return;
  if ("take" in link.dataset) {
    unsent.clear();
    keep();
    return;
  }
  event.preventDefault();
  flush().then(() => location.assign(link.href));
});
addEventListener("beforeunload", (event) => {
  if ((failing || conflict) && unsent.size) event.preventDefault();
});
addEventListener("pagehide", () => {
  if (unsent.size && !failing && !conflict) navigator.sendBeacon(form.action, new FormData(form));
});

const held = unsent.get(TEXT);
if (conflict) hold(revision.value);
else if (held && held.value !== field.value) {
  field.value = held.value;
  save();
} else unsent.clear();
keep();
form.dataset.live = "";
if (!$("letter-state").textContent) show("Changes save by themselves.", "");
redraw();
