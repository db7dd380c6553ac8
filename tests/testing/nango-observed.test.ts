/**
 * What Nango's own server was observed to do (0.71.4, its source of 2026-08-21), one row per fact.
 * A row that fails means that the emulator has left the server, whatever a document says.
 */
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type ReceivedResponse, readResponse } from "./client.js";

let served: ServedEmulator;
const LIMITED = "00000000-0000-4000-8000-00000000aaaa";
beforeAll(async () => {
  served = await serve({ nango: { scopes: { [LIMITED]: ["read"] } } });
});
afterEach(() => served.emulator.reset());
afterAll(() => served.close());

const KEY = "Bearer 4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
const json = { "content-type": "application/json" };

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<ReceivedResponse> {
  return readResponse(
    await fetch(served.serverURL("nango") + path, {
      method,
      headers: { authorization: KEY, ...(body !== undefined && json), ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    }),
  );
}

const ONE = "/connections/hubspot-acme?provider_config_key=hubspot";
const NOBODY = "/connections/nobody?provider_config_key=hubspot";
const key = { provider_config_key: "apollo", credentials: { type: "API_KEY", apiKey: "k" } };
const oauth = {
  provider_config_key: "hubspot",
  connection_id: "c",
  credentials: { type: "OAUTH2", access_token: "at", refresh_token: "rt" },
};
const tba = {
  provider_config_key: "netsuite",
  credentials: { type: "TBA", token_id: "i", token_secret: "s" },
};
const metadata = { connection_id: "nobody", provider_config_key: "hubspot", metadata: {} };
const strict = "additional";

/** Validation issues of a request: the code and the path of the first one. */
const issues: [what: string, method: string, path: string, body: unknown, issue: object][] = [
  ["an empty key", "POST", "/connections", withKey(""), at("too_small", "credentials", "apiKey")],
  [
    "an expiry that is no date",
    "POST",
    "/connections",
    { ...oauth, credentials: { ...oauth.credentials, expires_at: "soon" } },
    at("invalid_type", "credentials", "expires_at"),
  ],
  [
    "scopes that are no list",
    "POST",
    "/connections",
    { ...key, connection_config: { oauth_scopes_override: "a" } },
    at("invalid_type", "connection_config", "oauth_scopes_override"),
  ],
  [
    "a webhook that is no URL",
    "POST",
    "/connections",
    { ...key, webhook_url_override: "x" },
    at("invalid_union", "webhook_url_override"),
  ],
  [
    "a webhook on a private address",
    "POST",
    "/connections",
    { ...key, webhook_url_override: "http://10.0.0.1/" },
    at("custom", "webhook_url_override"),
  ],
  [
    "a webhook on the server's own host",
    "PATCH",
    ONE,
    { webhook_url_override: "http://localhost:3003/" },
    at("custom", "webhook_url_override"),
  ],
  [
    "a webhook to the vendor",
    "PATCH",
    ONE,
    { webhook_url_override: "https://api.nango.dev./x" },
    at("custom", "webhook_url_override"),
  ],
  [
    "credentials of an unknown type",
    "POST",
    "/connections",
    { ...key, credentials: { type: "JWT" } },
    at("invalid_union", "credentials", "type"),
  ],
  ["an unknown member", "POST", "/connections", { ...key, [strict]: 1 }, at("unrecognized_keys")],
  [
    "a tag whose name starts with a digit",
    "PATCH",
    ONE,
    { tags: { "1": "a" } },
    at("invalid_key", "tags", "1"),
  ],
  [
    "metadata of an id that cannot be read",
    "PATCH",
    "/connections/metadata",
    { ...metadata, connection_id: "a#b" },
    at("invalid_union", "connection_id"),
  ],
  ["a change without a body", "PATCH", ONE, undefined, at("invalid_type")],
  ["a limit above 2000", "GET", "/connections?limit=2001", undefined, at("too_big", "limit")],
  ["a limit of 0", "GET", "/connections?limit=0", undefined, at("too_small", "limit")],
  ["an empty filter", "GET", "/connections?search=", undefined, at("too_small", "search")],
  [
    "a filter given twice",
    "GET",
    "/connections?search=a&search=b",
    undefined,
    at("invalid_type", "search"),
  ],
  ["tags that are a string", "GET", "/connections?tags=x", undefined, at("invalid_type", "tags")],
  ["tags that are a list", "GET", "/connections?tags[1]=x", undefined, at("invalid_type", "tags")],
  [
    "a tag that is an object",
    "GET",
    "/connections?tags[a][b]=x",
    undefined,
    at("invalid_type", "tags", "a"),
  ],
  ["an unknown filter", "GET", "/connections?plan=pro", undefined, at("unrecognized_keys")],
  [
    "a flag that is neither yes nor no",
    "GET",
    `${ONE}&force_refresh=maybe`,
    undefined,
    at("invalid_value", "force_refresh"),
  ],
  [
    "an id that cannot be read",
    "GET",
    "/connections/a%23b?provider_config_key=hubspot",
    undefined,
    at("invalid_format", "connectionId"),
  ],
  [
    "no integration",
    "DELETE",
    "/connections/hubspot-acme",
    undefined,
    at("invalid_type", "provider_config_key"),
  ],
];

function withKey(apiKey: string): object {
  return { ...key, credentials: { type: "API_KEY", apiKey } };
}

function at(code: string, ...path: string[]): object {
  return { code, path, message: expect.any(String) as string };
}

test.for(issues)("%s is a 400 with an issue of zod", async ([, method, path, body, issue]) => {
  const response = await call(method, path, body);
  expect(response).toMatchObject({ status: 400, json: { error: { errors: [issue] } } });
  expect(response.json.error).not.toHaveProperty("message");
});

const message = { message: expect.any(String) as string };
const refusals: [what: string, call: Parameters<typeof call>, status: number, error: object][] = [
  [
    "TBA without an account",
    ["POST", "/connections", tba],
    400,
    { code: "invalid_body", ...message },
  ],
  [
    "credentials of another type than the provider's",
    ["POST", "/connections", { ...key, provider_config_key: "hubspot" }],
    400,
    { code: "invalid_body", message: "Provider OAUTH2 does not support API_KEY auth" },
  ],
  [
    "an unknown integration",
    ["POST", "/connections", { ...key, provider_config_key: "no" }],
    404,
    { code: "not_found", message: "Integration does not exist" },
  ],
  [
    "an unknown integration in a path",
    ["GET", "/connections/hubspot-acme?provider_config_key=no"],
    400,
    { code: "unknown_provider_config", message: "Provider does not exists" },
  ],
  ["nobody", ["GET", NOBODY], 404, { code: "not_found", message: "Failed to find connection" }],
  ["deleting nobody", ["DELETE", NOBODY], 400, { code: "unknown_connection" }],
  [
    "metadata of nobody",
    ["POST", "/connections/metadata", metadata],
    404,
    { code: "unknown_connection", ...message },
  ],
  ["JSON null", ["POST", "/connections", "null"], 400, { code: "invalid_json", ...message }],
  ["a JSON string", ["POST", "/connections", '"x"'], 400, { code: "invalid_json", ...message }],
  ["half an object", ["POST", "/connections", "{"], 400, { code: "invalid_json", ...message }],
  [
    "another media type of JSON",
    ["POST", "/connections", key, { "content-type": "application/vnd.api+json" }],
    415,
    { code: "invalid_content_type", message: "Content-Type header must be application/json" },
  ],
  [
    "a GET with a content type",
    ["GET", "/connections", undefined, { "content-type": "text/plain" }],
    415,
    { code: "invalid_content_type", ...message },
  ],
  [
    "a scheme alone",
    ["GET", "/connections", undefined, { authorization: "Bearer" }],
    401,
    { code: "invalid_secret_key_format", payload: {}, ...message },
  ],
  [
    "a key without the scope",
    ["DELETE", ONE, undefined, { authorization: `Bearer ${LIMITED}` }],
    403,
    {
      code: "forbidden",
      message: "Insufficient scope. Required: environment:connections:delete",
    },
  ],
  [
    "a refresh with a key that may not read credentials",
    ["GET", `${ONE}&force_refresh=true`, undefined, { authorization: `Bearer ${LIMITED}` }],
    403,
    {
      code: "forbidden",
      message:
        "Credential and refresh options require the environment:connections:read_credentials scope",
    },
  ],
  [
    "a path that cannot be decoded",
    ["GET", "/connections/%E0%A4%A?provider_config_key=hubspot"],
    500,
    { code: "generic_error_support", payload: expect.any(String) as string, ...message },
  ],
];
test.for(refusals)("%s is refused as by the server", async ([, request, status, error]) => {
  const response = await call(...request);
  expect([response.status, response.json.error]).toEqual([status, error]);
});

test("an id that cannot be read can be made", async () => {
  const made = await call("POST", "/connections", { ...key, connection_id: "a/b?x=1" });
  expect(made).toMatchObject({ status: 201, json: { connection_id: "a/b?x=1" } });
});

test("an upsert empties what it does not carry, and hides the end user that it keeps", async () => {
  const end_user = { id: "u", email: "u@acme.example", tags: { Plan: "pro" } };
  const full = { ...key, connection_id: "c", metadata: { a: 1 }, connection_config: { b: "2" } };
  const webhook_url_override = "https://hooks.example/";
  await call("POST", "/connections", { ...full, end_user, webhook_url_override });
  const got = "/connections/c?provider_config_key=apollo";
  expect((await call("GET", got)).json).toMatchObject({
    tags: { end_user_id: "u", end_user_email: "u@acme.example", plan: "pro" },
    metadata: { a: 1 },
  });
  const { json: again } = await call("POST", "/connections", { ...key, connection_id: "c" });
  expect(again).toMatchObject({
    metadata: {},
    tags: {},
    connection_config: {},
    webhook_url_override: null,
    end_user: null,
  });
  expect((await call("GET", got)).json.end_user).toMatchObject({ id: "u" });
});

test("a refresh that the provider refuses is a 400, and a read soon after it a 424", async () => {
  const path = "/connections/salesforce-acme?provider_config_key=salesforce-eu";
  const connection = { connection_id: "salesforce-acme", credentials: {} };
  const error = { code: "invalid_credentials", payload: { connection } };
  expect(await call("GET", path)).toMatchObject({ status: 400, json: { error } });
  expect(await call("GET", path)).toMatchObject({
    status: 424,
    json: { error: { ...error, message: expect.stringContaining("Backing off") as string } },
  });
  // A forced refresh is tried, whatever came before.
  expect((await call("GET", `${path}&force_refresh=true`)).status).toBe(400);
  const stored = served.emulator.nango.connections[1];
  if (stored) Object.assign(stored, { refresh_exhausted: true, last_refresh_failure: null });
  expect(await call("GET", path)).toMatchObject({
    status: 424,
    json: { error: { message: "The refresh limit has been reached for this connection." } },
  });
});

test("a forced refresh of client credentials that the provider refuses is a 400", async () => {
  const credentials = { type: "OAUTH2_CC", token: "t", client_id: "i", client_secret: "invalid" };
  const marketo = { provider_config_key: "marketo", connection_id: "m", credentials };
  expect((await call("POST", "/connections", marketo)).status).toBe(201);
  const path = "/connections/m?provider_config_key=marketo";
  expect((await call("GET", path)).status).toBe(200);
  expect((await call("GET", `${path}&force_refresh=1`)).json.error.code).toBe(
    "invalid_credentials",
  );
});

test("refresh tokens are hidden wherever they are, unless they are asked for", async () => {
  const expires_at = "2099-01-01T00:00:00Z";
  const connection_config = { nested: { refreshToken: "deep" } };
  const credentials = { ...oauth.credentials, expires_at };
  const made = await call("POST", "/connections", { ...oauth, credentials, connection_config });
  const raw = { ...credentials, expires_at: "2099-01-01T00:00:00.000Z" };
  expect(made.json.credentials).toEqual({ ...raw, raw });
  const path = "/connections/c?provider_config_key=hubspot";
  const { json: got } = await call("GET", path);
  expect(JSON.stringify(got)).not.toMatch(/refresh/i);
  expect(got.credentials.raw).toMatchObject({ type: "OAUTH2", access_token: "at" });
  expect(JSON.stringify((await call("GET", `${path}&refresh_token=y`)).json)).toContain("deep");
});

test("TBA shows the client of the integration, which is a secret", async () => {
  const connection_config = { accountId: "1" };
  const { json: made } = await call("POST", "/connections", { ...tba, connection_config });
  expect(made.connection_config).toMatchObject({
    accountId: "1",
    oauth_client_id: "netsuite-client",
    oauth_client_secret: "netsuite-client-secret",
  });
});

test.for([
  ["without credentials", { provider_config_key: "hacker-news", credentials: { type: "NONE" } }],
  ["with a key", key],
] as const)("a new connection %s has metadata, and when it was read", async ([what, body]) => {
  const { json: made } = await call("POST", "/connections", body);
  expect(made.metadata).toEqual({});
  if (what === "with a key") return expect(made.last_fetched_at).toMatch(/Z$/);
  expect(made).toMatchObject({ last_fetched_at: null, credentials: {} });
});

test.for(["TRUE", "y", "enabled", "On", "1"])("the flag %s is a yes", async (value) => {
  const { json: got } = await call("GET", `${ONE}&refresh_token=${value}`);
  expect(got.credentials.refresh_token).toBe("refresh-0001");
});

test("a flag that is a no needs no scope", async () => {
  const limited = { authorization: `Bearer ${LIMITED}` };
  const got = await call("GET", `${ONE}&force_refresh=false`, undefined, limited);
  expect(got).toMatchObject({ status: 200, json: { credentials: {} } });
});

test.for([
  ["search=%25ACME", 2],
  ["search=h_bspot", 1],
  ["search=a.a", 0],
  ["integrationId=apollo,%20hubspot", 3],
  ["limit=1.5", 1],
  ["limit=2&page=0.5", 2],
  ["tags[PLAN]=pro", 1],
] as const)("a list with %s has %i", async ([query, count]) => {
  expect((await call("GET", `/connections?${query}`)).json.connections).toHaveLength(count);
});

test.for(["/Connections", "/connections/"])("%s is the list", async (path) => {
  expect((await call("GET", path)).json.connections).toHaveLength(5);
});

test("HEAD is a GET without the body", async () => {
  const response = await fetch(`${served.serverURL("nango")}/connections`, {
    method: "HEAD",
    headers: { authorization: KEY },
  });
  expect([response.status, await response.text()]).toEqual([200, ""]);
  expect(response.headers.get("x-ratelimit-limit")).toBe("200");
});

test.for(["POST", "PUT", "DELETE"])("an unknown %s is a page that says 404", async (method) => {
  const response = await call(method, "/nowhere", {});
  expect([response.status, response.type]).toEqual([404, "text/html; charset=utf-8"]);
});

test("the fraction of a second has no zeros at its end in a list", async () => {
  const first = served.emulator.nango.connections.at(-1);
  if (first) first.created_at = "2026-04-12T07:30:59.210000Z";
  const [listed] = (await call("GET", "/connections")).json.connections;
  expect(listed.created).toBe("2026-04-12T07:30:59.21+00:00");
});

test("the seed names providers that exist", async () => {
  const { connections } = (await call("GET", "/connections")).json;
  expect(connections[0].provider).toBe("greenhouse-basic");
});
