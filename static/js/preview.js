// Preview: the fresh pages take the place of the shown ones when their pictures are ready, so that nothing flickers.
const SLOW_MS = 300;

let waiting = 0;
let timer;
let newest = 0;

const shown = () => document.getElementById("preview");

// Answers may come in another order than they were asked for.
let latest = Number(shown()?.dataset.revision ?? 0);

// Said only when it takes long enough to be wondered about.
const mark = (slow) => {
  const preview = shown();
  if (!preview) return;
  preview.querySelector("[data-updating]").hidden = !slow;
  preview.toggleAttribute("data-slow", slow);
};
const begin = () => {
  waiting += 1;
  if (waiting === 1) timer = setTimeout(mark, SLOW_MS, true);
};
const end = () => {
  waiting = Math.max(0, waiting - 1);
  if (waiting) return;
  clearTimeout(timer);
  mark(false);
};

const changes = (event) => {
  const { verb, path } = event.detail.requestConfig;
  return verb !== "get" && shown() && path.startsWith(shown().dataset.edits);
};
document.addEventListener("htmx:beforeSend", (event) => {
  if (changes(event)) begin();
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (changes(event)) end();
});

const inView = (element) => {
  const box = element.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
};

// The pages being looked at, and the first, which is always there.
const seen = (fresh) => {
  const old = [...shown().querySelectorAll("img")];
  return [...fresh.querySelectorAll("img")].filter((_, index) => index === 0 || (old[index] && inView(old[index])));
};

const replace = async (fresh) => {
  const turn = ++newest;
  begin();
  const pictures = seen(fresh);
  for (const picture of pictures) picture.loading = "eager";
  // A picture that can't be had says so in its place.
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
  if (turn === newest) shown()?.replaceWith(fresh);
  end();
  if (turn === newest) fresh.dispatchEvent(new CustomEvent("preview:shown", { bubbles: true }));
};

document.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (event.detail.target.id !== "preview") return;
  event.detail.shouldSwap = false;
  const fresh = event.detail.fragment.firstElementChild;
  const revision = Number(fresh.dataset.revision);
  if (revision < latest) return;
  latest = revision;
  replace(document.importNode(fresh, true));
});
