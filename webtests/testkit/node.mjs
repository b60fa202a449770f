import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
export const JAR = join(ROOT, "verticles/target/run/afa.jar");
const EVENT = "aea2026";
const TOKEN = process.env.AFA_INGEST_TOKEN ?? "browser-tests";
export const ADMIN_PASSWORD = process.env.AFA_ADMIN_PASSWORD ?? "browser tests";
const ROLES = "ingest,store,delivery,site";
const READY_MS = 90_000;

/** It lives for seconds: what makes a node fast for hours would not pay. */
const QUICK = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];
const SETTINGS = "start:\n  warmUpMillis: 0\n";

const EVENT_FILE = `event: ${EVENT}
name: An Event Apart 2026
timeZone: America/Los_Angeles
from: 2000-01-01T08:00
to: 2100-01-01T18:00
hashtag: aea2026
schedule: schedule.json
`;

/**
 * A real node with one event and no sources; posts come in by its ingest. `AFA_URL` (with
 * `AFA_INGEST_TOKEN`) names a running one instead, which must have the event.
 *
 * @param roles what it runs
 * @param files texts by name, beside those of the event or in their place; each `.yaml` is an event
 * @param settings lines of its settings
 * @param env variables that it gets
 */
export async function startNode({ roles = ROLES, files = {}, settings = "", env = {} } = {}) {
  if (process.env.AFA_URL) return new RunningNode(process.env.AFA_URL, process.env.AFA_DATA, async () => {});
  const home = await mkdtemp(join(tmpdir(), "afa-browser-"));
  const port = await freePort();
  const all = { "event.yaml": EVENT_FILE, "schedule.json": JSON.stringify(scheduleOfNow()), ...files };
  for (const [name, text] of Object.entries(all)) await writeFile(join(home, name), text);
  await writeFile(join(home, "cluster.xml"), await clusterOfItsOwn());
  await mkdir(join(home, "conf"));
  await writeFile(join(home, "conf/afa.yaml"), SETTINGS + settings);
  const events = Object.keys(all).filter((name) => name.endsWith(".yaml"));
  const process_ = run(home, port, { roles, events, env });
  await ready(`http://127.0.0.1:${port}/health/ready`, process_);
  return new RunningNode(`http://127.0.0.1:${port}`, join(home, "data"), async () => {
    process_.kill("SIGTERM");
    if (process_.exitCode === null) await once(process_, "exit");
    await rm(home, { recursive: true, force: true });
  });
}

class RunningNode {
  #posted = 0;
  #run = Date.now().toString(36);

  constructor(url, data, stop) {
    this.url = url;
    this.data = data;
    this.stop = stop;
    this.path = `/events/${EVENT}`;
  }

  /** Posts that many to an event, each with an identity of its own; `more` gives further fields by index. */
  async post(count, more = () => ({}), event = EVENT) {
    const posts = Array.from({ length: count }, (_, i) => {
      this.#posted += 1;
      const words = `Post number ${this.#posted} of this run. `.repeat(1 + (this.#posted % 5));
      return { ...author(this.#posted), id: `${this.#run}-${this.#posted}`, text: words, ...more(i) };
    });
    const response = await fetch(`${this.url}/events/${event}/updates`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify(posts),
    });
    if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
    return (await response.json()).numbers;
  }

  /** The log after a number, as the node tells it. */
  async updates(since) {
    const response = await fetch(`${this.url}${this.path}/updates?since=${since}&wait=0&limit=500`);
    return (await response.json()).updates;
  }

  async head() {
    return (await (await fetch(`${this.url}${this.path}/head`)).json()).head;
  }
}

const author = (n) => {
  const name = ["Mara Lindqvist", "Jeffrey Oduya", "さくら 中村", "ليلى حداد", "Ed"][n % 5];
  return { source: "x", author: { name, handle: `reader${n % 5}`, url: "https://x.com/reader" } };
};

function run(home, port, { roles, events, env }) {
  const args = [...QUICK, "-jar", JAR, "run", "--port", port, "--data", "data", "--roles", roles];
  const named = events.flatMap((name) => ["--event", name]);
  return spawn("java", [...args, ...named, "--cluster", `browser-${process.pid}`].map(String), {
    cwd: home,
    env: { ...process.env, AFA_INGEST_TOKEN: TOKEN, AFA_ADMIN_PASSWORD: ADMIN_PASSWORD, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function ready(url, process_) {
  const end = Date.now() + READY_MS;
  while (Date.now() < end) {
    if (process_.exitCode !== null) throw new Error(`the node ended with ${process_.exitCode}`);
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  process_.kill("SIGKILL");
  throw new Error(`the node was not ready within ${READY_MS / 1000} s`);
}

/** Other clusters on this machine do not concern it: it has a port of its own. */
async function clusterOfItsOwn() {
  const port = await freePort();
  const xml = await readFile(join(ROOT, "cluster.xml"), "utf8");
  return xml
    .replace(/(<port [^>]*>)\d+(<\/port>)/, `$1${port}$2`)
    .replace(/<member>127\.0\.0\.1<\/member>/, `<member>127.0.0.1:${port}</member>`);
}

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** One talk that began ten minutes ago and goes on for an hour. */
function scheduleOfNow() {
  const date = new Date(Date.now() - 600_000).toISOString().replace(/\.\d+Z/, "+00:00");
  const talk = {
    title: "Every breakpoint is an apology",
    date,
    duration: "01:10",
    persons: [{ public_name: "Mara Lindqvist" }],
  };
  return { schedule: { conference: { days: [{ rooms: { "Great Hall": [talk] } }] } } };
}
