// App: what every page needs and HTML can't do.
import "./dropzone.js";
import "./failures.js";
import "./menu.js";
import "./tabs.js";
import "./thread.js";
import "./times.js";
import "./unsent.js";
