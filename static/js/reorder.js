// Reorder: rows are dragged by their grip. The buttons beside it do the same by keyboard, and without this.
const editor = document.querySelector("[data-editor]");
let held = null;

const rowsOf = (list) => [...list.children].filter((row) => row.matches("[data-item]"));
const drop = (undone) => {
  if (!held) return;
  const { row, list, from, next, grip, pointer } = held;
  held = null;
  delete row.dataset.held;
  if (grip.hasPointerCapture(pointer)) grip.releasePointerCapture(pointer);
  if (undone) {
    list.insertBefore(row, next);
    return;
  }
  const to = rowsOf(list).indexOf(row);
  if (to === from) return;
  const detail = { url: editor.dataset.move, values: { item: row.dataset.item, to: String(to) }, form: row.querySelector("form") ?? row.closest("form") };
  editor.dispatchEvent(new CustomEvent("editor:send", { detail }));
};

editor.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest("[data-grip]");
  if (!grip || event.button) return;
  event.preventDefault();
  const row = grip.closest("[data-item]");
  const list = row.parentElement;
  held = { row, list, grip, pointer: event.pointerId, from: rowsOf(list).indexOf(row), next: row.nextElementSibling };
  row.dataset.held = "";
  grip.setPointerCapture(event.pointerId);
});
editor.addEventListener("pointermove", (event) => {
  if (!held) return;
  const { row, list } = held;
  const before = rowsOf(list).find((other) => {
    const box = other.getBoundingClientRect();
    return other !== row && event.clientY < box.top + box.height / 2;
  }) ?? null;
  if (before !== row.nextElementSibling) list.insertBefore(row, before);
});
editor.addEventListener("pointerup", () => drop(false));
editor.addEventListener("pointercancel", () => drop(true));
document.addEventListener("keydown", (event) => { if (event.key === "Escape") drop(true); });
