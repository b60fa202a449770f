/** Two events for the pages of talks and of the archive: one goes on, one was over long ago. */
export const LIVE = { event: "aea2026", talk: "grids" };
export const OVER = { event: "aea2010", talk: "mobile", day: "2010-05-24" };

const MINUTE = 60_000;
const fromNow = (minutes) => new Date(Date.now() + minutes * MINUTE).toISOString();
const THEN = Date.parse("2010-05-24T17:00:00Z"); // ten in the morning there

const LONG = "What the layout of the front page taught us about everything that we had never wanted to know of caching";

const HEAD = "id,start,end,room,title,speakers,track,language,url,status,hashtags,handles\n";

const schedule = () => `${HEAD}first,${fromNow(-180)},${fromNow(-120)},Great Hall,${LONG},Jeffrey Oduya;Ana Núñez;さくら 中村,Craft,,,,aeafirst,
grids,${fromNow(-10)},${fromNow(60)},Great Hall,Every breakpoint is an apology,Mara Lindqvist,Design,,https://talks.example/grids,,aeagrids,
type,${fromNow(-10)},${fromNow(60)},Room 2,Schrift ist Stimme,Edda Grün,Design,de,,,aeatype,
last,${fromNow(70)},${fromNow(100)},Room 2,The talk that was not given,Ed,,,,cancelled,,
`;

const SCHEDULE_OF_THEN = `${HEAD}mobile,2010-05-24T10:00,2010-05-24T11:00,Ballroom,Mobile first and everything after,Luke Hall,,,,,mobilefirst,
css,2010-05-25T10:00,2010-05-25T11:00,Ballroom,Flexible grids,Ethan Moor,,,,,flexgrids,
`;

const TEXTS = [
  "“A grid is a promise you make to the reader.” Writing that on my wall.",
  "Three lines of CSS, and the whole layout holds. The room just went quiet.",
  "How does she get the columns to agree? Does that work in print, too?",
  "All of it is written down at https://notes.example/a/very/long/address/that/nobody/would/ever/want/to/type/by/hand?from=aea2026 by the way",
  "Lunch 🥙",
  "グリッドは約束です。いい言葉。",
  "هذه أفضل محاضرة في المؤتمر حتى الآن",
  "What I take home:\n\n1. Content has a shape before it has a style.\n2. Ship the boring version first.",
  "You are an idiot, Mara, and so is your talk.",
  "Read /notes with donaudampfschifffahrtsgesellschaftskapitänsmützenknopfmacherinnungsvorsitzenderstellvertreter",
];

const photo = (n) => ({ kind: "photo", url: `https://photos.example/${n}.svg`, width: 1600, height: 900, alt: "The stage" });

const link = (text) => {
  const start = text.indexOf("https://");
  const url = start < 0 ? "" : text.slice(start).split(" ")[0];
  return url ? [{ start, end: start + url.length, url, kind: "link" }] : [];
};

/** What is said about a talk, from a moment on. */
const said = (tag, begin, pauseMs = MINUTE) => (i) => {
  const text = `${TEXTS[i % TEXTS.length]} #${tag}`;
  const media = i % 5 === 1 ? [photo(i)] : [];
  return { text, links: link(text), media, postedAt: new Date(begin + i * pauseMs).toISOString() };
};

const eventFile = (event, name, from, to, more) => `event: ${event}
name: ${name}
timeZone: America/Los_Angeles
from: ${from}
to: ${to}
schedule: ${event}.csv
${more}`;

/** Files and settings of a node that has both. */
export const conference = (mastodon) => ({
  files: {
    "event.yaml": eventFile(LIVE.event, "An Event Apart 2026", "2000-01-01T08:00", "2100-01-01T18:00",
      `sources:\n  mastodon:\n    servers: [${mastodon.url}]\n    tags: [aeagrids]\n`),
    "aea2026.csv": schedule(),
    "over.yaml": eventFile(OVER.event, "An Event Apart Boston 2010", "2010-05-24T08:00", "2010-05-25T18:00", ""),
    "aea2010.csv": SCHEDULE_OF_THEN,
  },
  settings: "archive:\n  windDownDays: 0\n",
  env: { MASTODON_TOKEN: "of-a-test" },
});

/** Says what there is to say at both. */
export async function speak(node) {
  await node.post(12, said("aeagrids", Date.now() - 9 * MINUTE, MINUTE / 2));
  await node.post(4, said("aeafirst", Date.now() - 170 * MINUTE));
  await node.post(12, said("mobilefirst", THEN), OVER.event);
  await node.post(3, said("flexgrids", THEN + 24 * 60 * MINUTE), OVER.event);
}
