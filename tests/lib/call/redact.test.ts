import { inspect } from "node:util";
import { expect, test } from "vitest";
import {
  Client,
  type ClientConfig,
  type Fetcher,
  HTTPClient,
  type Logger,
  type Operation,
  type RequestOptions,
  type SecurityScheme,
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
  httpScheme,
  json,
  operation,
  query,
} from "../../../src/lib/index.js";
import { number, object, record, string } from "../../../src/lib/schema/index.js";
import {
  type CoreOptions,
  KEY,
  Thing,
  coreOf,
  errorOf,
  thingsCreate,
  thingsGet,
} from "../../support/sdk.js";
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
  ["another HTTP scheme", httpScheme("it", "SharedAccessKey"), CANARY, [CANARY]],
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

/** What the debug log, `$inspect()` and the error show of a call, and the request that was sent. */
async function shownOf(
  responder: Responder,
  { headers = {}, ...options }: CoreOptions & Pick<RequestOptions, "headers">,
  config: Partial<ClientConfig> = {},
): Promise<string> {
  const server = await serve(responder);
  const debugLogger = recorder();
  const core = coreOf(server.url, { debugLogger, ...options }, config);
  const [result, inspection] = await thingsGet(core, { thingId: "t" }, { headers }).$inspect();
  return `${debugLogger.lines.join("\n")}\n${shown(result, inspection)}`;
}

const redirectToSigned: Responder = ({ url }, response) => {
  if (url.includes("signed")) return respondWith(200, { id: "t" })({} as never, response, 2);
  const location = `/signed?access_token=canary1&X-Amz-Signature=canary2&page=2#code=canary3`;
  const link = `<https://a.test/?sig=canary4&page=9>; rel="next"`;
  response.writeHead(307, { location, link, "content-location": "//u:canary5@a.test/" }).end();
};

test("the secrets of a redirect's location and of links are not shown, the rest of them is", async () => {
  const text = await shownOf(redirectToSigned, {});
  expect(text).toContain("access_token=***&X-Amz-Signature=***&page=2#code=***");
  expect(text).toContain("<https://a.test/?sig=***&page=9>");
  expect(text).toContain("/signed?access_token=***");
  expect(text).toContain("//***@a.test/");
  expectHidden(text, "canary");
});

test("the secrets in the query of a request are not shown", async () => {
  const config = { security: [[apiKeyQuery("apiKeyHeader", "x-me")]] };
  const get: Operation<{ session_token: string; page: number }, unknown> = operation(() => ({
    id: "get",
    method: "GET",
    path: "/",
    request: object(() => ({
      session_token: string,
      page: number,
    })),
    parameters: [query("session_token"), query("page")],
    responses: [json(200, Thing)],
  }));
  const server = await serve(respondWith(400, {}));
  const debugLogger = recorder();
  const core = coreOf(server.url, { debugLogger }, config);
  const request = { session_token: "canary1&canary2", page: 3 };
  const [result, inspection] = await get(core, request).$inspect();
  expect(server.last().url).toContain("canary1%26canary2");
  expect(inspection.request?.url).toBe(`${server.url}/?session_token=***&page=3&x-me=***`);
  expectHidden(debugLogger.lines.join("\n") + shown(result, inspection), "canary", KEY);
});

test.for([
  "X-JWT",
  "X-Session-ID",
  "X-Auth-User",
  "X-Amz-Security-Token",
  "Api-Key",
  "X-Signature",
  "X-Credential",
])("the header %s is secret in requests and in responses", async (name) => {
  const responder: Responder = (_, response) =>
    respondWith(200, { id: "t" }, { [name]: "canary-2" })({} as never, response, 1);
  const text = await shownOf(responder, { headers: { [name]: "canary-1" } });
  expect(text).toContain(`${name.toLowerCase()}: ***`);
  expectHidden(text, "canary");
});

test("an idempotency key is shown", async () => {
  const headers = { "idempotency-key": "order-1234" };
  expect(await shownOf(respondWith(200, { id: "t" }), { headers })).toContain(
    "idempotency-key: order-1234",
  );
});

const pair = "ada:canary-of-ada";
test.for<[what: string, options: CoreOptions, headers: Record<string, string>, echo: string]>([
  ["Basic of the caller", {}, { authorization: `Basic ${btoa(pair)}` }, "canary-of-ada"],
  ["Basic of the caller, as a pair", {}, { authorization: `basic ${btoa(pair)}` }, pair],
  ["Basic with a user name only", {}, { authorization: `Basic ${btoa("canary-1:")}` }, "canary-1"],
  ["Basic in a key", { apiKeyHeader: `Basic ${btoa("canary-1")}` }, {}, "canary-1"],
  ["a scheme in a key", { apiKeyHeader: "Bearer canary-1" }, {}, "canary-1"],
  ["one of several cookies", {}, { cookie: "a=1; session=canary==; b=2" }, "canary=="],
])("the credential within a header is redacted: %s", async ([, options, headers, echo]) => {
  const responder = respondWith(400, { detail: `no such key: ${echo}.` }, PROBLEM);
  const text = await shownOf(responder, { ...options, headers });
  expect(text).toContain("no such key: ***.");
  expectHidden(text, "canary");
});

test("a key of one letter does not garble messages, and is not shown either", async () => {
  const config = { security: [[apiKeyHeader("apiKeyHeader", "X-Me")]] };
  const detail = "Check the connection's id.";
  for (const key of ["k", "c", "conn"]) {
    const text = await shownOf(
      respondWith(404, { detail }, PROBLEM),
      { apiKeyHeader: key },
      config,
    );
    expect(text).toContain(detail);
    expect(text).toContain("x-me: ***");
  }
});

test("members of an error with secret names are not shown, but can be read", async () => {
  const body = { title: "no", thing_id: "t", refresh_token: "canary", apiKey: "canary", code: 7 };
  const server = await serve(respondWith(404, body, PROBLEM));
  const error = errorOf(await thingsGet(coreOf(server.url), { thingId: "t" }));
  expect(error).toMatchObject({ refresh_token: "canary", apiKey: "canary", code: 7 });
  expect(shown(error)).toContain("code: 7");
  expectHidden(shown(error), "canary");
});

test("the key is not shown as the name of a member that does not fit", async () => {
  const get: Operation<void, unknown> = operation(() => ({
    id: "get",
    method: "GET",
    path: "/",
    responses: [json(200, record(string))],
  }));
  const server = await serve(respondWith(200, { [KEY]: 1 }));
  const debugLogger = recorder();
  for (const responseValidation of ["lenient", "strict"] as const) {
    const found: unknown[] = [];
    const onResponseIssues = (issues: unknown): void => void found.push(issues);
    const options = { debugLogger, responseValidation, onResponseIssues };
    const [result, { issues }] = await get(coreOf(server.url, options)).$inspect();
    expect(result.ok).toBe(responseValidation === "lenient");
    expect(found.length + (result.ok ? 0 : 1)).toBe(1);
    expectHidden(shown(result.ok || result.error, issues, found), KEY);
  }
  expect(debugLogger.lines.join()).toContain("***: expected string");
  expectHidden(debugLogger.lines.join(), KEY);
});

test("call middleware that quotes the request is redacted", async () => {
  const server = await serve(respondWith(200, { id: "t" }));
  const core = coreOf(server.url, {
    callMiddleware: [
      (next) => async (call) => {
        await next(call);
        throw new Error(`after ${KEY}`);
      },
    ],
  });
  const error = errorOf(await thingsGet(core, { thingId: "t" }));
  expect(error.message).toBe("Unexpected error in call middleware: after ***");
});
