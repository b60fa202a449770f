/** What a cluster of three nodes tells; tests change it as they like. */
const ago = (seconds) => new Date(Date.now() - seconds * 1_000).toISOString();

export const verticle = (name, more = {}) => ({
  verticle: name,
  desired: "running",
  state: "running",
  since: ago(11_520),
  standby: false,
  worked: ago(1),
  work: 48_000,
  restarts: { people: 0, failures: 0 },
  ...more,
});

export const node = (name, port, verticles, more = {}) => ({
  node: name,
  life: `${name}-1`,
  version: "1.0.0",
  roles: ["ingest", "store", "delivery", "archive", "site", "console"],
  http: `http://127.0.0.1:${port}`,
  startedAt: ago(11_525),
  at: ago(0),
  uptimeSeconds: 11_525,
  heard: true,
  ready: true,
  draining: false,
  memory: { heapUsed: 142e6, heapMax: 512e6, resident: 388e6 },
  processors: 4,
  cpu: 0.42,
  load: 0.8,
  loopDelayMillis: 1.8,
  readers: 312,
  posts: 18_400,
  deliveries: 5_740_800,
  delayMillis: 14.2,
  verticles,
  ...more,
});

const behind = (lag, lagMeaning) => ({ lag, lagMeaning });

const ofAll = (standby) => [
  verticle("front"),
  verticle("store", behind(0, "appends waiting")),
  verticle("delivery", behind(0, "updates not yet sent")),
  verticle("coverage"),
  verticle("archive.aea2026", { standby, ...behind(0, "updates not yet archived") }),
  verticle("x.aea2026", { standby }),
  verticle("flickr.aea2026", { standby }),
  verticle("mastodon.aea2026", { standby: !standby }),
  verticle("site"),
  verticle("console"),
];

const SENTENCE = "All is well: 3 nodes, 901 readers.";

/** All is well. `a` is where the page comes from. */
export const wellCluster = (a, b = a + 1) => ({
  summary: { level: "ok", sentence: SENTENCE },
  nodes: [
    node("venue-8080", a, ofAll(false)),
    node("venue-8081", b, ofAll(true), { readers: 277 }),
    node("cloud-8080", 9, [verticle("front"), verticle("delivery", behind(0, "updates not yet sent"))], {
      roles: ["delivery"],
      http: "http://10.1.2.3:8080",
    }),
  ],
});

/** Each kind of trouble once. */
export function troubledCluster(a, b) {
  const cluster = wellCluster(a, b);
  const [venue, other, cloud] = cluster.nodes;
  const change = (of, name, more) => Object.assign(of.verticles.find((each) => each.verticle === name), more);
  change(venue, "flickr.aea2026", {
    state: "failed",
    since: ago(260),
    restarts: { people: 1, failures: 5 },
    lastError: "Flickr refuses our key: \"Invalid API Key (Key has invalid format)\"",
    lastErrorAt: ago(260),
  });
  change(venue, "archive.aea2026", {
    state: "degraded",
    since: ago(48),
    ...behind(1_240, "updates not yet archived"),
    lastError: "PostgreSQL does not answer",
    lastErrorAt: ago(12),
  });
  change(other, "mastodon.aea2026", {
    state: "backoff",
    since: ago(6),
    restarts: { people: 0, failures: 2 },
    lastError: "the server closed the stream",
    lastErrorAt: ago(6),
  });
  change(other, "x.aea2026", { desired: "stopped", state: "stopped", standby: false, since: ago(900), restarts: { people: 2, failures: 0 } });
  change(other, "site", { state: "starting", since: ago(1) });
  Object.assign(cloud, { heard: false, at: ago(12), http: "http://10.1.2.3:8080" });
  for (const each of cloud.verticles) each.state = "unknown";
  Object.assign(other, { loopDelayMillis: 240, memory: { heapUsed: 480e6, heapMax: 512e6, resident: 690e6 } });
  cluster.summary = {
    level: "bad",
    sentence: "flickr.aea2026 on venue-8080 has failed and is not tried again: Flickr refuses our key. (3 more)",
    remedy: "Read its log, mend what it names, then start it.",
  };
  return cluster;
}

/** An hour with a gap in all curves, and times without deliveries. */
export function anHour() {
  const steps = Array.from({ length: 360 }, (_, i) => i);
  const gap = (i, value) => (i > 150 && i < 170 ? null : value);
  const series = {
    readers: steps.map((i) => gap(i, Math.round(600 + 300 * Math.sin(i / 60) + (i % 7)))),
    posts: steps.map((i) => gap(i, Math.max(0, 3 + 2.5 * Math.sin(i / 20) + (i % 5) / 5))),
    deliveries: steps.map((i) => gap(i, Math.round(2_000 + 1_500 * Math.sin(i / 20)))),
    delayMillis: steps.map((i) => gap(i, i % 90 > 80 ? null : 12 + 6 * Math.sin(i / 9) ** 2)),
  };
  return { stepSeconds: 10, from: ago(3_600), series };
}

export const happening = (id, seconds, more = {}) => ({
  id: `h${id}`,
  at: ago(seconds),
  node: "venue-8080",
  verticle: "delivery",
  who: "admin",
  kind: "restart",
  bad: false,
  sentence: `Restarted after 0.4 s, ${id} readers moved.`,
  ...more,
});
