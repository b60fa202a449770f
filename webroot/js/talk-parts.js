/** What stands around the posts is rendered by the server; so often it is fetched anew. */
const REFRESH_MS = 30_000;

/** After something was taken away or replaced; the archive needs a moment for it. */
const SOON_MS = 2_500;

let soon;

/** What a post that is gone brought must not wait for the next round. */
addEventListener("talk-changed", ({ detail }) => {
  const gone = detail.filter(({ type }) => type !== "post");
  for (const { target } of gone) {
    for (const part of document.querySelectorAll(`[data-of="${target}"]`)) part.remove();
  }
  if (gone.length > 0) refreshSoon();
});

function refreshSoon() {
  clearTimeout(soon);
  soon = setTimeout(refresh, SOON_MS);
}

async function refresh() {
  if (document.hidden) return;
  const response = await fetch(location.pathname + location.search, { cache: "no-cache" }).catch(() => null);
  if (!response?.ok) return; // what there is stays
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of document.querySelectorAll("[data-part]")) {
    const other = fresh.getElementById(part.id);
    const isInUse = part.contains(document.activeElement) || part.querySelector("details[open]");
    if (other && !isInUse && other.innerHTML !== part.innerHTML) part.innerHTML = other.innerHTML;
  }
}

setInterval(refresh, REFRESH_MS + Math.random() * 5_000);
document.addEventListener("visibilitychange", () => document.hidden || refreshSoon());
