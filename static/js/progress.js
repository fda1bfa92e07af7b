// Progress: shows the steps of background work as they happen, and what it says meanwhile, and goes to the result.

const POLL_MS = 2000;
const CUT_MS = 8000;
const OVER = ["done", "failed", "stopped"];
const BEGINNING = "0-0";
const block = document.getElementById("progress");
const soFar = document.getElementById("so-far");
let lastId = "";
let attempt = -1;
let length = 0;

if (block && "stream" in block.dataset && !OVER.includes(block.dataset.state)) {
  if ("EventSource" in window) follow();
  else poll();
}

function follow() {
  const address = new URL(block.dataset.stream, location.href);
  if (soFar) soFar.hidden = false;
  // What was said before we came is told again from the beginning.
  if (lastId || soFar) address.searchParams.set("after", lastId || BEGINNING);
  const source = new EventSource(address);
  let cut;
  source.addEventListener("open", () => {
    clearTimeout(cut);
    cut = undefined;
    showCut(false);
  });
  source.addEventListener("progress", (event) => show(JSON.parse(event.data), event.lastEventId));
  if (soFar) source.addEventListener("text", (event) => tell(JSON.parse(event.data)));
  source.addEventListener("done", (event) => end(source, JSON.parse(event.data).result));
  source.addEventListener("failed", () => end(source, ""));
  source.addEventListener("stopped", () => end(source, ""));
  source.addEventListener("error", () => {
    // A stream that ended in good order is opened again by the browser; only a refused one is closed for good. Each try
    // that fails is an error too: the time counts from the first.
    if (source.readyState === EventSource.CLOSED) poll();
    else cut ??= setTimeout(showCut, CUT_MS, true);
  });
  addEventListener("pagehide", () => source.close(), { once: true });
}

function show({ sentence, steps }, id) {
  if (id) lastId = id;
  block.querySelector("[data-steps]").innerHTML = steps;
  const line = block.querySelector("[data-sentence]");
  // Written only when it changed, so that it isn't read out again.
  if (line.textContent !== sentence) line.textContent = sentence;
}

// One item for each piece. A new attempt begins anew, and after a cut nothing is told twice: `at` counts characters,
// which aren't what a string of JavaScript counts.
function tell({ attempt: number, at, piece }) {
  const list = soFar.querySelector("[data-said]");
  if (number < attempt) return;
  if (number > attempt) {
    attempt = number;
    length = 0;
    list.replaceChildren();
  }
  if (at < length) return;
  length = at + Array.from(piece).length;
  const item = document.createElement("li");
  item.className = "suggestion-text";
  item.dir = "auto";
  item.textContent = piece;
  list.append(item);
}

function end(source, result) {
  source.close();
  leave(result);
}

function leave(result) {
  if (result) location.replace(result);
  else location.reload();
}

// For browsers without EventSource and networks that refuse it: the block as the server renders it, until it is over.
async function poll() {
  try {
    const answer = await fetch(block.dataset.poll, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("progress");
    if (!fresh) return location.reload();
    if (OVER.includes(fresh.dataset.state)) return leave(fresh.dataset.result);
    show({
      sentence: fresh.querySelector("[data-sentence]").textContent,
      steps: fresh.querySelector("[data-steps]").innerHTML,
    });
    showCut(false);
  } catch {
    showCut(true);
  }
  setTimeout(poll, POLL_MS);
}

function showCut(cut) {
  block.querySelector("[data-cut]").hidden = !cut;
}
