// Room: saves what is typed while it is typed, counts the server's time down, and goes on when the server has.
import { load, store } from "./unsent.js";

const REST = 800;
const AGAIN = 5_000;
const LOOK = 1_500;
const LOW = 30;
const WAITING = "[data-thinking], [data-hearing]";
const RECORDING = "[data-stop]:not([hidden])";
const room = document.querySelector("[data-room]");
const form = document.getElementById("answer-form");
const clock = room.querySelector("[data-clock]");
const said = room.querySelector("[data-saved]");
let over = false;

if (clock) countDown();
if (room.querySelector(WAITING)) setTimeout(look, LOOK);
if (form) saveAsTyped();

// Until the interviewer has thought, or a recording is written down: the page stays as it is, with or without a line.
async function look() {
  // Whoever records again no longer waits.
  if (over || document.querySelector(RECORDING)) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok && !page.querySelector(WAITING) && !document.querySelector(RECORDING)) {
      location.reload();
      return;
    }
  } catch {
    // No connection: look again.
  }
  setTimeout(look, LOOK);
}

function countDown() {
  const ends = performance.now() + 1000 * Number(clock.dataset.seconds);
  const left = clock.querySelector("[data-left]");
  const tick = () => {
    const seconds = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    clock.toggleAttribute("data-low", clock.dataset.kind === "answer" && seconds <= LOW);
    if (seconds > 0) return;
    clearInterval(timer);
    timeIsUp();
  };
  const timer = setInterval(tick, 250);
}

// What stands there when the time is up is given; the server takes it for some seconds more.
function timeIsUp() {
  if (over) return;
  over = true;
  // Whoever records ends that first, and then gives the answer.
  if (!document.dispatchEvent(new Event("room:over", { cancelable: true }))) return;
  if (clock.dataset.kind === "prepare" || !form) location.reload();
  else form.requestSubmit();
}

function saveAsTyped() {
  const text = form.elements.text;
  const revision = form.elements.revision;
  const name = room.dataset.unsent;
  const unsent = load(name);
  const key = form.dataset.answer;
  let saved = text.value;
  let busy = false;
  let timer;

  const say = (words) => { if (said.textContent !== words) said.textContent = words; };
  const keep = () => {
    if (text.value === saved) unsent.delete(key);
    else unsent.set(key, { value: text.value, seen: revision.value });
    store(name, unsent);
  };
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  async function save() {
    if (busy || over || text.value === saved) return;
    busy = true;
    const sent = text.value;
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body: new FormData(form) });
      await settle(answer, sent);
    } catch {
      say("Not saved: no connection. Your text is kept here; trying again.");
      later(AGAIN);
    }
    busy = false;
    if (text.value !== saved && !over) later(REST);
  }

  async function settle(answer, sent) {
    if (answer.redirected || (answer.status >= 400 && ![409, 410, 422].includes(answer.status))) {
      say(answer.redirected ? "Not saved: you are logged out. Log in in another tab; your text is kept here." : "Not saved: something went wrong on our side. Your text is kept here; trying again.");
      later(AGAIN);
      return;
    }
    const told = await answer.json();
    if (answer.ok) {
      saved = sent;
      revision.value = told.revision;
      keep();
      say("Saved.");
    } else if (answer.status === 422) {
      say(told.problem);
      saved = sent;
    } else {
      // Answered or changed elsewhere: the page for that shows both texts.
      over = true;
      form.submit();
    }
  }

  // What is kept of earlier questions was given with them.
  for (const other of [...unsent.keys()]) if (other !== key) unsent.delete(other);
  if (unsent.has(key) && unsent.get(key).value !== text.value) {
    const { value, seen } = unsent.get(key);
    // Beside what came in meanwhile, say a transcript: not in its place.
    text.value = seen === revision.value ? value : `${text.value}\n\n${value}`.trim();
    say("What you had typed here and wasn’t saved is back.");
    later(0);
  }
  text.addEventListener("input", () => {
    keep();
    say("Saving…");
    later(REST);
  });
  addEventListener("online", () => later(0));
  // Whatever leaves the page takes the text along; the form itself carries it.
  document.addEventListener("submit", async (event) => {
    const leaving = event.target;
    if (leaving === form) {
      over = true;
      return;
    }
    if (!leaving.matches("[data-leaves]") || text.value === saved) return;
    event.preventDefault();
    await save();
    if (!over) leaving.submit();
  });
  addEventListener("pagehide", () => {
    if (!over && text.value !== saved) navigator.sendBeacon(form.dataset.draft, new FormData(form));
  });
  document.documentElement.dataset.room = "ready";
}
