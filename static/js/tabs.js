// Tabs of the split view: below 1000 px its panes become tabs, each keeping its place. Without this they are stacked.
const narrow = matchMedia("(max-width: 999.98px)");

const setUp = (split) => {
  const list = split.querySelector(".tabs");
  const tabs = [...list.querySelectorAll("a")];
  const paneOf = (tab) => document.getElementById(tab.hash.slice(1));
  const places = new Map();
  let chosen = tabs.find((tab) => paneOf(tab).querySelector(":target")) ?? tabs[0];

  const open = (tab) => {
    if (tab !== chosen) places.set(chosen, scrollY);
    const moved = tab !== chosen;
    chosen = tab;
    for (const each of tabs) {
      const selected = each === tab;
      each.setAttribute("aria-selected", String(selected));
      each.tabIndex = selected ? 0 : -1;
      paneOf(each).toggleAttribute("data-open", selected);
    }
    if (moved) scrollTo({ top: places.get(tab) ?? Math.min(scrollY, split.offsetTop), behavior: "instant" });
  };
  const dress = () => {
    list.setAttribute("role", "tablist");
    for (const tab of tabs) {
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", paneOf(tab).id);
      paneOf(tab).setAttribute("role", "tabpanel");
    }
    open(chosen);
  };
  const undress = () => {
    list.removeAttribute("role");
    for (const tab of tabs) {
      for (const name of ["role", "aria-selected", "aria-controls", "tabindex"]) tab.removeAttribute(name);
      paneOf(tab).removeAttribute("role");
    }
  };
  const arrange = () => {
    split.toggleAttribute("data-tabbed", narrow.matches);
    if (narrow.matches) dress();
    else undress();
  };

  list.addEventListener("click", (event) => {
    const tab = event.target.closest("a");
    if (!tab || !narrow.matches) return;
    event.preventDefault();
    open(tab);
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !narrow.matches) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(chosen) + step + tabs.length) % tabs.length];
    open(next);
    next.focus();
  });
  split.addEventListener("pane:open", (event) => {
    const tab = tabs.find((each) => paneOf(each) === event.target);
    if (tab && narrow.matches) open(tab);
  });
  narrow.addEventListener("change", arrange);
  arrange();
};

document.querySelectorAll("[data-split]").forEach(setUp);
