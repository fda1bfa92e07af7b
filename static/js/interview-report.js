// Interview report: brings in what has been judged since, without taking away what somebody is typing.
const AGAIN = 3_000;
const isTyping = () => document.activeElement?.matches("textarea, select, input");

async function look() {
  if (!document.querySelector("[data-waiting]")) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.ok && !answer.redirected && !isTyping()) show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // No connection: look again.
  }
  setTimeout(look, AGAIN);
}

function show(page) {
  for (const item of page.querySelectorAll(".ireport-item")) {
    const here = document.getElementById(item.id);
    if (here && here.innerHTML !== item.innerHTML) here.replaceWith(item);
  }
  const top = page.querySelector(".ireport-top");
  const now = document.querySelector(".ireport-top");
  if (top && now) now.replaceWith(top);
  else if (top) document.querySelector(".ireport-list").before(top);
  if (!page.querySelector("[data-waiting]")) document.querySelector("[data-waiting]").replaceChildren();
  if (!page.querySelector("[data-waiting]")) document.querySelector("[data-waiting]").removeAttribute("data-waiting");
}

setTimeout(look, AGAIN);
