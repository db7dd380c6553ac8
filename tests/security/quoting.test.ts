/** What callers pass by mistake, and what servers send where a name is expected, is not quoted. */
import { expect, test } from "vitest";
import {
  type ClientConfig,
  type RequestOptions,
  apiKeyQuery,
  basic,
  bearer,
} from "../../src/lib/index.js";
import { SDK } from "../../src/connections/index.js";
import { NodeHTTPClient } from "../../src/node/index.js";
import { coreOf, errorOf, thingsCreate, thingsGet } from "../support/sdk.js";
import { respondWith, serve, unusedURL } from "../support/server.js";
import { leaks } from "./places.js";

/** Survives every encoding, and is a valid token. */
const CANARY = "c4nary-0f-the-key";
const request = { thingId: "t" };

const headers: readonly (readonly [what: string, headers: unknown])[] = [
  ["a string", `authorization: ${CANARY}`],
  ["a number", 54_321_543_215],
  ["a function", () => ({ authorization: CANARY })],
  ["a symbol", Symbol(CANARY)],
  ["a promise", Promise.resolve({ authorization: CANARY })],
  ["a list of strings", [`authorization: ${CANARY}`, "accept: */*"]],
  ["a set of strings", new Set([`authorization: ${CANARY}`])],
  ["a list of numbers", [1, 2]],
  ["a list of objects", [{ name: "authorization", value: CANARY }]],
  ["pairs of other values", [[Symbol(CANARY), "value"]]],
  ["a name that holds the value", { [`authorization: ${CANARY}`]: "" }],
  ["a name that holds the value, and an equals sign", { [`authorization=${CANARY}`]: "\n" }],
  ["name and value interchanged", { [`Bearer ${CANARY}`]: "authorization" }],
  ["a key for a name, with a value that cannot be sent", { [CANARY]: "a\nb" }],
  ["a symbol for a value", { authorization: Symbol(CANARY) }],
  ["a value with a line break", { authorization: `${CANARY}\nx: y` }],
];

test.for(headers)("headers that are not: %s", async ([, given]) => {
  const server = await serve(respondWith(200, { id: "t" }));
  for (const httpClient of [undefined, new NodeHTTPClient()])
    for (const options of [{ headers: given }, { fetchOptions: { headers: given } }]) {
      const core = coreOf(server.url, { httpClient });
      const error = errorOf(await thingsGet(core, request, options as RequestOptions));
      expect(error.name).toBe("InvalidRequestError");
      expect(error.message).toMatch(/header/);
      expect(leaks(error, CANARY, "54321543215")).toEqual([]);
    }
  expect(server.seen).toEqual([]);
});

test("a string for headers says what is expected", async () => {
  const options = { headers: "authorization: secret" } as never;
  expect(errorOf(await thingsGet(coreOf(await unusedURL()), request, options)).message).toBe(
    "headers: expected an object, pairs or Headers, received string",
  );
});

test("the name of a header is quoted if it can only be a name", async () => {
  const core = coreOf(await unusedURL());
  for (const [name, message] of [
    ["X-Tenant", 'Invalid header "X-Tenant"'],
    ["x-b3-traceid", "Invalid header:"],
    ["x_tenant", "Invalid header:"],
  ] as const) {
    const error = errorOf(await thingsGet(core, request, { headers: { [name]: "a\nb" } }));
    expect(error.message).toContain(message);
  }
});

const credentials: readonly (readonly [what: string, it: unknown])[] = [
  ["an object", { key: CANARY }],
  ["an array", [CANARY]],
  ["a String", new String(CANARY)],
  ["a symbol", Symbol(CANARY)],
  ["bytes", new TextEncoder().encode(CANARY)],
  ["a callback that returns an object", () => ({ key: CANARY })],
  ["a callback that returns a promise of an array", async () => [CANARY]],
  ["an object that cannot become a string", { key: CANARY, toString: undefined }],
];

test.for(credentials)("a credential of another type: %s", async ([, it]) => {
  for (const scheme of [bearer("it"), basic("it"), apiKeyQuery("it", "me")]) {
    const config: Partial<ClientConfig> = { security: [[scheme]] };
    for (const given of [{ it }, { security: { it } }, { it: { username: it, password: it } }]) {
      const core = coreOf("https://a.test", given as never, config);
      const result = await thingsGet(core, request);
      expect(errorOf(result).name).toBe("InvalidRequestError");
      expect(leaks(result, CANARY)).toEqual([]);
    }
  }
});

test.for<[what: string, options: Readonly<Record<string, unknown>>]>([
  ["credentials", { serverURL: `https://user:${CANARY}@a.test` }],
  ["a query", { serverURL: `https://a.test?key=${CANARY}` }],
  ["no URL at all", { serverURL: CANARY }],
  ["no string", { serverURL: { href: CANARY } }],
  ["a symbol", { serverURL: Symbol(CANARY) }],
])("a server URL with %s", async ([, options]) => {
  for (const [ofClient, ofCall] of [
    [options, {}],
    [{}, options],
  ]) {
    const error = errorOf(
      await thingsGet(coreOf("https://a.test", ofClient as never), request, ofCall),
    );
    expect(error.name).toBe("InvalidRequestError");
    expect(leaks(error, CANARY)).toEqual([]);
  }
});

test.for<[what: string, options: Readonly<Record<string, unknown>>]>([
  ["the name of a server", { server: `https://user:${CANARY}@a.test` }],
  ["the index of a server", { serverIdx: CANARY }],
  ["a server variable", { part: `${CANARY}/` }],
])("%s", async ([, options]) => {
  for (const servers of [
    [{ url: "https://a.test", id: "a" }],
    [{ url: "https://{part}.test", variables: { part: { default: "a" } } }],
  ]) {
    const { selectServerWithVariables } = await import("../../src/lib/index.js");
    const config = { servers, select: selectServerWithVariables };
    const result = await thingsGet(coreOf(undefined, options as never, config), request);
    expect(leaks(result, CANARY)).toEqual([]);
  }
});

test.for<[what: string, options: Readonly<Record<string, unknown>>]>([
  ["timeoutMs", { timeoutMs: CANARY }],
  ["maxResponseBytes", { maxResponseBytes: CANARY }],
  ["retryCodes", { retryCodes: CANARY }],
  ["retries", { retries: CANARY }],
  ["signal", { signal: CANARY }],
  ["fetchOptions", { fetchOptions: CANARY }],
  ["idempotencyKey", { idempotencyKey: `${CANARY}\n1` }],
  ["idempotencyKey that is no string", { idempotencyKey: Symbol(CANARY) }],
])("the option %s", async ([, options]) => {
  const server = await serve(respondWith(500, {}));
  const core = coreOf(server.url, { retryConfig: { strategy: "none" } });
  expect(leaks(await thingsGet(core, request, options), CANARY)).toEqual([]);
  expect(leaks(await thingsGet(core, request, CANARY as never), CANARY)).toEqual([]);
});

test.for<[what: string, request: unknown]>([
  ["a string", CANARY],
  ["a symbol", Symbol(CANARY)],
  ["a member that throws when it is read", Object.defineProperty({}, "id", { get: raise })],
  ["a member that cannot be read as JSON", { id: "t", data: { toJSON: raise } }],
])("a request that is %s", async ([, given]) => {
  const error = errorOf(await thingsCreate(coreOf(await unusedURL()), given as never));
  expect(leaks(error, CANARY)).toEqual([]);
});

function raise(): never {
  throw new TypeError(`Cannot use 'in' operator to search for 'a' in ${CANARY}`);
}

test("an SDK in place of which something else was passed", async () => {
  for (const client of [CANARY, { apiKeyHeader: CANARY }, undefined, Symbol(CANARY)]) {
    const error = errorOf(await thingsGet(client as never, request));
    expect(error.name).toBe("InvalidRequestError");
    expect(error.message).toContain("must be an SDK or its Core");
    expect(leaks(error, CANARY)).toEqual([]);
  }
});

test.for<[what: string, headers: Readonly<Record<string, string>>]>([
  ["a media type", { "content-type": `text/${CANARY}` }],
  ["a charset", { "content-type": `application/json; charset=${CANARY}` }],
  ["a content coding", { "content-encoding": CANARY }],
])("the key as %s of a response", async ([, sent]) => {
  const server = await serve(respondWith(200, { id: "t" }, sent));
  for (const httpClient of [undefined, new NodeHTTPClient()]) {
    const core = coreOf(server.url, { apiKeyHeader: CANARY, httpClient });
    const result = await thingsGet(core, request);
    expect(result.ok).toBe(false);
    expect(leaks(result, CANARY)).toEqual([]);
  }
});

test("the credentials of a customer, in a request that does not fit", async () => {
  const sdk = new SDK({ apiKeyHeader: "key" });
  for (const given of [
    CANARY,
    [CANARY],
    { type: CANARY },
    { type: "apiKey", apiKey: [CANARY] },
    { type: "basic", username: "u", password: { value: CANARY } },
    { type: "oauth2", accessToken: 1, expiresAt: CANARY },
  ]) {
    const error: unknown = await sdk.connections
      .generate({ projectIdOrName: "p", provider: "p", credentials: given } as never)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "SDKValidationError" });
    expect(leaks(error, CANARY)).toEqual([]);
  }
});
