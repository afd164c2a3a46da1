/* Single keys as shortcuts. They rest while somebody types, and can be switched off. */

const OFF = "mokuroku.keys.off";

function isTyping(target) {
	return target instanceof HTMLInputElement && target.type !== "checkbox" || target instanceof HTMLTextAreaElement
		|| target instanceof HTMLSelectElement;
}

function remembered() {
	try {
		return localStorage.getItem(OFF) === "true";
	}
	catch {
		return false;
	}
}

/**
 * Listens for keys.
 * @param actions what each key does
 */
export function listen(actions) {
	const help = document.querySelector("[data-help]");
	const off = document.querySelector("[data-keys-off]");
	let silent = remembered();
	if (off) {
		off.checked = silent;
		off.addEventListener("change", () => {
			silent = off.checked;
			try {
				localStorage.setItem(OFF, String(silent));
			}
			catch {
				/* not remembered where the browser keeps nothing */
			}
		});
	}
	document.addEventListener("keydown", (event) => {
		if (event.key === "Escape" && isTyping(event.target)) {
			event.target.blur();
			return;
		}
		if (silent || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || help?.open) {
			return;
		}
		if (event.key === "?") {
			help?.showModal();
			event.preventDefault();
		}
		else if (Object.hasOwn(actions, event.key)) {
			event.preventDefault();
			actions[event.key]();
		}
	});
}

/** Goes to the next or previous of some elements. */
export function step(elements, by) {
	if (elements.length > 0) {
		const here = elements.indexOf(document.activeElement);
		const next = here < 0 ? (by > 0 ? 0 : elements.length - 1) : Math.min(Math.max(here + by, 0), elements.length - 1);
		elements[next].focus();
		elements[next].scrollIntoView({ block: "nearest" });
	}
}
