const TIMEOUT_MS = 8_000;

const meta = () => document.querySelector('meta[name="csrf"]');

/** Proves that a request comes from our own page. */
export const token = () => meta()?.content ?? "";

/** A session that began in another tab has another token; our page has to be asked for it. */
export async function renewToken() {
  const response = await fetch("/console", { cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => null);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const renewed = page.querySelector('meta[name="csrf"]')?.content;
  if (renewed) meta().content = renewed;
}

/** Ends the session, here and on all nodes. */
export async function endSession() {
  const options = { method: "POST", headers: { "X-CSRF-Token": token() }, signal: AbortSignal.timeout(TIMEOUT_MS) };
  await fetch("/console/logout", options).catch(() => null);
  location.assign("/console/login");
}
