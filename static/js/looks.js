// Looks: sections move at once, by button and by dragging, and the form is sent as it then stands.
const told = () => document.querySelector("#looks [data-told]");
const nameOf = (row) => row.querySelector("[data-name]").textContent;

const send = (row) => row.dispatchEvent(new Event("change", { bubbles: true }));

const tell = (row) => {
  const rows = [...row.parentElement.children];
  told().textContent = `${nameOf(row)} is now number ${rows.indexOf(row) + 1} of ${rows.length}.`;
};

const step = (button) => {
  const row = button.closest("[data-section]");
  const up = button.dataset.step === "-1";
  const other = up ? row.previousElementSibling : row.nextElementSibling;
  if (other) {
    if (up) other.before(row);
    else other.after(row);
    send(row);
  }
  tell(row);
  button.focus();
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("#looks [data-step]");
  if (!button) return;
  event.preventDefault();
  step(button);
});

// The form tells the whole order; a button that was pressed before must not move anything again.
document.addEventListener("htmx:configRequest", (event) => {
  if (event.target.matches("[data-looks]")) event.detail.formData.delete("move");
});

// Whoever picks a colour means it.
document.addEventListener("change", (event) => {
  if (event.target.matches("#looks [data-picker]")) document.querySelector("#looks [data-custom]").checked = true;
}, { capture: true });

// A refusal comes back as the form with its sentence.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (![409, 422].includes(event.detail.xhr.status) || !event.detail.requestConfig.elt.matches("[data-looks]")) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
});

// In the editor they open beside the page, and know what was written since.
document.getElementById("edit-looks")?.addEventListener("toggle", ({ target }) => {
  if (!target.open) return;
  document.getElementById("page").dispatchEvent(new CustomEvent("pane:open", { bubbles: true }));
  const form = target.querySelector("[data-looks]");
  if (form.dataset.revision === document.getElementById("preview").dataset.revision) return;
  htmx.ajax("GET", form.getAttribute("action"), { target: "#looks", swap: "outerHTML" });
});

let dragged;

const pick = (event) => {
  const grip = event.target.closest("#looks [data-section-grip]");
  if (!grip || event.button) return;
  event.preventDefault();
  dragged = { row: grip.closest("[data-section]"), before: grip.closest("[data-section]").nextElementSibling };
  dragged.row.dataset.dragged = "";
  grip.setPointerCapture(event.pointerId);
};
const drag = (event) => {
  if (!dragged) return;
  const others = [...dragged.row.parentElement.children].filter((each) => each !== dragged.row);
  const below = others.find((each) => {
    const box = each.getBoundingClientRect();
    return event.clientY < box.top + box.height / 2;
  });
  if (below) below.before(dragged.row);
  else dragged.row.parentElement.append(dragged.row);
};
const drop = () => {
  if (!dragged) return;
  const { row, before } = dragged;
  dragged = undefined;
  delete row.dataset.dragged;
  if (row.nextElementSibling === before) return;
  send(row);
  tell(row);
};
document.addEventListener("pointerdown", pick);
document.addEventListener("pointermove", drag);
document.addEventListener("pointerup", drop);
document.addEventListener("pointercancel", drop);

const dress = () => {
  for (const grip of document.querySelectorAll("#looks [data-section-grip]")) grip.hidden = false;
};
dress();
document.addEventListener("htmx:load", dress);
