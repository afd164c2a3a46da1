/*
 * Drives the portal in a real browser, as reviewers do.
 * Usage: node proof.mjs PORTAL BESIDE BROWSER [PICTURES]
 * PORTAL is where the service listens, BESIDE where the answers to the workflow are told, PICTURES a folder for
 * screenshots. Exits with 1 if anything is not as it must be.
 */

import { mkdirSync } from "node:fs";
import { Desk, equal, holds } from "./desk.mjs";

const [portal, beside, browser, pictures] = process.argv.slice(2);

const MOST_MILLISECONDS = 100;

const MOST_BYTES = 1_500_000;

async function answersOf(token) {
	const all = await (await fetch(`${beside}/answers`)).text();
	return all.split("\n").filter((line) => line.startsWith(`${token} `));
}

async function untilAnswered(token) {
	for (let i = 0; i < 50; i++) {
		const answers = await answersOf(token);
		if (answers.length > 0) {
			return answers;
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`the workflow was not told ${token}`);
}

function quick({ most, slowest, count }, doing) {
	console.log(`  ${count} interactions while ${doing}: three of four below ${most} ms, the slowest ${slowest} ms`);
	holds(most < MOST_MILLISECONDS, `${most} ms`);
}

const proofs = {

	"signs in, finds a review and looks at every page": async (desk) => {
		await desk.signIn("ada");
		await desk.axe("queue");
		await desk.picture("reviews-queue");
		await desk.page.fill("#filter-text", "tegami");
		await desk.page.press("#filter-text", "Enter");
		await desk.page.waitForURL(/text=tegami/);
		equal(await desk.page.locator("ol.queue li").count(), 1, "one review matches");
		await desk.page.click("ol.queue a.title");
		await desk.page.waitForSelector("form.decision[data-checked]");
		equal(await desk.page.textContent("h1"), "Hoshi no Tegami", "title");
		await desk.axe("task");
		await desk.picture("review-task");
		for (const tab of await desk.page.locator("[role=tab]").all()) {
			await tab.click();
			await desk.axe(`task ${await tab.textContent()}`);
		}
		await desk.page.click("#tab-core");
		await desk.page.locator(".tabs").evaluate((bar) => bar.scrollIntoView());
		await desk.picture("review-core");
		await desk.page.click("#tab-episodes");
		holds(await desk.page.locator("tr.gap").count() === 1, "the missing episode is marked");
	},

	"claims, corrects under validation, keeps a draft, approves, and the workflow goes on": async (desk) => {
		await desk.signIn("ada");
		await desk.open("Hoshi no Tegami");
		await desk.page.click("text=Claim it");
		await desk.page.waitForSelector("text=You work on this until");
		await desk.checked();
		const weight = await desk.weight();
		console.log(`  page and files: ${Math.round(weight / 1000)} kB`);
		holds(weight < MOST_BYTES, `${weight} bytes`);
		await desk.watch();
		await desk.page.click("#tab-core");
		await desk.page.click("#field-synopsis");
		await desk.type("Told again, ");
		await desk.page.locator("[data-field=synopsis] [data-undo]").click();
		await desk.page.fill("#field-episodes", "many");
		await desk.page.waitForSelector("#field-episodes-fault:has-text('whole number')");
		await desk.axe("task with a fault");
		await desk.page.click("text=Approve with 1 edit");
		holds(desk.page.url().includes("/tasks/") && await desk.page.locator("form.decision").count() === 1, "nothing was sent");
		equal(await desk.focused(), "field-episodes", "the faulty field has the focus");
		await desk.page.fill("#field-episodes", "101");
		await desk.page.waitForFunction(() => document.getElementById("field-episodes-fault").textContent === "");
		await desk.page.locator("[data-field=year] [data-pick]").first().click();
		equal(await desk.page.inputValue("#field-year"), "2022", "picked");
		await desk.page.click("#tab-relations");
		const relation = (row) => desk.page.locator("#field-relations [data-relation]").nth(row);
		await relation(0).locator("select").selectOption("PREQUEL");
		await relation(3).locator("input").fill("somewhere");
		await relation(3).locator("select").selectOption("SUMMARY");
		await desk.page.waitForSelector("#field-relations-fault:has-text('web address')");
		await relation(3).locator("input").fill("https://myanimelist.net/anime/900008");
		await desk.page.waitForFunction(() => document.getElementById("field-relations-fault").textContent === "");
		equal(await desk.page.locator("#field-relations [data-relation]").count(), 5, "there is a row for one more");
		await desk.axe("task with corrected relations");
		await desk.page.click("#tab-episodes");
		const cell = (column, row = 0) => desk.page.locator(`[name="${column}"]`).nth(row);
		await desk.page.locator("tr[data-key='regular:12'] button").click();
		equal(await cell("episodeRows.episode").inputValue(), "regular:12", "the row of the episode is filled in");
		await cell("episodeRows.title").fill("The letter that came back");
		await cell("episodeRows.aired").fill("1st of May");
		await desk.page.waitForSelector("#field-episodeRows-fault:has-text('row 1: must be a day such as')");
		await cell("episodeRows.aired").fill("2023-06-24");
		await desk.page.waitForFunction(() => document.getElementById("field-episodeRows-fault").textContent === "");
		await desk.page.waitForFunction(() => document.querySelectorAll("[name='episodeRows.episode']").length === 2);
		await cell("episodeShifts.from").fill("14");
		await cell("episodeShifts.to").fill("100");
		await cell("episodeShifts.numbers").fill("-1");
		await cell("episodeShifts.days").fill("7");
		await desk.axe("task with corrected episodes");
		await desk.picture("review-episodes");
		await desk.page.click("#tab-people");
		await desk.page.locator("tr[data-key='00000000-0000-0001-0000-000000000007'] button:has-text('Split off anilist.co')").click();
		equal(await cell("characterRows.split").inputValue(), "https://anilist.co/character/7", "the page to split off");
		await cell("staffRows.name").fill("Ume Kato");
		await cell("staffRows.roles").fill("Director; Music");
		await desk.axe("task with corrected people");
		await desk.page.waitForSelector("text=Draft saved at");
		quick(await desk.interactions(), "correcting");
		await desk.page.reload();
		await desk.checked();
		equal(await desk.page.inputValue("#field-episodes"), "101", "the draft is back");
		equal(await relation(0).locator("select").inputValue(), "PREQUEL", "so is the relation");
		await desk.page.waitForSelector("text=Your draft of");
		await desk.page.fill("#field-note", "Counted them.");
		equal(await cell("episodeRows.title").inputValue(), "The letter that came back", "so is the episode");
		await desk.page.click("text=Approve with 7 edits");
		await desk.page.waitForSelector(".outcome");
		holds((await desk.page.textContent(".outcome")).includes("The workflow knows it and goes on"), "the page says so");
		await desk.axe("result");
		const answers = await untilAnswered("token-long");
		holds(answers.length === 1 && answers[0].includes("SendTaskSuccess") && answers[0].includes("APPROVE_WITH_EDITS"),
			`the workflow was told once: ${answers}`);
		holds(["PREQUEL", "SUMMARY", "anime/900008"].every((each) => answers[0].includes(each)), `with the relations: ${answers}`);
		const told = JSON.parse(answers[0].slice(answers[0].indexOf("{"))).edits;
		equal(JSON.stringify(told.episodeRows), '[{"aired":"2023-06-24","episode":"regular:12","title":"The letter that came back"}]', "episodes");
		equal(JSON.stringify(told.episodeShifts), '[{"days":7,"from":"14","numbers":-1,"to":"100"}]', "moved episodes");
		equal(JSON.stringify(told.characterRows),
			'[{"character":"00000000-0000-0001-0000-000000000007","split":"https://anilist.co/character/7"}]', "characters");
		equal(JSON.stringify(told.staffRows), '[{"name":"Ume Kato","roles":["Director","Music"]}]', "staff");
	},

	"reviews with the keyboard alone": async (desk) => {
		await desk.signIn("ada", true);
		await desk.keys("j", "j");
		holds((await desk.page.evaluate(() => document.activeElement.textContent)) !== "", "a review has the focus");
		await desk.keys("/");
		await desk.type("kaze");
		await desk.keys("Enter");
		await desk.page.waitForURL(/text=kaze/);
		await desk.keys("j", "Enter");
		await desk.page.waitForSelector("form.decision[data-checked]");
		await desk.keys("?");
		await desk.axe("help");
		await desk.picture("review-keys");
		await desk.keys("Escape", "2", "j");
		equal(await desk.focused(), "field-title", "first field of the titles");
		await desk.keys("End");
		await desk.type("!");
		await desk.keys("Escape", "n");
		await desk.type("Typed without a mouse.");
		await desk.keys("Escape", "a", "Enter");
		await desk.page.waitForSelector(".outcome");
		holds((await untilAnswered("token-keys"))[0].includes("Kaze no Shirabe!"), "the correction arrived");
	},

	"shows what is new beside what was typed when a review changed meanwhile": async (desk) => {
		await desk.signIn("ada");
		await desk.open("Mori no Oto");
		await desk.checked();
		await desk.page.click("#tab-titles");
		await desk.page.fill("#field-englishTitle", "Sound of the Wood");
		await desk.page.evaluate(() => {
			document.querySelector("input[name=version]").value = "77";
		});
		await desk.page.click("text=Approve with 1 edit");
		await desk.page.waitForSelector("[role=alert]");
		holds((await desk.page.textContent(".clashes")).includes("Sound of the Wood"), "the correction is kept");
		await desk.axe("conflict");
		await desk.page.click("text=Approve with 1 edit");
		await desk.page.waitForSelector(".outcome");
	},

	"rejects with a reason only, and refuses what another works on": async (desk) => {
		await desk.signIn("ada");
		await desk.open("Yoru no Machi");
		await desk.checked();
		await desk.page.click("button.danger");
		equal(await desk.focused(), "field-note", "the note is missing");
		await desk.page.fill("#field-note", "Not an anime.");
		await desk.page.click("button.danger");
		await desk.page.waitForSelector("text=Rejected.");
		await desk.open("Asa no Niji");
		await desk.page.waitForSelector("text=grace works on this until");
		await desk.page.click("text=Approve as proposed");
		await desk.page.waitForSelector("[role=alert] >> text=grace works on this review");
	},

	"shows hostile text as text": async (desk) => {
		await desk.signIn("ada");
		await desk.page.goto(`${portal}/portal?reason=IDENTITY`);
		await desk.page.click("ol.queue a.title");
		await desk.checked();
		holds((await desk.page.textContent("h1")).includes("<script>alert(1)</script>"), "the title is text");
		equal(await desk.page.locator("script:not([src]), [onerror]").count(), 0, "nothing of it became an element");
		equal(desk.dialogs, 0, "no script ran");
	},

	"stays quick on 100 episodes and 200 characters": async (desk) => {
		await desk.signIn("ada");
		await desk.page.goto(`${portal}/portal?state=DELIVERED&text=tegami`);
		await desk.page.click("ol.queue a.title");
		await desk.page.waitForSelector("[role=tab]");
		await desk.watch();
		for (const tab of await desk.page.locator("[role=tab]").all()) {
			await tab.click();
			await desk.page.waitForTimeout(60);
		}
		quick(await desk.interactions(), "reading");
	},

	"works on a phone": async (desk) => {
		await desk.phone();
		await desk.signIn("ada");
		await desk.axe("queue on a phone");
		await desk.fits();
		await desk.picture("reviews-queue-phone");
		await desk.page.click("ol.queue a.title");
		await desk.checked();
		await desk.fits();
		await desk.axe("task on a phone");
		await desk.page.locator(".tabs").evaluate((bar) => bar.scrollIntoView());
		await desk.picture("review-core-phone");
	},

	"has enough contrast in dark colours": async (desk) => {
		await desk.page.emulateMedia({ colorScheme: "dark" });
		await desk.signIn("ada");
		await desk.axe("dark queue");
		await desk.page.click("ol.queue a.title");
		await desk.checked();
		await desk.page.click("text=Other decisions");
		await desk.axe("dark task");
		await desk.page.goto(`${portal}/portal?state=DELIVERED&text=tegami`);
		await desk.page.click("ol.queue a.title");
		await desk.page.click("#tab-episodes");
		await desk.axe("dark result");
	},

	"works without scripts": async (desk) => {
		await desk.withoutScripts();
		await desk.signIn("ada");
		await desk.page.click("ol.queue a.title");
		await desk.page.fill("#field-note", "Read without scripts.");
		await desk.page.fill("#field-episodes", "13");
		await desk.page.click("text=Approve with my edits");
		await desk.page.waitForSelector(".outcome");
	},

	"leads reviewers and goes back to earlier templates": async (desk) => {
		await desk.signIn("lena");
		equal(await desk.page.locator("text=Second edition").count(), 1, "the later templates are shown");
		await desk.page.click("text=Reviewers and templates");
		await desk.page.fill("#name", "kim");
		await desk.page.click("form.filters button");
		await desk.page.waitForSelector("th:has-text('kim')");
		await desk.axe("reviewers");
		await desk.picture("reviews-lead");
		await desk.page.click("button:has-text('Remove kim')");
		await desk.page.waitForSelector("text=Nobody was invited yet");
		await desk.page.click("nav >> text=Templates");
		await desk.page.waitForSelector("text=shown now");
		await desk.axe("templates");
		await desk.page.click("nav >> text=Report");
		await desk.page.waitForSelector("th:has-text('Waiting for budget')");
		await desk.axe("report");
		await desk.picture("reviews-report");
		await desk.page.click("nav >> text=Templates");
		const shown = () => desk.page.locator("tr:has-text('shown now') th").textContent();
		const later = await shown();
		await desk.page.click("button:has-text('Roll back')");
		await desk.page.waitForSelector("tbody tr:nth-child(3)");
		holds(await shown() !== later, "other templates are shown now");
		await desk.page.goto(`${portal}/portal`);
		equal(await desk.page.locator("text=Second edition").count(), 0, "the earlier templates are back");
	},

	"signs out": async (desk) => {
		await desk.signIn("ada");
		await desk.page.click("text=Sign out");
		await desk.page.waitForSelector("text=You are signed out");
		await desk.axe("signed out");
	}

};

if (pictures) {
	mkdirSync(pictures, { recursive: true });
}
let failed = 0;
for (const [name, proof] of Object.entries(proofs)) {
	const desk = await Desk.open(portal, browser, pictures);
	try {
		await proof(desk);
		console.log(`ok    ${name}`);
	}
	catch (failure) {
		failed++;
		console.log(`FAIL  ${name}\n      ${failure.stack}`);
	}
	await desk.close();
}
console.log(`${Object.keys(proofs).length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
