import "./avatar-fallback.js";
import "./keys.js";
import "./card-times.js";
