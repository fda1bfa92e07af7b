// Menus: a details menu closes on Escape, on a click elsewhere and when focus leaves it.
const close = (menu, focus = false) => {
  menu.open = false;
  if (focus) menu.querySelector("summary").focus();
};
const open = () => document.querySelectorAll("details.menu[open]");

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") for (const menu of open()) close(menu, menu.contains(document.activeElement));
});
for (const type of ["click", "focusin"]) {
  document.addEventListener(type, (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) close(menu);
  });
}
