/** The example application, without a browser: what its server sends, and to whom. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { type Vendors, vendors } from "../../examples/web/emulator.js";
import { start } from "../../examples/web/server.js";

let emulated: ServedEmulator;
let external: Vendors;
let app: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  emulated = await serve();
  vi.stubEnv("EMULATOR", emulated.url);
  external = await vendors();
  app = await start(external);
});
afterEach(() => {
  emulated.emulator.reset();
  vi.restoreAllMocks();
});
afterAll(async () => {
  app.server.close();
  app.server.closeAllConnections();
  await external[Symbol.asyncDispose]();
  await emulated.close();
  vi.unstubAllEnvs();
});

/** Sends a form of the page, and returns where the browser would go. */
async function send(path: string, target: object, origin = app.url): Promise<string> {
  const response = await fetch(app.url + path, {
    method: "POST",
    redirect: "manual",
    headers: { origin },
    body: new URLSearchParams({ target: JSON.stringify(target) }),
  });
  expect(response.status).toBe(303);
  return new URL(response.headers.get("location") ?? "", app.url).href;
}

/** Plays the customer on the emulator's page, and comes back. */
async function play(signInURL: string, outcome: "allow" | "deny"): Promise<string> {
  const page = await (await fetch(signInURL)).text();
  expect(page).toContain("Allow");
  const played = await fetch(`${signInURL}&outcome=${outcome}`, {
    method: "POST",
    redirect: "manual",
  });
  expect(played.headers.get("location")).toBe(`${app.url}/returned`);
  const back = await fetch(`${app.url}/returned`);
  return back.text();
}

test("the page lists the connections of the customer on both platforms, and their health", async () => {
  const html = await (await fetch(app.url)).text();
  for (const text of ["salesforce", "ampersand", "nango", "hubspot"]) expect(html).toContain(text);
  for (const stranger of ["greenhouse", "globex"]) expect(html).not.toContain(stranger);
  for (const secret of ["access-0001", "refresh-0001", "apollo-key"])
    expect(html).not.toContain(secret);
  emulated.emulator.nango.connections[0]!.errors = [{ type: "auth", log_id: "l" }];
  const broken = await (await fetch(app.url)).text();
  expect(broken).toContain("The service no longer accepts the credentials");
});

test.for([
  ["ampersand", "hubspot"],
  ["nango", "apollo"],
] as const)("a customer connects %s %s", async ([platform, provider]) => {
  const { connections } = emulated.emulator[platform];
  const before = connections.length;
  const html = await play(await send("/connect", { platform, provider }), "allow");
  expect(html).toContain("The service is connected.");
  expect(emulated.emulator[platform].connections).toHaveLength(before + 1);
});

test("a customer reconnects and disconnects", async () => {
  const target = {
    platform: "nango",
    version: 1,
    provider: "salesforce-eu",
    connectionId: "salesforce-acme",
  };
  const html = await play(await send("/reconnect", target), "allow");
  expect(html).toContain("The service is connected.");
  expect(await send("/disconnect", target)).toBe(`${app.url}/?message=disconnected`);
  expect(
    emulated.emulator.nango.connections.some((each) => each.connection_id === "salesforce-acme"),
  ).toBe(false);
});

test("a stranger's connection is not found, and nothing of it changes", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const before = JSON.stringify(emulated.emulator.nango);
  const target = { platform: "nango", version: 1, provider: "apollo", connectionId: "globex" };
  for (const path of ["/reconnect", "/disconnect"])
    expect(await send(path, target)).toBe(`${app.url}/?message=gone`);
  expect(JSON.stringify(emulated.emulator.nango)).toBe(before);
});

test("a form of another site does nothing", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const target = { platform: "ampersand", provider: "hubspot" };
  expect(await send("/connect", target, "https://evil.example")).toBe(`${app.url}/?message=failed`);
  expect(emulated.emulator.log).toEqual([]);
});

test("a message of a URL is never shown as it is", async () => {
  const html = await (await fetch(`${app.url}/?message=<script>alert(1)</script>`)).text();
  expect(html).not.toContain("alert(1)");
});
