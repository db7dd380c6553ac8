import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createLog } from "../../src/testing/log.js";
import { redactJson, redactUrl } from "../../src/testing/redact.js";
import { CONNECTIONS, type Fixture, start } from "./client.js";

let fixture: Fixture;
beforeAll(async () => {
  fixture = await start();
});
afterEach(() => fixture.emulator.reset());
afterAll(() => fixture.close());

test("the log has a request's method, URL, path, headers, body and status", async () => {
  const body = { updateMask: ["apiKey"], connection: { apiKey: "s3cret" } };
  const headers = { "x-api-key": "s3cret", "content-type": "application/json", "x-trace": "7" };
  await fixture.call("PATCH", `${CONNECTIONS}/conn-0003?a=b`, body, headers);
  expect(fixture.emulator.log).toEqual([
    {
      platform: "ampersand",
      method: "PATCH",
      url: `${fixture.serverURL("ampersand")}${CONNECTIONS}/conn-0003?a=b`,
      path: `${CONNECTIONS}/conn-0003?a=b`,
      headers: expect.objectContaining({ "x-api-key": "[redacted]", "x-trace": "7" }),
      body: { updateMask: ["apiKey"], connection: { apiKey: "[redacted]" } },
      status: 200,
    },
  ]);
});

test("a reset connection is logged without a status, and a fault with its status", async () => {
  fixture.emulator.fail({ reset: "before" });
  fixture.emulator.fail({ status: 418 });
  await fixture.call("GET", CONNECTIONS).catch(() => undefined);
  await fixture.call("GET", CONNECTIONS);
  expect(fixture.emulator.log.map(({ status }) => status)).toEqual([undefined, 418]);
});

test("a body that is not JSON is logged as a string", async () => {
  await fixture.call("POST", `${CONNECTIONS}:generate`, "plain", { "content-type": "text/plain" });
  expect(fixture.emulator.log[0]!.body).toBe("plain");
});

test("the log contains no secret of a request", async () => {
  const body = {
    groupRef: "g",
    consumerRef: "c",
    provider: "keap",
    apiKey: "s3cret",
    basicAuth: { username: "ada", password: "s3cret" },
    oauth2ClientCredentials: { clientId: "id", clientSecret: "s3cret" },
    oauth2AuthorizationCode: {
      accessToken: { token: "s3cret" },
      refreshToken: { token: "s3cret" },
    },
    customAuth: { account: "s3cret", keys: ["s3cret", 5], nested: { a: null } },
  };
  await fixture.call("POST", `${CONNECTIONS}:generate?apiKey=s3cret`, body, {
    "content-type": "application/json",
    authorization: "Bearer s3cret",
    cookie: "session=s3cret",
  });
  expect(JSON.stringify(fixture.emulator.log)).not.toContain("s3cret");
  expect(fixture.emulator.log[0]!.body).toMatchObject({
    basicAuth: { username: "ada", password: "[redacted]" },
    oauth2AuthorizationCode: { accessToken: { token: "[redacted]" } },
    customAuth: { keys: ["[redacted]", "[redacted]"], nested: { a: null } },
  });
});

test.for([
  ["http://h/p?groupRef=g", "http://h/p?groupRef=g"],
  ["http://h/p?apiKey=k&groupRef=g", "http://h/p?apiKey=%5Bredacted%5D&groupRef=g"],
  ["http://h/a%3Ab?x=%20", "http://h/a%3Ab?x=%20"],
] as const)("the URL %s is logged as %s", ([url, logged]) => {
  expect(redactUrl(url)).toBe(logged);
});

test.for([
  [null, null],
  [{ token: null }, { token: null }],
  [{ apiKey: 7 }, { apiKey: "[redacted]" }],
  [{ credentials: [{ a: 1 }] }, { credentials: [{ a: "[redacted]" }] }],
  [
    { tokens: "kept", accessToken: "t" },
    { tokens: "kept", accessToken: "[redacted]" },
  ],
] as const)("the value %j is logged as %j", ([value, logged]) => {
  expect(redactJson(value)).toEqual(logged);
});

test("the log keeps the latest ten thousand requests", () => {
  const log = createLog();
  const entry = { platform: "ampersand", method: "GET", url: "", headers: {} } as const;
  for (let number = 0; number < 10_002; number += 1)
    log.record({ ...entry, path: String(number) })(200);
  expect(log.entries()).toHaveLength(10_000);
  expect(log.entries()[0]).toEqual({ ...entry, path: "2", status: 200 });
});
