/** A picture that cannot be loaded gives way to the initials that stand below it. */
const giveWay = (image) => image.matches?.(".avatar-image") && image.remove();

addEventListener("error", ({ target }) => giveWay(target), { capture: true });
for (const image of document.querySelectorAll(".avatar-image")) {
  if (image.complete && image.src && image.naturalWidth === 0) giveWay(image);
}
