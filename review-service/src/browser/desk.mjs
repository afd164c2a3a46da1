/* One reviewer at a browser. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export function holds(truth, what) {
	if (!truth) {
		throw new Error(`does not hold: ${what}`);
	}
}

export function equal(is, must, what) {
	holds(is === must, `${what}: is ${JSON.stringify(is)}, must be ${JSON.stringify(must)}`);
}

export class Desk {

	dialogs = 0;

	scripted = true;

	#complaints = [];

	static async open(portal, executable, pictures) {
		const desk = new Desk();
		desk.portal = portal;
		desk.pictures = pictures;
		desk.browser = await chromium.launch({ executablePath: executable, args: ["--no-sandbox"] });
		await desk.#sit({ viewport: { width: 1280, height: 900 } });
		return desk;
	}

	async #sit(options) {
		await this.context?.close();
		this.context = await this.browser.newContext(options);
		this.page = await this.context.newPage();
		this.page.setDefaultTimeout(10_000);
		this.page.on("dialog", (dialog) => {
			this.dialogs++;
			return dialog.dismiss();
		});
		this.page.on("pageerror", (error) => this.#complaints.push(error.message));
		this.page.on("console", (line) => {
			if (line.type() === "error" && line.text().includes("Content Security Policy")) {
				this.#complaints.push(line.text());
			}
		});
	}

	async close() {
		await this.browser.close();
	}

	phone() {
		return this.#sit({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, hasTouch: true, isMobile: true });
	}

	withoutScripts() {
		this.scripted = false;
		return this.#sit({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
	}

	async signIn(name, byKeys = false) {
		await this.page.goto(`${this.portal}/portal`);
		if (byKeys) {
			await this.keys("Tab");
			await this.type(name);
			await this.keys("Enter");
		}
		else {
			await this.page.fill("input[name=name]", name);
			await this.page.click("button");
		}
		await this.page.waitForSelector(this.scripted ? "html.scripted h1" : "h1");
		equal(await this.page.textContent(".who"), name, "signed in");
	}

	/** Opens an open review by its title. */
	async open(title) {
		await this.page.goto(`${this.portal}/portal?text=${encodeURIComponent(title)}`);
		await this.page.click("ol.queue a.title");
		await this.page.waitForSelector("form.decision, .reading");
	}

	/** Waits until fields are checked while typing. */
	checked() {
		return this.page.waitForSelector("form.decision[data-checked]");
	}

	async keys(...keys) {
		for (const key of keys) {
			await this.page.keyboard.press(key);
		}
	}

	type(text) {
		return this.page.keyboard.type(text);
	}

	focused() {
		return this.page.evaluate(() => document.activeElement.id);
	}

	/** No rule of WCAG that a machine can check is broken, and no script complained. */
	async axe(what) {
		await this.page.evaluate(AXE);
		const found = await this.page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
		const violations = found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(" | ")} ${each.nodes[0].failureSummary}`);
		holds(violations.length === 0, `no violation on ${what}\n      ${violations.join("\n      ")}`);
		holds(this.#complaints.length === 0, `no complaint on ${what}: ${this.#complaints}`);
	}

	/** Nothing is wider than the window. */
	async fits() {
		const overlap = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		holds(overlap <= 0, `the page is ${overlap} pixels too wide`);
	}

	async picture(name) {
		if (this.pictures) {
			await this.page.screenshot({ path: `${this.pictures}/${name}.png` });
		}
	}

	/** The bytes of the page and of all its files, unpacked; pictures of others do not tell theirs. */
	weight() {
		return this.page.evaluate(() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
			.reduce((bytes, entry) => bytes + entry.decodedBodySize, 0));
	}

	/** Begins to measure how long interactions take until they are painted. */
	async watch() {
		await this.page.evaluate(() => {
			window.interactions = [];
			new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.interactions.push(entry.duration)))
				.observe({ type: "event", durationThreshold: 16, buffered: false });
		});
	}

	/** What three of four interactions stay below, and the slowest, in milliseconds. */
	async interactions() {
		await this.page.waitForTimeout(200);
		const sorted = (await this.page.evaluate(() => window.interactions)).sort((one, other) => one - other);
		return { most: sorted[Math.floor(sorted.length * 0.75)] ?? 0, slowest: sorted.at(-1) ?? 0, count: sorted.length };
	}

}
