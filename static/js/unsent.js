// Unsent: what somebody typed in the editor that the server doesn't have yet, kept in this browser until it has.
// One entry for each person and resume; another person's is thrown away, and logging out throws away all of them.
const PREFIX = "unsent:";

const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
const tolerant = (act, otherwise) => {
  try { return act(); } catch { return otherwise; }
};

// name: "person:resume". Answers with a Map of path to { value, seen }.
export const load = (name) => tolerant(() => {
  const person = `${PREFIX}${name.split(":")[0]}:`;
  for (const key of keys()) if (!key.startsWith(person)) localStorage.removeItem(key);
  return new Map(Object.entries(JSON.parse(localStorage.getItem(PREFIX + name) ?? "{}")));
}, new Map());

export const store = (name, unsent) => tolerant(() => {
  if (unsent.size) localStorage.setItem(PREFIX + name, JSON.stringify(Object.fromEntries(unsent)));
  else localStorage.removeItem(PREFIX + name);
});

const forget = () => tolerant(() => keys().forEach((key) => localStorage.removeItem(key)));

document.addEventListener("submit", (event) => {
  if (event.target.action?.endsWith("/logout/")) forget();
});
