/** Selects all posts of the page at once; without it each is selected by itself. */
const all = document.querySelector("[data-select-all]");
const boxes = [...document.querySelectorAll('input[name="post"]')];

function tell() {
  const chosen = boxes.filter(({ checked }) => checked).length;
  all.firstElementChild.checked = chosen === boxes.length;
  all.firstElementChild.indeterminate = chosen > 0 && chosen < boxes.length;
}

if (all) {
  all.hidden = false;
  all.addEventListener("change", ({ target }) => boxes.forEach((box) => (box.checked = target.checked)));
  boxes.forEach((box) => box.addEventListener("change", tell));
  tell();
}
