/* Shows one part of a long page at a time. Without scripts all parts are there, one below the other. */

export class Tabs {

	#tabs;

	#panels;

	constructor(bar) {
		this.#tabs = [...bar.querySelectorAll("a")];
		this.#panels = this.#tabs.map((tab) => document.getElementById(tab.hash.slice(1)));
		bar.setAttribute("role", "tablist");
		this.#tabs.forEach((tab, place) => {
			tab.setAttribute("role", "tab");
			tab.setAttribute("aria-controls", this.#panels[place].id);
			this.#panels[place].setAttribute("role", "tabpanel");
			this.#panels[place].setAttribute("aria-labelledby", tab.id);
		});
		bar.addEventListener("click", (event) => this.#clicked(event));
		bar.addEventListener("keydown", (event) => this.#pressed(event));
		window.addEventListener("hashchange", () => this.reveal(location.hash.slice(1)));
		this.show(0);
		this.reveal(location.hash.slice(1));
	}

	/** How many there are. */
	get size() {
		return this.#tabs.length;
	}

	/** The part that is shown. */
	get panel() {
		return this.#panels.find((panel) => !panel.hidden);
	}

	/** Shows a part by its place, from 0. */
	show(place) {
		this.#tabs.forEach((tab, each) => {
			tab.setAttribute("aria-selected", String(each === place));
			tab.tabIndex = each === place ? 0 : -1;
			this.#panels[each].hidden = each !== place;
		});
	}

	/** Shows a part and goes to its tab. */
	go(place) {
		this.show(place);
		this.#tabs[place].focus({ preventScroll: true });
		if (this.#tabs[place].getBoundingClientRect().top > window.innerHeight / 2) {
			this.#tabs[place].scrollIntoView({ block: "start" });
		}
	}

	/** Shows the part that has an element, and goes there. */
	reveal(id) {
		const target = id ? document.getElementById(id) : null;
		const place = this.#panels.findIndex((panel) => panel.contains(target));
		if (target && place >= 0) {
			this.show(place);
			if (this.#panels[place] !== target) {
				target.focus();
			}
		}
	}

	/** Marks the parts in which something is wrong. */
	mark(isFaulty) {
		this.#tabs.forEach((tab, place) => tab.classList.toggle("faulty", isFaulty(this.#panels[place])));
	}

	#clicked(event) {
		const place = this.#tabs.indexOf(event.target.closest("a"));
		if (place >= 0) {
			event.preventDefault();
			history.replaceState(null, "", this.#tabs[place].hash);
			this.show(place);
		}
	}

	#pressed(event) {
		const here = this.#tabs.indexOf(document.activeElement);
		const next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: this.size - 1 }[event.key];
		if (here >= 0 && next !== undefined) {
			event.preventDefault();
			const place = (next + this.size) % this.size;
			this.show(place);
			this.#tabs[place].focus();
		}
	}

}
