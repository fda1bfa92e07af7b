// A chosen file: says what was chosen, refuses what is too large before it travels, shows how far it went.

const LIMIT = 10 * 1024 * 1024;

const size = (bytes) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

// The mistake beside the field; an empty sentence takes it away.
const tell = (form, sentence) => {
  const input = form.querySelector("input[type=file]");
  const line = form.querySelector("[data-mistake]");
  line.hidden = !sentence;
  line.querySelector("span").textContent = sentence;
  line.closest("[data-dropzone]").toggleAttribute("data-invalid", Boolean(sentence));
  if (sentence) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  form.querySelector("[data-progress]").textContent = "";
};

document.addEventListener("change", (event) => {
  if (!event.target.matches(".dropzone input[type=file]")) return;
  const { form } = event.target;
  const file = event.target.files[0];
  const chosen = form.querySelector("[data-chosen]");
  const mistake = file && file.size > LIMIT
    ? `${file.name} has ${size(file.size)}; 10 MB is the most we can take. Export it again with smaller pictures.`
    : "";
  chosen.hidden = !file || Boolean(mistake);
  chosen.textContent = file ? `${file.name}, ${size(file.size)}` : "";
  tell(form, mistake);
  // The browser then refuses to send the form, by button and by script alike, and says why.
  event.target.setCustomValidity(mistake);
});

// A dropped file is meant to be read: no second click.
document.addEventListener("drop", (event) => {
  const form = event.target.closest?.("[data-dropzone]")?.closest("form");
  if (form?.checkValidity()) form.requestSubmit();
});

const uploading = (event) => event.target.closest?.("[data-own-failures]");

document.addEventListener("htmx:xhr:progress", (event) => {
  const { loaded, total, lengthComputable } = event.detail;
  const form = uploading(event);
  if (!form || !lengthComputable) return;
  const percent = Math.round((loaded / total) * 100);
  form.querySelector("[data-progress]").textContent = percent < 100 ? `Sending: ${percent} %` : "Arrived. Having a first look…";
});
// A refusal (422) comes back as the form with its sentence; it takes the form's place.
document.addEventListener("htmx:beforeSwap", (event) => {
  if ([422, 503].includes(event.detail.xhr.status)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => {
    const form = uploading(event);
    if (form) tell(form, "The connection broke before the file arrived. Nothing was kept; send it again.");
  });
}
document.addEventListener("htmx:responseError", (event) => {
  const form = uploading(event);
  if (form) tell(form, "Something went wrong on our side and nothing was kept. Try again in a minute.");
});
