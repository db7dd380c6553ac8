import { inspect } from "node:util";
import { expect, test } from "vitest";
import {
  Client,
  type ClientConfig,
  type Fetcher,
  HTTPClient,
  type Logger,
  type RequestOptions,
  type SecurityScheme,
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
} from "../../../src/lib/index.js";
import { KEY, coreOf, thingsCreate, thingsGet } from "../../support/sdk.js";
import { type Responder, respondWith, serve, serveRaw, unusedURL } from "../../support/server.js";

/** Everything that is shown of an error or a log. */
function shown(...values: unknown[]): string {
  return values
    .flatMap((value) => [
      value instanceof Error ? `${value.message} ${value.stack} ${String(value)}` : "",
      JSON.stringify(value),
      inspect(value, { depth: 10 }),
    ])
    .join("\n");
}

function expectHidden(shown: string, ...secrets: string[]): void {
  for (const secret of secrets) {
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(encodeURIComponent(secret));
    expect(shown).not.toContain(JSON.stringify(secret).slice(1, -1));
  }
}

function recorder(): Logger & { lines: string[] } {
  const lines: string[] = [];
  const add = (...parts: unknown[]): void => void lines.push(parts.map(String).join(" "));
  return { lines, group: add, log: add, groupEnd: () => {} };
}

const PROBLEM = { "content-type": "application/problem+json" };
const echo = `the key ${KEY} is not known`;

test.for<[name: string, responder: Responder]>([
  [
    "a problem that echoes the key",
    respondWith(404, { title: echo, detail: echo, thing_id: KEY, other: echo }, PROBLEM),
  ],
  [
    "an undeclared problem",
    respondWith(400, { title: echo, detail: echo, causes: [echo] }, PROBLEM),
  ],
  ["an undeclared error", respondWith(401, { error: { message: echo } })],
  ["a text body", respondWith(401, echo, { "content-type": "text/plain" })],
  ["a status text", (_, response) => void response.writeHead(400, echo).end()],
  ["headers", respondWith(401, {}, { "x-echo": KEY })],
  ["an invalid success", respondWith(200, { id: { [echo]: KEY } })],
  ["a success that is no JSON", respondWith(200, KEY)],
  ["a success with another content type", respondWith(200, KEY, { "content-type": "text/plain" })],
])("the key is never shown: %s", async ([, responder]) => {
  const server = await serve(responder);
  const debugLogger = recorder();
  const core = coreOf(server.url, { debugLogger, responseValidation: "strict" });
  const inspected = await thingsGet(core, { thingId: "t" }).$inspect();
  expect(inspected[0].ok).toBe(false);
  expectHidden(shown(inspected[0], inspected[1].request, core), KEY);
  expectHidden(debugLogger.lines.join("\n"), KEY);
});

test("the key is never shown in the issues of a success", async () => {
  const server = await serve(
    respondWith(200, { id: { [echo]: KEY }, data: echo, create_time: KEY }),
  );
  const debugLogger = recorder();
  const core = coreOf(server.url, { debugLogger });
  const [result, inspection] = await thingsGet(core, { thingId: "t" }).$inspect();
  expect(result.ok).toBe(true);
  expect(inspection.issues).toHaveLength(2);
  expectHidden(shown(inspection, core), KEY);
  expectHidden(debugLogger.lines.join("\n"), KEY);
});

test("the error of a parser does not quote the response", async () => {
  const server = await serve(respondWith(200, "canary-token"));
  const result = await thingsGet(coreOf(server.url), { thingId: "t" });
  expectHidden(shown(result), "canary-token");
});

test("the error of an invalid request does not show its values", async () => {
  const core = coreOf(await unusedURL());
  const request = { id: 1, createTime: "canary-1", data: { password: "canary-2" } };
  const cyclic: Record<string, unknown> = { password: "canary-3" };
  cyclic["self"] = cyclic;
  for (const each of [request, { id: "t", data: cyclic }, { id: "t", data: ["canary-4", 1n] }]) {
    const result = await thingsCreate(core, each as never);
    expect(result.ok).toBe(false);
    expectHidden(shown(result), "canary-1", "canary-2", "canary-3", "canary-4");
  }
});

test.for<[what: string, options: RequestOptions]>([
  ["a header with a line break", { headers: { "x-mine": "canary\nx" } }],
  ["a header beyond Latin-1", { headers: { "x-mine": "canary\u2026" } }],
  [
    "fetchOptions that fetch rejects",
    { headers: { "x-mine": "canary" }, fetchOptions: { mode: "navigate" } },
  ],
  ["a server URL with credentials", { serverURL: "https://user:canary@example.com" }],
  ["a server URL with a query", { serverURL: "https://example.com/?key=canary" }],
  ["a server URL that is none", { serverURL: "canary" }],
])(
  "the error of a request that cannot be sent does not show the cause: %s",
  async ([, options]) => {
    const result = await thingsGet(coreOf(await unusedURL()), { thingId: "t" }, options);
    expect(result).toMatchObject({ ok: false, error: { name: "InvalidRequestError" } });
    expectHidden(shown(result), "canary", KEY);
  },
);

test("a key that cannot be a header value is rejected without being shown", async () => {
  for (const key of ["canary\r\nx-evil: 1", "canary\u20ac", "canary\0"]) {
    const core = coreOf(await unusedURL(), { apiKeyHeader: key });
    const result = await thingsGet(core, { thingId: "t" });
    expect(result).toMatchObject({ ok: false, error: { name: "InvalidRequestError" } });
    expectHidden(shown(result, core), "canary");
  }
});

const quoting: Fetcher = async ({ url, headers: sent }) => {
  const headers = Object.fromEntries(sent);
  throw Object.assign(new Error(`cannot send ${JSON.stringify(headers)}`), {
    config: { url, headers },
  });
};

test("an error of a fetcher that quotes the request is redacted", async () => {
  const core = coreOf("https://api.example.invalid", {
    httpClient: new HTTPClient({ fetcher: quoting }),
  });
  const result = await thingsGet(core, { thingId: "t" });
  expect(result).toMatchObject({ ok: false, error: { name: "ConnectionError" } });
  expectHidden(shown(result), KEY);
});

test("a connection error does not show the key", async () => {
  const core = coreOf(await serveRaw((socket) => socket.destroy()));
  const result = await thingsGet(core, { thingId: "t" }, { retries: { strategy: "none" } });
  expect(result).toMatchObject({ ok: false, error: { name: "ConnectionError" } });
  expectHidden(shown(result), KEY);
});

const CANARY = "canary 1+/=";
test.for<[what: string, scheme: SecurityScheme, credential: unknown, secrets: string[]]>([
  ["a header whose name does not tell", apiKeyHeader("it", "X-Me"), CANARY, [CANARY]],
  ["a key out of a file, with its line break", apiKeyHeader("it", "X-Me"), `${CANARY}\n`, [CANARY]],
  ["a query", apiKeyQuery("it", "me"), CANARY, [CANARY]],
  ["a query, out of a file", apiKeyQuery("it", "me"), "canary'1\n", ["canary'1", "canary%271"]],
  ["a cookie", apiKeyCookie("it", "me"), CANARY, [CANARY]],
  ["a bearer", bearer("it"), CANARY, [CANARY]],
  ["basic", basic("it"), { username: "u", password: CANARY }, [CANARY, btoa(`u:${CANARY}`)]],
  [
    "a key as user name",
    basic("it"),
    { username: CANARY, password: "" },
    [CANARY, btoa(`${CANARY}:`)],
  ],
])(
  "the debug log, $inspect and errors do not show the secret of %s",
  async ([, scheme, it, secrets]) => {
    const server = await serve(({ url, headers }, response) => {
      const said = `${url} ${JSON.stringify(headers)} ${decodeURIComponent(url)}`;
      respondWith(400, { detail: said }, PROBLEM)({} as never, response, 1);
    });
    const debugLogger = recorder();
    const config: ClientConfig = { servers: [server.url], security: [[scheme]] };
    const core = new Client(config, { it, debugLogger } as never);
    const [result, { request }] = await thingsGet(core, { thingId: "thing" }).$inspect();
    expect(JSON.stringify(server.last())).not.toBe("");
    expect(result).toMatchObject({ ok: false, error: { name: "APIProblem" } });
    expect(shown(result)).toContain("/things/thing");
    expectHidden(shown(result, request, core), ...secrets);
    expectHidden(debugLogger.lines.join("\n"), ...secrets);
  },
);

test("the debug log does not show credentials in the caller's headers and cookies that the server sets", async () => {
  const server = await serve(respondWith(200, { id: "t" }, { "set-cookie": "s=canary" }));
  const debugLogger = recorder();
  const core = coreOf(server.url, { debugLogger });
  const headers = {
    "X-API-Key": "canary",
    Authorization: "Bearer canary",
    "X-Amz-Security-Token": "canary",
  };
  const [result, { request }] = await thingsGet(core, { thingId: "t" }, { headers }).$inspect();
  expect(result.ok).toBe(true);
  expect(server.last().headers["x-api-key"]).toBe("canary");
  expectHidden(debugLogger.lines.join("\n"), "canary");
  expect(request?.headers["x-api-key"]).toBe("***");
});

test.for<[name: string, headers: Record<string, string>, shown: string]>([
  ["words", { "X-Api-Key": "any key" }, "no such key: ***"],
  ["a scheme and a key", { Authorization: "Basic a2V5" }, "no such key: ***"],
])("only the secret of %s is redacted", async ([, headers, shown]) => {
  const server = await serve(({ headers: seen }, response) => {
    const sent = seen.authorization ?? seen["x-api-key"];
    const detail = `no such key: ${sent}`;
    respondWith(400, { detail, key: "short" }, PROBLEM)({} as never, response, 1);
  });
  const result = await thingsGet(coreOf(server.url), { thingId: "t" }, { headers });
  expect(result).toMatchObject({ ok: false, error: { message: `400 Bad Request: ${shown}` } });
  expect(result).toHaveProperty("error.key", "short");
});

test("request and response bodies are not logged", async () => {
  const server = await serve(respondWith(201, { id: "canary-answer" }));
  const debugLogger = recorder();
  await thingsCreate(coreOf(server.url, { debugLogger }), { id: "canary-request" });
  expect(debugLogger.lines.join("\n")).toContain("201");
  expectHidden(debugLogger.lines.join("\n"), "canary-answer", "canary-request");
});
