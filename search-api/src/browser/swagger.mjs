// Calls a route that needs a token by Swagger UI: refused at first, answered once it has signed in with a code and PKCE.
// Usage: node swagger.mjs ADDRESS BROWSER [PICTURE]
import { chromium } from "playwright-core";

const [address, executable, picture] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: executable, args: ["--no-sandbox"] });
const page = await (await browser.newContext()).newPage();
page.setDefaultTimeout(60_000);
await page.goto(address + "/swagger-ui.html");
const route = "/v1/webhooks";
const operation = page.locator(".opblock-get", { has: page.locator(`[data-path="${route}"]`) });
await operation.locator(".opblock-summary").click();
await operation.getByText("Try it out").click();
check((await execute()).status() === 401, "without a token it must be 401");

await page.click("button.authorize");
const flow = page.locator(".auth-container", { hasText: "authorizationCode" });
await flow.locator("input[id^=client_id]").fill("swagger-ui");
await flow.getByText("select all", { exact: true }).click();
const opened = page.context().waitForEvent("page");
await flow.locator("button.authorize").click();
const login = await opened;
await login.waitForLoadState();
const asked = new URL(login.url()).searchParams;
check(asked.get("response_type") === "code" && asked.get("code_challenge_method") === "S256", "PKCE: " + login.url());
await login.locator("input[name=username]").fill("hana");
await login.getByText("Everything (operator)").click();
await login.locator("[type=submit]").first().click();
await flow.getByText("Logout").waitFor();
await page.locator(".btn-done").first().click();

const response = await execute();
check(response.status() === 200, "status " + response.status() + ": " + (await response.text()));
check((await response.request().allHeaders()).authorization?.startsWith("Bearer ey"), "no token was sent");
await operation.locator(".live-responses-table tbody .response-col_status", { hasText: "200" }).waitFor();
if (picture) {
	await operation.screenshot({ path: picture });
}
console.log("GET " + route + " answered 401; signed in with a code and PKCE, it answered 200");
await browser.close();

async function execute() {
	const answer = page.waitForResponse((response) => new URL(response.url()).pathname === route);
	await operation.getByText("Execute", { exact: true }).click();
	return answer;
}

function check(holds, otherwise) {
	if (!holds) {
		console.error("NOT AS IT MUST BE: " + otherwise);
		process.exit(1);
	}
}
