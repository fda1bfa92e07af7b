// Times: the server writes them in UTC and says so; here they become the person's own, in the same style.
const style = new Intl.DateTimeFormat(document.documentElement.lang, {
  day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});

const show = (within) => {
  for (const element of within.querySelectorAll("time[datetime*=T]")) {
    const moment = new Date(element.dateTime);
    if (Number.isNaN(moment.getTime())) continue;
    const part = Object.fromEntries(style.formatToParts(moment).map(({ type, value }) => [type, value]));
    element.textContent = `${part.day} ${part.month} ${part.year}, ${part.hour}:${part.minute}`;
  }
};

show(document);
document.addEventListener("htmx:load", (event) => show(event.detail.elt));
