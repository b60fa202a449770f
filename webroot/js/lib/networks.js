const LABELS = { x: "X", flickr: "Flickr", mastodon: "Mastodon", bluesky: "Bluesky", feeds: "Blog" };

/** What people call a network; its own name where nobody told us. */
export const networkLabel = (source) => LABELS[source.toLowerCase()] ?? source;
