// Letter: shows the text as it is written, from its beginning, on any device.

const CUT_MS = 5000;
const AGAIN_MS = 3000;
const OVER = ["done", "failed", "stopped"];
const BEGINNING = "0-0";
const block = document.getElementById("writing");
let attempt = -1;
let length = 0;

if (block && "EventSource" in window) follow(BEGINNING);
else if (block) setTimeout(() => location.reload(), AGAIN_MS);

function follow(after) {
  const address = new URL(block.dataset.stream, location.href);
  address.searchParams.set("after", after);
  const source = new EventSource(address);
  let cut;
  const on = (type, act) => source.addEventListener(type, act);
  on("open", () => {
    clearTimeout(cut);
    cut = undefined;
    block.querySelector("[data-cut]").hidden = true;
  });
  on("text", (event) => write(JSON.parse(event.data)));
  on("progress", (event) => show(JSON.parse(event.data)));
  on("done", (event) => {
    source.close();
    location.replace(JSON.parse(event.data).result);
  });
  for (const type of ["failed", "stopped"]) on(type, (event) => {
    source.close();
    ended(event.lastEventId);
  });
  on("error", () => {
    // A stream that ended in good order is opened again by the browser, where it was; only a refused one is closed.
    // Each try that fails is an error too: the time counts from the first.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), AGAIN_MS);
    else cut ??= setTimeout(() => { block.querySelector("[data-cut]").hidden = false; }, CUT_MS);
  });
  addEventListener("pagehide", () => source.close(), { once: true });
}

// A new attempt writes the letter anew. `at` counts characters, which aren't what a string of JavaScript counts.
function write({ attempt: number, at, piece }) {
  const place = block.querySelector("[data-text]");
  if (number < attempt) return;
  if (number > attempt) {
    attempt = number;
    length = 0;
    place.textContent = "";
  }
  if (at < length) return;
  length = at + Array.from(piece).length;
  place.append(piece);
}

function show({ sentence, steps }) {
  block.querySelector("[data-steps]").innerHTML = steps;
  const line = block.querySelector("[data-sentence]");
  // Written only when it changed, so that it isn't read out again.
  if (line.textContent !== sentence) line.textContent = sentence;
}

// The end may be that of an earlier try, told again because we follow from the beginning.
async function ended(after) {
  try {
    const answer = await fetch(block.dataset.progress, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const state = page.getElementById("progress")?.dataset.state;
    if (after && state && !OVER.includes(state)) follow(after);
    else location.reload();
  } catch {
    setTimeout(() => location.reload(), AGAIN_MS);
  }
}
