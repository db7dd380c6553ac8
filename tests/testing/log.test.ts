import { once } from "node:events";
import { connect } from "node:net";
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

/** Sends bytes as they are. Returns what the server sends until it closes the connection. */
async function sendRaw(bytes: string, ...more: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(fixture.url).port), "127.0.0.1");
  let received = "";
  socket.on("data", (chunk) => (received += String(chunk)));
  socket.on("error", () => {}); // a reset ends the connection too
  for (const part of [bytes, ...more]) {
    socket.write(part, "latin1");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  if (!socket.closed) await once(socket, "close");
  return received;
}

const PATH = `/ampersand/v1${CONNECTIONS}`;
const HEAD = "host: a\r\nconnection: close\r\nx-api-key: s3cret\r\n";

test.for<[what: string, status: number, method: string, path: string, ...bytes: string[]]>([
  ["no platform", 404, "GET", "/a?b=c", `GET /a?b=c HTTP/1.1\r\n${HEAD}\r\n`],
  ["a wrong prefix", 404, "PUT", "/ampersand", `PUT /ampersand HTTP/1.1\r\n${HEAD}\r\n`],
  ["no host", 400, "GET", PATH, `GET ${PATH} HTTP/1.1\r\nconnection: close\r\n\r\n`],
  ["a forbidden method", 400, "TRACE", "/a", `TRACE /a HTTP/1.1\r\n${HEAD}\r\n`],
  ["a method that is unknown", 400, "FROBNICATE", "/a", `FROBNICATE /a HTTP/1.1\r\n${HEAD}\r\n`],
  ["a target for proxies", 400, "GET", "http://a/b", `GET http://a/b HTTP/1.1\r\n${HEAD}\r\n`],
  ["an asterisk", 400, "OPTIONS", "*", `OPTIONS * HTTP/1.1\r\n${HEAD}\r\n`],
  ["a tunnel", 405, "CONNECT", "a:1", `CONNECT a:1 HTTP/1.1\r\n${HEAD}\r\n`],
  ["an expectation", 417, "POST", PATH, `POST ${PATH} HTTP/1.1\r\n${HEAD}expect: 200-ok\r\n\r\n`],
  ["a bad header", 400, "GET", PATH, `GET ${PATH} HTTP/1.1\r\n${HEAD}a b: c\r\n\r\n`],
  ["a bad length", 400, "POST", PATH, `POST ${PATH} HTTP/1.1\r\n${HEAD}content-length: x\r\n\r\n`],
  ["a bad version", 400, "GET", PATH, `GET ${PATH} HTTP/9.9\r\n${HEAD}\r\n`],
  ["a bad request line", 400, "", "", "s3cret s3cret\r\n\r\n"],
  ["a handshake of TLS", 400, "", "", "\u0016\u0003\u0001\u0002\u0000\u0001"],
  ["large headers", 431, "GET", PATH, `GET ${PATH} HTTP/1.1\r\na: ${"a".repeat(20_000)}\r\n\r\n`],
  ["a large path", 431, "", "", `GET /${"a".repeat(20_000)}`],
  [
    "large headers in parts",
    431,
    "",
    "",
    "GET /a HTTP/1.1\r\nx-api-key: ",
    ...Array<string>(5).fill("s3cret /".repeat(1000)),
  ],
  [
    "a bad chunk",
    400,
    "POST",
    PATH,
    `POST ${PATH} HTTP/1.1\r\n${HEAD}transfer-encoding: chunked\r\n\r\n`,
    "zz\r\n",
  ],
])("a request with %s is logged: %i", async ([, status, method, path, ...bytes]) => {
  const [first = "", ...more] = bytes;
  expect(await sendRaw(first, ...more)).toMatch(`HTTP/1.1 ${status} `);
  expect(fixture.emulator.log).toHaveLength(1);
  const [entry] = fixture.emulator.log;
  expect(entry).toMatchObject({ method, path, status });
  expect(entry).not.toHaveProperty("platform");
  expect(JSON.stringify(entry)).not.toContain("s3cret");
});

test("a request with secrets in its URL is logged without them", async () => {
  const head = `HTTP/1.1\r\n${HEAD}\r\n`;
  await sendRaw(`GET http://ada:s3cret@h:x/?token=s3cret ${head}`);
  await sendRaw(`GET /a?token=s3cret&x=1 ${head}`);
  await sendRaw(`TRACE /a?token=s3cret&x=1 ${head}`);
  expect(fixture.emulator.log).toHaveLength(3);
  expect(JSON.stringify(fixture.emulator.log)).not.toContain("s3cret");
});

test("the body of a request to no platform is logged without its secrets", async () => {
  await fetch(`${fixture.url}/a`, {
    method: "POST",
    body: '{"b":1,"apiKey":"s3cret"}',
    headers: { "content-type": "application/json" },
  });
  expect(fixture.emulator.log).toMatchObject([
    {
      method: "POST",
      url: `${fixture.url}/a`,
      path: "/a",
      status: 404,
      body: { b: 1, apiKey: "[redacted]" },
    },
  ]);
});

test.for([
  ["a body that breaks off", `POST ${PATH} HTTP/1.1\r\n${HEAD}content-length: 9\r\n\r\n{`],
  [
    "a body in chunks that breaks off",
    `POST ${PATH} HTTP/1.1\r\n${HEAD}transfer-encoding: chunked\r\n\r\n5\r\nab`,
  ],
] as const)("a request with %s is logged without a status", async ([, bytes]) => {
  const socket = connect(Number(new URL(fixture.url).port), "127.0.0.1");
  socket.write(bytes);
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.resetAndDestroy();
  await expect.poll(() => fixture.emulator.log).toHaveLength(1);
  expect(fixture.emulator.log[0]).toMatchObject({ method: "POST", path: PATH });
  expect(fixture.emulator.log[0]).not.toHaveProperty("status");
});

test("a connection without a request is not logged", async () => {
  const socket = connect(Number(new URL(fixture.url).port), "127.0.0.1");
  await once(socket, "connect");
  socket.resetAndDestroy();
  await fixture.call("GET", CONNECTIONS);
  expect(fixture.emulator.log).toHaveLength(1);
});

test.for([
  ["a wrong key", { "x-api-key": "invalid" }, CONNECTIONS, 401],
  ["no key", {}, CONNECTIONS, 401],
  ["an unknown route", { "x-api-key": "key" }, "/nowhere", 404],
] as const)("a request with %s is logged", async ([, headers, path, status]) => {
  await fixture.call("GET", path, undefined, headers);
  expect(fixture.emulator.log).toMatchObject([{ platform: "ampersand", path, status }]);
});

test.for([
  ["a header that cannot be sent", { headers: { "a b": "c" } }],
  ["a status that is no integer", { status: 400.5 }],
] as const)("a fault with %s is a 400, in the log too", async ([, fault]) => {
  fixture.emulator.fail(fault);
  const { status } = await fixture.call("GET", CONNECTIONS);
  expect([status, ...fixture.emulator.log.map((entry) => entry.status)]).toEqual([400, 400]);
});

test("a body that is nested too deeply is logged", async () => {
  const body = "[".repeat(50_000) + "]".repeat(50_000);
  const { status } = await fixture.call("POST", `${CONNECTIONS}:generate`, body);
  expect(fixture.emulator.log.map((entry) => [entry.status, entry.body])).toEqual([
    [status, "[redacted]"],
  ]);
});
