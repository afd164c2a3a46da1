// What docs/first-hour.md asks a browser for: a search in Swagger UI, or the review of Death Note in the portal.
// Usage: node first-hour.mjs search|review ADDRESS BROWSER [PICTURES]
import { chromium } from "playwright-core";

const [what, address, executable, pictures] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: executable, args: ["--no-sandbox"] });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
page.setDefaultTimeout(60_000);
try {
	await { search, review }[what]();
}
catch (error) {
	console.error("NOT AS THE PAGE SAYS: " + error.message);
	process.exitCode = 1;
}
await browser.close();

async function search() {
	await page.goto(address + "/swagger-ui.html");
	const operation = page.locator(".opblock-get", { has: page.locator('[data-path="/v1/search"]') });
	await operation.locator(".opblock-summary").click();
	await operation.getByText("Try it out").click();
	await operation.locator('tr[data-param-name="q"] input').fill("space bounty hunters");
	await operation.locator('tr[data-param-name="limit"] input').fill("1");
	const end = Date.now() + 180_000;
	while (!await execute(operation)) {
		if (Date.now() > end) {
			throw new Error("Cowboy Bebop does not come first");
		}
		await page.waitForTimeout(2_000);
	}
	await operation.locator(".live-responses-table").scrollIntoViewIfNeeded();
	await picture("search");
}

// Whether the answer begins with Cowboy Bebop, which it does once the sample is enriched.
async function execute(operation) {
	const answered = page.waitForResponse((response) => new URL(response.url()).pathname === "/v1/search");
	await operation.getByText("Execute", { exact: true }).click();
	const answer = await answered;
	if (answer.status() !== 200) {
		throw new Error(`HTTP ${answer.status()}: ${await answer.text()}`);
	}
	return (await answer.json()).data[0]?.attributes.title === "Cowboy Bebop";
}

async function review() {
	await page.goto(address + "/portal");
	await picture("sign-in");
	await page.click("[type=submit]");
	await page.waitForSelector("ol.queue");
	await picture("queue");
	await page.click("ol.queue a.title:has-text('Death Note')");
	await page.waitForSelector("form.decision[data-checked]");
	await picture("review");
	await page.click("text=Claim it");
	await page.waitForSelector("text=You work on this until");
	await page.click("#tab-core");
	await page.locator(".tabs").evaluate((bar) => bar.scrollIntoView());
	await picture("decide");
	await page.click("text=Approve as proposed");
	await page.waitForSelector("form.decision", { state: "detached" });
	await picture("decided");
}

async function picture(name) {
	if (pictures) {
		await page.screenshot({ path: `${pictures}/first-hour-${name}.png` });
	}
}
