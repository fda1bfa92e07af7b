// Bullets: Enter begins the next one, Backspace in an empty one takes it away, and they grow with what is written.
const editor = document.querySelector("[data-editor]");
const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
const ask = (form, url, values) => editor.dispatchEvent(new CustomEvent("editor:send", { detail: { form, url, values } }));

editor.addEventListener("keydown", (event) => {
  const bullet = event.target;
  if (!bullet.matches("[data-bullet]") || event.isComposing) return;
  const row = bullet.closest("[data-item]").dataset.item;
  const list = bullet.closest("[data-list]").dataset.list;
  if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    ask(bullet.form, editor.dataset.add, { add: `${list}/${fresh()}`, after: row.split("/").at(-1) });
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
