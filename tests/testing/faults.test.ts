import { type Fault, createEmulator } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { CONNECTIONS, type Fixture, start } from "./client.js";

const now = new Date("2026-06-01T12:00:00Z");
let fixture: Fixture;
beforeAll(async () => {
  fixture = await start({ now: () => now });
});
afterEach(() => fixture.emulator.reset());
afterAll(() => fixture.close());

const get = () => fixture.call("GET", CONNECTIONS);
const statuses = async (count: number) => {
  const found: number[] = [];
  while (found.length < count) found.push((await get()).status);
  return found;
};
const made = { groupRef: "g", consumerRef: "c", provider: "apollo" };
const generate = () => fixture.call("POST", `${CONNECTIONS}:generate`, made);
const count = () => fixture.emulator.ampersand.connections.length;

test("a fault affects one request by default", async () => {
  fixture.emulator.fail({ status: 500 });
  expect(await statuses(2)).toEqual([500, 200]);
});

test("faults are used in order", async () => {
  fixture.emulator.fail({ times: 2, status: 503 });
  fixture.emulator.fail({ status: 429 });
  expect(await statuses(4)).toEqual([503, 503, 429, 200]);
});

test.for(["always", Infinity] as const)(
  "a fault affects requests %s, until it is removed",
  async (times) => {
    const undo = fixture.emulator.fail({ times, status: 500 });
    expect(await statuses(3)).toEqual([500, 500, 500]);
    undo();
    expect(await statuses(1)).toEqual([200]);
  },
);

test.for([
  [{ method: "get" }, true],
  [{ method: "POST" }, false],
  [{ path: "/my-project/" }, true],
  [{ path: ":generate" }, false],
  [{ path: /connections$/g }, true],
  [{ path: /^\/custom/ }, false],
  [{ platform: "ampersand" }, true],
] as const)("a fault for %j meets a list: %s", async ([filter, met]) => {
  fixture.emulator.fail({ status: 500, ...filter });
  expect(await statuses(1)).toEqual([met ? 500 : 200]);
});

test("a status has the platform's own error format", async () => {
  fixture.emulator.fail({ status: 503, retryAfter: 2 });
  const response = await get();
  expect(response.type).toBe("application/problem+json");
  expect(response.headers.get("retry-after")).toBe("2");
  expect(response.json).toMatchObject({
    title: "Service Unavailable",
    status: 503,
    retryable: true,
    retryAfter: "2026-06-01T12:00:02.000000Z",
  });
});

test.for([
  [
    { status: 502, body: "<h1>Bad gateway</h1>", contentType: "text/html" },
    502,
    "text/html",
    "<h1>Bad gateway</h1>",
  ],
  [{ body: [{ id: 1 }] }, 200, "application/json", '[{"id":1}]'],
  [{ body: "" }, 200, "text/plain; charset=utf-8", ""],
  [{ status: 204, body: "lost" }, 204, "text/plain; charset=utf-8", ""],
  [{ status: 200, contentType: "application/json", body: "{" }, 200, "application/json", "{"],
] as const)("the fault %j changes the response", async ([fault, status, type, text]) => {
  fixture.emulator.fail(fault);
  const response = await get();
  expect([response.status, response.type, response.text]).toEqual([status, type, text]);
});

test("headers are added, and Retry-After can be any string", async () => {
  fixture.emulator.fail({ headers: { "x-request-id": "7" }, retryAfter: "soon" });
  const { status, headers } = await get();
  expect([status, headers.get("x-request-id"), headers.get("retry-after")]).toEqual([
    200,
    "7",
    "soon",
  ]);
});

test("a malformed response has the right status and content type, and does not parse", async () => {
  fixture.emulator.fail({ malformed: true });
  const response = await get();
  expect([response.status, response.type, response.json]).toEqual([
    200,
    "application/json",
    undefined,
  ]);
  expect(response.text.length).toBeGreaterThan(100);
});

test.for([
  [{ status: 503 }, 0],
  [{ status: 503, processed: true }, 1],
  [{ malformed: true }, 1],
  [{ reset: "before" }, 0],
  [{ reset: "headers" }, 1],
  [{ truncate: true }, 1],
] as const)("a request that met %j made %i connections", async ([fault, more]) => {
  const before = count();
  fixture.emulator.fail(fault);
  await generate().catch(() => undefined);
  expect(count() - before).toBe(more);
});

test("a reset before the response fails the request", async () => {
  fixture.emulator.fail({ reset: "before" });
  await expect(get()).rejects.toMatchObject({
    cause: { code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) },
  });
});

test.for([{ reset: "headers" }, { reset: "body" }, { truncate: true }] as const)(
  "%j sends the headers and fails the body",
  async (fault) => {
    fixture.emulator.fail(fault);
    const response = await fetch(fixture.serverURL("ampersand") + CONNECTIONS, {
      headers: { "x-api-key": "key" },
    });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(100);
    await expect(response.text()).rejects.toThrow();
  },
);

test.for([
  [{ truncate: true }, true],
  [{ reset: "body" }, true],
  [{ reset: "headers" }, false],
] as const)("%j lets half of the body through: %s", async ([fault, some]) => {
  fixture.emulator.fail(fault as Fault);
  const response = await fetch(fixture.serverURL("ampersand") + CONNECTIONS, {
    headers: { "x-api-key": "key" },
  });
  const reader = response.body!.getReader();
  const first = await reader.read().catch(() => undefined);
  expect((first?.value?.length ?? 0) > 0).toBe(some);
  await reader.cancel().catch(() => undefined);
});

test("a delay ends when the client disconnects", async () => {
  fixture.emulator.fail({ delayMs: 60 });
  const started = performance.now();
  expect((await get()).status).toBe(200);
  expect(performance.now() - started).toBeGreaterThan(55);

  fixture.emulator.fail({ delayMs: 60_000 });
  const leaving = new AbortController();
  const { signal } = leaving;
  const gone = fetch(fixture.serverURL("ampersand") + CONNECTIONS, { signal });
  await vi.waitFor(() => expect(fixture.emulator.log).toHaveLength(2), { timeout: 10_000 });
  leaving.abort();
  await expect(gone).rejects.toMatchObject({ name: "AbortError" });
  expect(fixture.emulator.log.at(-1)).not.toHaveProperty("status");
});

test("a status that HTTP does not have throws at once", () => {
  expect(() => createEmulator().fail({ status: 99 })).toThrow(
    new RangeError("A fault's status must be from 200 to 599, not 99."),
  );
});
