// A chosen file: says what was chosen, refuses what is too large before it travels, shows how far it went.

const LIMIT = 10 * 1024 * 1024;

const size = (bytes) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

document.addEventListener("change", (event) => {
  if (!event.target.matches(".dropzone input[type=file]")) return;
  const { form } = event.target;
  const file = event.target.files[0];
  const line = form.querySelector("[data-chosen]");
  const tooLarge = file && file.size > LIMIT;
  line.hidden = !file;
  line.textContent = tooLarge
    ? `${file.name} has ${size(file.size)}; 10 MB is the most we can take. Export it again with smaller pictures.`
    : file && `${file.name}, ${size(file.size)}`;
  form.querySelector("button[type=submit]").disabled = Boolean(tooLarge);
});

// A dropped file is meant to be read: no second click.
document.addEventListener("drop", (event) => {
  const form = event.target.closest?.("[data-dropzone]")?.closest("form");
  if (form && !form.querySelector("button[type=submit]").disabled) form.requestSubmit();
});

const say = (event, sentence) => {
  const line = event.target.querySelector?.("[data-progress]");
  if (line) line.textContent = sentence;
};

document.addEventListener("htmx:xhr:progress", (event) => {
  const { loaded, total, lengthComputable } = event.detail;
  if (!lengthComputable) return;
  const percent = Math.round((loaded / total) * 100);
  say(event, percent < 100 ? `Sending: ${percent} %` : "Arrived. Having a first look…");
});
// A refusal (422) comes back as the form with its sentence; it takes the form's place.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, (event) =>
    say(event, "The connection broke before the file arrived. Nothing was kept; send it again."),
  );
}
document.addEventListener("htmx:responseError", (event) =>
  say(event, "Something went wrong on our side and nothing was kept. Try again in a minute."),
);
