import "./avatar-fallback.js";
import "./connection-state.js";
import "./long-texts.js";
import "./new-posts.js";
import "./talk-feed.js";
import "./talk-parts.js";
import "./card-times.js";
