import { webAddress } from "./web-address.js";

const BLUESKY_ID =
  /^at:\/\/(did:[a-z]+:[A-Za-z0-9._%-]+)\/app\.bsky\.feed\.post\/([A-Za-z0-9._~-]+)$/;

/** The address of the post that another one answers, where its id leads to one; else null. */
export function replyAddress({ source, replyTo: id }) {
  if (id === undefined) return null;
  if (source === "x") return /^\d{1,20}$/.test(id) ? `https://x.com/i/status/${id}` : null;
  if (source !== "bluesky") return webAddress(id); // an ActivityPub id, for one, is an address
  const [, author, key] = BLUESKY_ID.exec(id) ?? [];
  return key ? `https://bsky.app/profile/${author}/post/${key}` : null;
}
