import { createEmulator } from "connections-sdk/testing";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CONNECTIONS, readResponse } from "./client.js";

const emulator = createEmulator();
const server = setupServer(...emulator.handlers);
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => {
  emulator.reset();
  server.resetHandlers();
});
afterAll(() => server.close());

const vendor = "https://api.withampersand.com/v1";
const call = async (url: string, init?: RequestInit) =>
  readResponse(await fetch(url, { headers: { "x-api-key": "key" }, ...init }));

test.for([vendor, emulator.serverURL("ampersand")])("requests to %s are handled", async (base) => {
  const response = await call(`${base}${CONNECTIONS}?groupRef=group-123`);
  expect([response.status, response.json.length]).toEqual([200, 3]);
  expect(emulator.log).toMatchObject([{ path: `${CONNECTIONS}?groupRef=group-123`, status: 200 }]);
});

const send = (method: string, path: string, body?: unknown) =>
  call(vendor + path, {
    method,
    headers: { "x-api-key": "key", "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

test("every verb works, with colons in paths and empty responses", async () => {
  const made = await send("POST", `${CONNECTIONS}:generate`, {
    groupRef: "g",
    consumerRef: "c",
    provider: "salesforce",
  });
  const one = `${CONNECTIONS}/${made.json.id}`;
  const patch = { updateMask: ["providerWorkspaceRef"], connection: { providerWorkspaceRef: "w" } };
  const custom = {
    projectIdOrName: "my-project",
    groupRef: "g",
    consumerRef: "c",
    provider: "netsuite",
  };
  const responses = [
    made,
    await send("GET", one),
    await send("PATCH", one, patch),
    await send("PATCH", `${one}:oauth-update`),
    await send("DELETE", one),
    await send("GET", one),
    await send("POST", "/custom-auth/connect", custom),
  ];
  expect(responses.map(({ status }) => status)).toEqual([201, 200, 200, 200, 204, 404, 200]);
  expect(responses[2]!.json.providerWorkspaceRef).toBe("w");
  expect(responses[3]!.text).toMatch(/^https:/);
  expect(responses[4]!.text).toBe("");
});

test("an unknown path below the vendor's URL is a problem, not an unhandled request", async () => {
  const response = await call(`${vendor}/nowhere`);
  expect([response.status, response.type]).toEqual([404, "application/problem+json"]);
});

test("a URL that only starts like the vendor's is not handled", () => {
  expect(emulator.handle(new Request("https://api.withampersand.com/v11/x"))).toBeUndefined();
  expect(emulator.handle(new Request("https://apixwithampersand.com/v1/x"))).toBeUndefined();
});

test.for([
  { reset: "before" },
  { reset: "headers" },
  { reset: "body" },
  { truncate: true },
] as const)("%j is a network error", async (fault) => {
  emulator.fail(fault);
  await expect(call(vendor + CONNECTIONS)).rejects.toThrow("Failed to fetch");
});

test("a fault responds instead of the platform", async () => {
  emulator.fail({ status: 429, retryAfter: 3 });
  const response = await call(vendor + CONNECTIONS);
  expect([response.status, response.headers.get("retry-after")]).toEqual([429, "3"]);
});

test("a delayed response ends when the caller aborts", async () => {
  emulator.fail({ delayMs: 60_000 });
  const signal = AbortSignal.timeout(20);
  await expect(call(vendor + CONNECTIONS, { signal })).rejects.toMatchObject({
    name: "TimeoutError",
  });
});

test("a test's own handler takes precedence over the emulator's", async () => {
  server.use(http.get(`${vendor}/projects/*`, () => HttpResponse.json("mine")));
  expect((await call(vendor + CONNECTIONS)).json).toBe("mine");
});

test("a request is also handled without msw", async () => {
  const request = new Request(vendor + CONNECTIONS, { headers: { "x-api-key": "key" } });
  expect((await emulator.handle(request))?.response.status).toBe(200);
  expect(emulator.handle(new Request("https://example.com/v1"))).toBeUndefined();
});
