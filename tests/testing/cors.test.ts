import { serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CONNECTIONS, type Fixture, start } from "./client.js";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await start();
});
afterEach(() => fixture.emulator.reset());
afterAll(() => fixture.close());

const origin = "http://localhost:5173";
const question = {
  origin,
  "access-control-request-method": "PATCH",
  "access-control-request-headers": "authorization,content-type,x-api-key",
};

const ask = (url: string, method: string, headers: Record<string, string>) =>
  fetch(url, { method, headers });

/** The headers of a response that browsers use for CORS. */
function cors({ headers }: Response): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name.startsWith("access-control-")));
}

const readable = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };

test("a preflight gets the headers that it asks for, and is neither logged nor affected by a fault", async () => {
  fixture.emulator.fail({ status: 500 });
  const response = await ask(fixture.serverURL("ampersand") + CONNECTIONS, "OPTIONS", question);
  expect(response.status).toBe(204);
  expect(cors(response)).toEqual({
    ...readable,
    "access-control-allow-methods": "PATCH",
    "access-control-allow-headers": "authorization,content-type,x-api-key",
  });
  expect(fixture.emulator.log).toEqual([]);
  expect((await fixture.call("GET", CONNECTIONS)).status).toBe(500);
});

test("a preflight that asks for no headers gets none", async () => {
  const { "access-control-request-headers": _, ...bare } = question;
  const response = await ask(fixture.serverURL("ampersand") + CONNECTIONS, "OPTIONS", bare);
  expect(cors(response)).toEqual({ ...readable, "access-control-allow-methods": "PATCH" });
});

test.for([
  ["a response", `/ampersand/v1${CONNECTIONS}`, { "x-api-key": "key" }, 200],
  ["an error", `/ampersand/v1${CONNECTIONS}`, {}, 401],
  ["the log", "/__emulator/log", {}, 200],
  ["a place where nothing lives", "/elsewhere", {}, 404],
] as const)("a page reads %s, headers included", async ([, path, headers, status]) => {
  const response = await ask(fixture.url + path, "GET", { ...headers, origin });
  expect(response.status).toBe(status);
  expect(cors(response)).toEqual(readable);
});

test("a page reads injected failures and their headers", async () => {
  fixture.emulator.fail({ status: 429, retryAfter: 3 });
  const headers = { "x-api-key": "key", origin };
  const response = await ask(fixture.serverURL("ampersand") + CONNECTIONS, "GET", headers);
  expect([response.status, response.headers.get("retry-after")]).toEqual([429, "3"]);
  expect(cors(response)).toEqual(readable);
});

test("a client that is not a page gets no CORS headers, and its OPTIONS is a normal request", async () => {
  const url = fixture.serverURL("ampersand") + CONNECTIONS;
  const headers = { "x-api-key": "key" };
  expect(cors(await ask(url, "GET", headers))).toEqual({});
  await ask(url, "OPTIONS", headers);
  expect(fixture.emulator.log.map(({ method }) => method)).toEqual(["GET", "OPTIONS"]);
});

test("with cors: false a page gets no response", async () => {
  await using server = await serve({ cors: false });
  const url = server.serverURL("ampersand") + CONNECTIONS;
  expect(cors(await ask(url, "OPTIONS", question))).toEqual({});
  expect(cors(await ask(url, "GET", { "x-api-key": "key", origin }))).toEqual({});
});
