import { type IncomingMessage, request as httpRequest } from "node:http";
import { serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CONNECTIONS, type Fixture, start } from "./client.js";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await start();
});
afterEach(() => fixture.emulator.reset());
afterAll(() => fixture.close());

const control = (method: string, path: string, body?: unknown) =>
  fetch(`${fixture.url}/__emulator/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const list = () => fixture.call("GET", CONNECTIONS);

test("another process injects one or several faults over HTTP", async () => {
  expect((await control("POST", "faults", { status: 503 })).status).toBe(204);
  await control("POST", "faults", [
    { status: 429, retryAfter: 0 },
    { method: "GET", status: 500 },
  ]);
  const seen = [await list(), await list(), await list(), await list()];
  expect(seen.map(({ status }) => status)).toEqual([503, 429, 500, 200]);
});

test.for([
  [7, "A fault is a JSON object.\n"],
  [{ status: 99 }, "status must be a status from 200 to 599.\n"],
  [{ times: -1 }, 'times must be a number or "always".\n'],
  [{ reset: "after" }, 'reset must be "before", "headers" or "body".\n'],
  [{ headers: { a: 1 } }, "headers must be an object of strings.\n"],
  [{ stauts: 500 }, /^A fault has no member stauts; it may have times, platform, /],
] as const)("the fault %j is refused with the reason", async ([fault, reason]) => {
  const response = await control("POST", "faults", [{ status: 500 }, fault]);
  expect(response.status).toBe(400);
  expect(await response.text()).toMatch(reason);
  expect((await list()).status).toBe(200);
});

test("another process reads the log and resets", async () => {
  await fixture.call("DELETE", `${CONNECTIONS}/conn-0001`);
  const log = await (await control("GET", "log")).json();
  expect(log).toMatchObject([{ method: "DELETE", status: 204 }]);
  expect((await control("POST", "reset")).status).toBe(204);
  expect(await (await control("GET", "log")).json()).toEqual([]);
  expect((await list()).json).toHaveLength(5);
});

test("a reset keeps the state object that a test has a reference to", async () => {
  const { ampersand } = fixture.emulator;
  await fixture.call("DELETE", `${CONNECTIONS}/conn-0001`);
  fixture.emulator.reset();
  expect(fixture.emulator.ampersand).toBe(ampersand);
  expect(ampersand.connections).toHaveLength(6);
});

test("an unknown control route and an unknown platform are a 404 that lists what exists", async () => {
  expect((await control("GET", "faults")).status).toBe(404);
  const response = await fetch(`${fixture.url}/elsewhere`);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain(fixture.serverURL("ampersand"));
});

test("the server URL of a platform has the emulator's address", () => {
  expect(fixture.serverURL("ampersand")).toBe(`${fixture.url}/ampersand/v1`);
  expect(fixture.emulator.serverURL("ampersand")).toBe(fixture.serverURL("ampersand"));
  expect(fixture.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test("close ends open requests and frees the port", async () => {
  const first = await start();
  const port = Number(new URL(first.url).port);
  first.emulator.fail({ delayMs: 60_000 });
  const open = first.call("GET", CONNECTIONS);
  const ended = expect(open).rejects.toThrow("fetch failed");
  while (first.emulator.log.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await first.close();
  await ended;
  await first.close();
  await using second = await serve({ port });
  expect(new URL(second.url).port).toBe(String(port));
});

test("a port in use is an error", async () => {
  const port = Number(new URL(fixture.url).port);
  await expect(serve({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("two emulators share nothing", async () => {
  await using other = await start();
  await other.call("DELETE", `${CONNECTIONS}/conn-0001`);
  expect((await list()).json).toHaveLength(5);
  expect(fixture.emulator.log).toHaveLength(1);
});

test("a GET with a body is handled like one without", async () => {
  const response = await new Promise<IncomingMessage>((resolve) => {
    const url = `${fixture.serverURL("ampersand")}${CONNECTIONS}`;
    httpRequest(url, { headers: { "x-api-key": "key", "content-length": 4 } }, resolve).end("body");
  });
  response.resume();
  expect(response.statusCode).toBe(200);
});

test("a request that fetch cannot represent is a 400 with the reason", async () => {
  const response = await new Promise<IncomingMessage>((resolve) => {
    httpRequest(fixture.serverURL("ampersand"), { method: "TRACE" }, resolve).end();
  });
  response.resume();
  expect(response.statusCode).toBe(400);
});
