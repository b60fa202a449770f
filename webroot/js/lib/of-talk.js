/**
 * Whether an update changes the page of a talk: a new post that was placed there, or a word about one
 * that the page has. A page that was rendered a moment ago is told of some posts again.
 *
 * @param knows tells of a number whether it stands on the page
 */
export function concerns(update, talk, knows) {
  if (update.type === "post") return (update.talks ?? []).includes(talk) && !knows(update.n);
  return (update.type === "revise" || update.type === "retract") && knows(update.target);
}
