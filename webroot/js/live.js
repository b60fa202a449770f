import "./avatar-fallback.js";
import "./connection-state.js";
import "./keys.js";
import "./live-feed.js";
import "./new-posts.js";
import "./on-stage.js";
import "./card-times.js";
