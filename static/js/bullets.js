// Bullets: Enter begins the next one, Backspace in an empty one takes it away, and they grow with what is written.
const editor = document.querySelector("[data-editor]");
const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
const ask = (form, url, values) => editor.dispatchEvent(new CustomEvent("editor:send", { detail: { form, url, values } }));

// The next one is there at once, for whoever types on. The answer brings the real one, with what was typed by then.
const begin = (bullet, path) => {
  const row = bullet.closest("[data-item]");
  const [next, area, seen, tools] = [row.cloneNode(false), bullet.cloneNode(false), document.createElement("input"), row.querySelector(".bullet-tools").cloneNode(true)];
  const dom = `${path}/#text`.replaceAll("/", "-").replaceAll("#", "");
  Object.assign(next, { id: `field-${dom}` }).dataset.item = path;
  next.dataset.begun = "";
  delete next.dataset.state;
  for (const name of ["aria-describedby", "aria-invalid"]) area.removeAttribute(name);
  Object.assign(area, { id: dom, name: `${path}/#text`, value: "", ariaLabel: "New bullet" });
  Object.assign(seen, { type: "hidden", name: `seen:${path}/#text`, value: "" });
  for (const each of tools.querySelectorAll("[id]")) each.removeAttribute("id");
  tools.inert = true;
  next.append(row.firstElementChild.cloneNode(true), area, tools, seen);
  row.after(next);
  area.focus();
};

editor.addEventListener("keydown", (event) => {
  const bullet = event.target;
  if (!bullet.matches("[data-bullet]") || event.isComposing) return;
  const row = bullet.closest("[data-item]").dataset.item;
  const list = bullet.closest("[data-list]").dataset.list;
  if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    if (bullet.closest("[data-begun]")) return;
    const path = `${list}/${fresh()}`;
    begin(bullet, path);
    ask(bullet.form, editor.dataset.add, { add: path, after: row.split("/").at(-1) });
  }
  if (event.key === "Backspace" && bullet.value === "") {
    event.preventDefault();
    const before = bullet.closest("[data-item]").previousElementSibling?.querySelector("[data-bullet]");
    ask(bullet.form, editor.dataset.remove, { remove: row, ...(before && { focus: before.id }) });
  }
});

// Where the style sheet can't let a field grow by itself.
if (!CSS.supports("field-sizing", "content")) {
  const grow = (area) => {
    area.style.blockSize = "auto";
    area.style.blockSize = `${area.scrollHeight + 2}px`;
  };
  editor.addEventListener("input", ({ target }) => { if (target.matches("textarea")) grow(target); });
  editor.addEventListener("toggle", ({ target }) => target.querySelectorAll("textarea").forEach(grow), true);
}
