/** No credential is shown anywhere, however a call ends. The canaries survive every encoding. */
import { expect, test } from "vitest";
import {
  Client,
  type ClientConfig,
  type ClientOptions,
  HTTPClient,
  type RequestOptions,
  type SecurityScheme,
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
} from "../../src/lib/index.js";
import { NodeHTTPClient } from "../../src/node/index.js";
import { thingsGet } from "../support/sdk.js";
import { type Responder, type Seen, respondWith, serve } from "../support/server.js";
import { found, hard, leaks, repeated } from "./places.js";

const CORE = "c4nary0fTheKey";
const SECRET = hard(CORE);

type Kind = [what: string, scheme: SecurityScheme, credential: unknown];
const kinds: readonly Kind[] = [
  ["a header whose name does not tell", apiKeyHeader("it", "X-Me"), SECRET],
  ["a query", apiKeyQuery("it", "me"), SECRET],
  ["a cookie", apiKeyCookie("it", "me"), SECRET],
  ["a bearer", bearer("it"), SECRET],
  ["a callback", bearer("it"), async () => SECRET],
  ["a password", basic("it"), { username: "user", password: SECRET }],
  ["a key as user name", basic("it"), { username: SECRET, password: "" }],
];

/** The secret as the server received it, in every place and form in which it can repeat it. */
function echo({ url, headers }: Seen): string[] {
  const sent = [headers["x-me"], headers.authorization, headers.cookie, url].filter(Boolean);
  const [, token = ""] = /^Basic (.*)/.exec(headers.authorization ?? "") ?? [];
  const pair = Buffer.from(token, "base64").toString();
  return [...sent.map(String), token, pair, ...Object.values(repeated).map((as) => as(SECRET))];
}

const PROBLEM = { "content-type": "application/problem+json" };
const TEXT = { "content-type": "text/plain" };
const repeating =
  (status: number, body: (said: string[]) => unknown, headers = {}): Responder =>
  (seen, response, count) =>
    respondWith(status, body(echo(seen)), headers)(seen, response, count);

type Failure = [name: string, responder: Responder, options?: RequestOptions];
const failures: readonly Failure[] = [
  ...([400, 401, 404, 429, 503] as const).flatMap((status): Failure[] => [
    [`${status}, a problem`, repeating(status, ([a, ...b]) => ({ title: a, detail: b }), PROBLEM)],
    [`${status}, an error`, repeating(status, (said) => ({ error: { message: said } }))],
  ]),
  [
    "members named by it",
    repeating(404, (said) => ({ [`${said[0]}`]: 1, thing_id: said }), PROBLEM),
  ],
  ["a request id", repeating(404, (said) => ({ requestId: said.join() }), PROBLEM)],
  ["text", repeating(401, (said) => said.join("\n"), TEXT)],
  ["a page", repeating(401, (said) => `<p>${said.join()}</p>`, { "content-type": "text/html" })],
  ["JSON that is cut", repeating(401, (said) => `{"error":"${said.join()}`)],
  [
    "a status text, a content type and headers",
    (_, response) => {
      const headers = {
        "x-echo": SECRET,
        "x-request-id": SECRET,
        "content-type": `text/plain; was="${SECRET}"`,
      };
      response.writeHead(400, `was ${SECRET}`, headers).end();
    },
  ],
  ["a success of another type", repeating(200, (said) => said.join(), { "content-type": "x/y" })],
  [
    "an invalid success",
    repeating(200, (said) => ({ id: said })),
    { responseValidation: "strict" },
  ],
  ["a success of another kind", repeating(200, (said) => said)],
  ["a success that is no JSON", repeating(200, (said) => said.join())],
  ["a redirect too many", (_, response) => void response.writeHead(302, { location: "" }).end()],
  ["a connection that breaks", (_, response) => void response.destroy()],
  [
    "a body that breaks",
    (_, response) => {
      response.writeHead(200, { "content-length": 9 }).write("{", () => response.destroy());
    },
  ],
  ["a timeout", () => {}, { timeoutMs: 20 }],
  ["a header that cannot be sent", respondWith(200), { headers: { "x-other": "\n" } }],
];

test.for(kinds)("the secret of %s is not shown, whatever fails", async ([kind, scheme, it]) => {
  for (const [i, [what, responder, options]] of failures.entries()) {
    const server = await serve(responder);
    const lines: string[] = [];
    const add = (...parts: unknown[]): void => void lines.push(parts.map(String).join(" "));
    const debugLogger = { group: add, log: add, groupEnd: () => {} };
    // Alternates, so that every failure and every kind of credential is tested with both
    // transports.
    const onNode = (i + kinds.findIndex(([name]) => name === kind)) % 2 === 0;
    const httpClient = onNode ? new NodeHTTPClient() : undefined;
    const core = clientOf(server.url, scheme, it, { debugLogger, httpClient });
    const [result, inspection] = await thingsGet(core, { thingId: "t" }, options).$inspect();
    if (result.ok) throw new Error(`${what}: succeeded`);
    for (const value of [result.error, inspection]) expect(leaks(value, CORE), what).toEqual([]);
    expect(result.error.message, what).not.toBe("");
    expect(found(lines.join("\n"), CORE), what).toBe(false);
    if (server.seen.length > 0) expect(found(JSON.stringify(server.last()), CORE), what).toBe(true);
  }
});

test("neither a client nor its results show credentials", async () => {
  const server = await serve(respondWith(200, { id: "t" }));
  for (const [what, scheme, it] of kinds) {
    const core = clientOf(server.url, scheme, it);
    const promise = thingsGet(core, { thingId: "t" });
    const [result, inspection] = await promise.$inspect();
    expect(result.ok, what).toBe(true);
    for (const value of [core, { core }, promise, result, inspection])
      expect(leaks(value, CORE), what).toEqual([]);
  }
});

function clientOf(
  url: string,
  scheme: SecurityScheme,
  it: unknown,
  options: ClientOptions = {},
): Client {
  const config: ClientConfig = { servers: [url], security: [[scheme]] };
  // like generated cores
  return new Client(config, { it, retryConfig: { strategy: "none" }, ...options } as never);
}

const quoting = (call: { headers: unknown; url: string }): never => {
  const said = `cannot send ${call.url} ${JSON.stringify(call.headers)}`;
  throw Object.assign(new Error(said), { config: call, code: said });
};

const hooked = (kind: "beforeRequest" | "response"): HTTPClient =>
  new HTTPClient().addHook(kind, async (...seen: readonly (Request | Response)[]) => {
    const { url, headers } = seen.at(-1) as Request;
    quoting({ url, headers: Object.fromEntries(headers) });
  });

test.for(kinds)(
  "errors of other code that quote the secret of %s are redacted",
  async ([, scheme, it]) => {
    const server = await serve(respondWith(200, { id: "t" }));
    const ways: Readonly<Record<string, ClientOptions>> = {
      fetcher: {
        httpClient: new HTTPClient({
          fetcher: async ({ url, headers }) =>
            quoting({ url, headers: Object.fromEntries(headers) }),
        }),
      },
      middleware: { middleware: [() => async (call) => quoting(call)] },
      "beforeRequest hook": { httpClient: hooked("beforeRequest") },
      "response hook": { httpClient: hooked("response") },
    };
    for (const [what, options] of Object.entries(ways)) {
      const [result, inspection] = await thingsGet(clientOf(server.url, scheme, it, options), {
        thingId: "t",
      }).$inspect();
      expect(result.ok, what).toBe(false);
      for (const value of [result, inspection]) expect(leaks(value, CORE), what).toEqual([]);
    }
  },
);

test("a credential callback that fails shows only its message", async () => {
  const request = { data: `client_secret=${CORE}` };
  const it = async (): Promise<string> => {
    throw Object.assign(new Error("token server is down"), { request });
  };
  const result = await thingsGet(clientOf("https://a.test", bearer("it"), it), { thingId: "t" });
  expect(leaks(result, CORE)).toEqual([]);
  expect(result).toMatchObject({
    ok: false,
    error: {
      message: "Unexpected error in credential callback: token server is down",
      cause: { request },
    },
  });
});

test("a credential in the caller's headers is redacted too, in any header with a secret name", async () => {
  const server = await serve((seen, response, count) => {
    const said = Object.values(seen.headers).join();
    respondWith(400, { detail: said }, PROBLEM)(seen, response, count);
  });
  for (const name of ["Authorization", "X-Api-Key", "X-Amz-Security-Token", "Cookie", "X-Secret"]) {
    const core = clientOf(server.url, apiKeyHeader("it", "X-Other"), "key-of-the-client");
    const headers = { [name]: `Bearer ${SECRET}` };
    const [result, inspection] = await thingsGet(core, { thingId: "t" }, { headers }).$inspect();
    expect(result.ok).toBe(false);
    expect(found(server.last().headers[name.toLowerCase()] as string, CORE)).toBe(true);
    for (const value of [result, inspection]) expect(leaks(value, CORE), name).toEqual([]);
  }
});

test("of two secrets with a common prefix, both are redacted completely", async () => {
  const server = await serve((seen, response, count) =>
    respondWith(422, { detail: seen.headers.authorization }, PROBLEM)(seen, response, count),
  );
  const schemes = [[apiKeyHeader("short", "X-Me"), bearer("long")]];
  const keys = { short: "begins-alike", long: `begins-alike-${CORE}` };
  const core = new Client({ servers: [server.url], security: schemes }, keys as never);
  expect(leaks(await thingsGet(core, { thingId: "t" }), CORE)).toEqual([]);
});
