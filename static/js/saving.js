// Saving: what pages that save by themselves have in common.

export const REST = 700;
export const AGAIN = 8_000;
export const NO_CONNECTION = "Not saved: no connection. Your text is kept here; trying again.";
export const LOGGED_OUT = "Not saved: you are logged out. Log in again in another tab, then reload this page; your text is kept here.";
export const OUR_FAULT = "Not saved: something went wrong on our side. Your text is kept here; trying again.";

// What isn't worth trying again, by its status.
export const refusals = (what) => ({
  403: "Not saved: this page is out of date. Your text is kept here; reload the page to send it.",
  404: `Not saved: this ${what} isn’t there any more. Your text is kept here.`,
  413: "Not saved: this is too much at once. Your text is kept here; shorten it.",
});

// One job at a time; each begins when its turn comes, so that a save never goes against the one before it.
export const inTurn = () => {
  let tail = Promise.resolve();
  return (job) => {
    tail = tail.then(job).catch(() => {});
    return tail;
  };
};

const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export const tellTime = (within) => {
  const place = within.querySelector("[data-clock]");
  if (place) place.textContent = clock.format(new Date(place.dataset.clock));
};
