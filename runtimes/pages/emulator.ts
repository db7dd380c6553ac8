import type { ServedEmulator } from "../../src/testing/index.js";
import type { PageStep } from "./step.js";

function expect(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(`expected: ${what}`);
}

const key = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";

/** Sends a request, as the application under development would. */
async function send(
  served: ServedEmulator,
  method: string,
  path: string,
  body?: object,
): Promise<Response> {
  return fetch(served.serverURL("nango") + path, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
}

/** What somebody does on the emulator's page. */
export const emulatorPage: readonly PageStep[] = [
  [
    "connections and requests are shown as they come, without credentials",
    async (page, served) => {
      const response = await page.goto(served.url);
      const policy = response?.headers()["content-security-policy"] ?? "";
      expect(policy.includes("default-src 'none'"), "a content security policy");
      await page.getByRole("heading", { name: "Emulator" }).waitFor();
      await page.locator("text=hubspot/hubspot-acme").first().waitFor();
      const apiKey = "secret-key-0815";
      const credentials = { type: "API_KEY", apiKey };
      const made = { provider_config_key: "apollo", connection_id: "new-one", credentials };
      await send(served, "POST", "/connections", made);
      await page.locator("text=apollo/new-one").first().waitFor();
      await page.locator("summary").first().click();
      await page.locator("text=new-one").first().waitFor();
      const html = await page.content();
      for (const secret of [apiKey, key, "access-0001"]) {
        expect(!html.includes(secret), `no ${secret} on the page`);
      }
    },
  ],
  [
    "a fault is injected with the keyboard",
    async (page, served) => {
      await page.goto(served.url);
      await page.getByLabel("Fault").selectOption("429");
      await page.getByLabel("How many requests").fill("2");
      await page.getByLabel("How many requests").click();
      await page.keyboard.press("Enter");
      await page.locator("#message:has-text('2 requests will fail')").waitFor();
      const statuses = [];
      for (let i = 0; i < 3; i += 1) {
        statuses.push((await send(served, "GET", "/connections")).status);
      }
      expect(String(statuses) === "429,429,200", `429, 429 and 200, not ${String(statuses)}`);
    },
  ],
  [
    "the status of a connection is changed",
    async (page, served) => {
      await page.goto(served.url);
      const status = page.getByLabel("Status of hubspot/hubspot-acme");
      await status.selectOption("credentials refused");
      await page.locator("#message:has-text('credentials refused')").waitFor();
      const { errors } = served.emulator.nango.connections[0] ?? {};
      expect(errors?.[0]?.type === "auth", "an error of authorization");
    },
  ],
  [
    "somebody plays the customer who signs in",
    async (page, served) => {
      const session = { tags: { organization_id: "acme" }, allowed_integrations: ["hubspot"] };
      const body = (await (await send(served, "POST", "/connect/sessions", session)).json()) as {
        data: { token: string };
      };
      await page.goto(served.url);
      await page.getByRole("button", { name: /Sign in: acme at hubspot/ }).click();
      await page.locator("#message:has-text('Sign in')").waitFor();
      expect(served.emulator.nango.sessions.length === 0, "no session is left");
      const last = served.emulator.nango.connections.at(-1);
      expect(last?.tags["organization_id"] === "acme", "a connection of acme");
      expect(!(await page.content()).includes(body.data.token), "no token on the page");
    },
  ],
  [
    "every control has a name",
    async (page, served) => {
      await page.goto(served.url);
      await page.locator("text=hubspot/hubspot-acme").first().waitFor();
      const nameless = await page.evaluate<number>(
        `[...document.querySelectorAll("button, input, select, a")].filter((each) =>
          !(each.labels?.length || each.getAttribute("aria-label") || each.textContent.trim())).length`,
      );
      expect(nameless === 0, `no control without a name, not ${nameless}`);
    },
  ],
  [
    "everything is reset",
    async (page, served) => {
      served.emulator.nango.connections.length = 1;
      await page.goto(served.url);
      await page.getByRole("button", { name: "Reset everything" }).click();
      await page.locator("#message:has-text('as it was')").waitFor();
      expect(served.emulator.nango.connections.length === 5, "five connections");
    },
  ],
];
