/* Every page works without this; with it, work goes faster. */

import { listen, step } from "./keys.js";
import { open } from "./task.js";

document.documentElement.classList.add("scripted");
document.querySelector("[data-focus]")?.focus();

const bar = document.querySelector("[data-tabs]");
if (bar) {
	open(bar);
}
else {
	const rows = () => [...document.querySelectorAll("[data-row] a")];
	const keys = document.querySelector("[data-keys]");
	if (keys) {
		keys.hidden = false;
	}
	listen({
		j: () => step(rows(), 1),
		k: () => step(rows(), -1),
		"/": () => document.querySelector("[data-search]")?.focus()
	});
}
