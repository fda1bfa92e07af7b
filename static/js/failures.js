// Failures: says so when a request made by HTMX fails, instead of leaving the page as if nothing had happened.
const say = (text) => {
  const template = document.getElementById("failure");
  const messages = document.getElementById("messages");
  const notice = template.content.cloneNode(true);
  notice.querySelector("[data-text]").textContent = text;
  messages.replaceChildren(notice);
};

// A form that tells its own failures says them where it stands, and once.
const toldThere = (event) => Boolean(event.target.closest?.("[data-own-failures]"));

document.addEventListener("htmx:sendError", (event) => {
  if (toldThere(event)) return;
  say("We couldn't reach the server. What was saved is safe; check your connection and try again.");
});
document.addEventListener("htmx:responseError", (event) => {
  if (toldThere(event)) return;
  const slow = event.detail.xhr.status === 429;
  say(slow
    ? "That was a lot at once. Nothing is lost; wait a minute and try again."
    : "That didn't work. What was saved before is safe; reload the page and try again.");
});
