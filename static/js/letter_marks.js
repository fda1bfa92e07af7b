// Letter's marks: the sentences that nothing backs, where they stand in the text that is being written.

const marks = document.querySelector(".letter-marks");
const grows = CSS.supports("field-sizing", "content");

// The open questions, each with its sentence of the letter and the field for its answer.
export const questions = () => [...document.querySelectorAll("[data-question]")].map((card) => (
  { card, number: card.dataset.question, sentence: card.elements.sentence.value, where: card.elements.where }
));

const placed = (text) => questions()
  .map((each) => ({ ...each, at: text.indexOf(each.sentence) }))
  .filter(({ at }) => at >= 0)
  .sort((one, other) => one.at - other.at);

// Drawn behind the text, letter by letter the same.
export const markDoubts = (field) => {
  const pieces = [];
  let done = 0;
  for (const { at, sentence, number } of placed(field.value)) {
    if (at < done) continue;
    const mark = document.createElement("span");
    mark.className = "letter-mark";
    mark.dataset.number = number;
    mark.textContent = sentence;
    pieces.push(field.value.slice(done, at), mark);
    done = at + sentence.length;
  }
  marks.replaceChildren(...pieces, `${field.value.slice(done)}\n`);
  if (grows) return;
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + 2}px`;
};

export const countWords = (field) => {
  document.querySelector("[data-words]").textContent = field.value.split(/\s+/).filter(Boolean).length;
};

const field = document.getElementById("id_text");

// A question leads to its sentence, and the cursor in a sentence shows its question.
document.addEventListener("click", (event) => {
  const found = event.target.closest("[data-find]") && placed(field.value)
    .find(({ card }) => card.contains(event.target));
  if (!found) return;
  event.preventDefault();
  field.focus({ preventScroll: true });
  field.setSelectionRange(found.at, found.at + found.sentence.length);
  marks.querySelector(`[data-number="${found.number}"]`)?.scrollIntoView({ block: "center" });
});
const light = () => {
  const here = placed(field.value).find(({ at, sentence }) => field.selectionStart >= at && field.selectionStart <= at + sentence.length);
  for (const { card } of questions()) card.toggleAttribute("data-lit", card === here?.card && document.activeElement === field);
};
for (const type of ["keyup", "click", "blur"]) field.addEventListener(type, light);
document.querySelector("[data-marked]")?.toggleAttribute("hidden", true);
