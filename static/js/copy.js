// Copying: beside an address a button that puts it on the clipboard. Without this the address is there to be marked.
for (const place of document.querySelectorAll("[data-copy]")) {
  const input = place.querySelector("input");
  const button = place.querySelector("button");
  const status = place.querySelector("[role=status]");
  const label = button.textContent;
  button.hidden = false;
  input.addEventListener("focus", () => input.select());
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(input.value);
    } catch {
      input.focus();
      status.textContent = "Your browser doesn’t let us copy. The address is marked: copy it with your keyboard.";
      return;
    }
    button.textContent = status.textContent = "Copied";
    setTimeout(() => { button.textContent = label; status.textContent = ""; }, 2500);
  });
}
