import "./avatar-fallback.js";
import "./keys.js";
import "./long-texts.js";
import "./card-times.js";
