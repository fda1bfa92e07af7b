// Progress: shows the steps of background work as they happen and goes to the result when it is there.

const POLL_MS = 2000;
const CUT_MS = 8000;
const OVER = ["done", "failed", "stopped"];
const block = document.getElementById("progress");
let lastId = "";

if (block && "stream" in block.dataset && !OVER.includes(block.dataset.state)) {
  if ("EventSource" in window) follow();
  else poll();
}

function follow() {
  const address = new URL(block.dataset.stream, location.href);
  if (lastId) address.searchParams.set("after", lastId);
  const source = new EventSource(address);
  let cut;
  source.addEventListener("open", () => {
    clearTimeout(cut);
    showCut(false);
  });
  source.addEventListener("progress", (event) => show(JSON.parse(event.data), event.lastEventId));
  source.addEventListener("done", (event) => end(source, JSON.parse(event.data).result));
  source.addEventListener("failed", () => end(source, ""));
  source.addEventListener("stopped", () => end(source, ""));
  source.addEventListener("error", () => {
    // A stream that ended in good order is opened again by the browser; only a refused one is closed for good.
    clearTimeout(cut);
    if (source.readyState === EventSource.CLOSED) poll();
    else cut = setTimeout(showCut, CUT_MS, true);
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
