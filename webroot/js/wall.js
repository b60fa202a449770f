import "./avatar-fallback.js";
import "./connection-state.js";
import "./live-wall.js";
import "./on-stage.js";
import "./card-times.js";
import { watchIntegrity } from "./watch-integrity.js";

watchIntegrity(document.querySelector("live-wall").dataset.event);
