/**
 * Those of some updates that change the page of a talk: new posts that were placed there, and words
 * about posts that the page has or gets by them. A page that was rendered a moment ago is told of
 * some posts again.
 *
 * @param knows tells of a number whether it stands on the page
 */
export function ofTalk(updates, talk, knows) {
  const fresh = new Set();
  const isHere = (n) => fresh.has(n) || knows(n);
  return updates.filter((update) => {
    if (update.type !== "post") return isAmendment(update) && isHere(update.target);
    const isNew = (update.talks ?? []).includes(talk) && !isHere(update.n);
    if (isNew) fresh.add(update.n);
    return isNew;
  });
}

const isAmendment = ({ type }) => type === "revise" || type === "retract";
