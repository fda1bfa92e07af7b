// Evidence thread: pointing at or focusing what has data-thread="a b" lights everything that shares a name with it.
const lit = new Set();

const namesOf = (element) => element?.dataset.thread.split(" ").filter(Boolean) ?? [];

const light = (source) => {
  for (const element of lit) delete element.dataset.lit;
  lit.clear();
  for (const name of namesOf(source)) {
    for (const element of document.querySelectorAll(`[data-thread~="${CSS.escape(name)}"]`)) {
      element.dataset.lit = "";
      lit.add(element);
    }
  }
};
const at = (event) => event.target.closest?.("[data-thread]");

document.addEventListener("mouseover", (event) => light(at(event) ?? document.activeElement.closest("[data-thread]")));
document.addEventListener("focusin", (event) => light(at(event)));

// Following a thread brings its other end into view inside its own pane, and opens that pane on a phone.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-thread][href^='#']");
  const target = link && document.getElementById(link.getAttribute("href").slice(1));
  if (!target) return;
  event.preventDefault();
  target.closest(".pane")?.dispatchEvent(new CustomEvent("pane:open", { bubbles: true }));
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  target.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  // A link takes the focus along, so that the keyboard goes on from there and Enter leads back.
  (target.closest("a, article[tabindex]") ?? (link.checkVisibility() ? link : target.closest(".pane"))).focus({ preventScroll: true });
  light(link);
});
