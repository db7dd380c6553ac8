/** The emulated Nango, called without an SDK. */
import { readFileSync } from "node:fs";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { type ReceivedResponse, readResponse } from "./client.js";

let served: ServedEmulator;
beforeAll(async () => {
  served = await serve();
});
afterEach(() => served.emulator.reset());
afterAll(() => served.close());

const authorization = "Bearer 4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
const json = { "content-type": "application/json" };

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: HeadersInit = { authorization, ...(body !== undefined && json) },
): Promise<ReceivedResponse> {
  const sent =
    body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  return readResponse(await fetch(served.serverURL("nango") + path, { method, headers, ...sent }));
}

interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}
const { schemas } = (parse(readFileSync(".speakeasy/nango/openapi.yaml", "utf8")) as Document)
  .components;

function schemaOf(name: string): z.ZodType {
  const local = JSON.stringify({ $ref: `#/components/schemas/${name}`, $defs: schemas });
  // An open union accepts anything.
  const known = local.replaceAll('"format":"date-time",', "");
  return z.fromJSONSchema(JSON.parse(known.replaceAll("#/components/schemas/", "#/$defs/")));
}

const ONE = "/connections/hubspot-acme?provider_config_key=hubspot";
const NOBODY = "/connections/nobody?provider_config_key=hubspot";
const ELSEWHERE = "/connections/hubspot-acme?provider_config_key=nowhere";
const apollo = {
  provider_config_key: "apollo",
  credentials: { type: "API_KEY", apiKey: "k" },
};
const metadata = {
  connection_id: "hubspot-acme",
  provider_config_key: "hubspot",
  metadata: { a: 1 },
};

const calls: [method: string, path: string, body: unknown, status: number, what: string][] = [
  ["GET", "/connections", undefined, 200, "GetConnectionResponse"],
  ["GET", "/connections?limit=2&page=1", undefined, 200, "GetConnectionResponse"],
  ["GET", "/connections?tags[plan]=pro", undefined, 200, "GetConnectionResponse"],
  ["GET", "/connections?limit=2001", undefined, 400, "invalid_query_params"],
  ["GET", "/connections?page=-1", undefined, 400, "invalid_query_params"],
  ["GET", "/connections?connection_id=a", undefined, 400, "invalid_query_params"],
  ["POST", "/connections", apollo, 201, "Connection"],
  ["POST", "/connections", { ...apollo, provider_config_key: "no" }, 404, "not_found"],
  ["POST", "/connections", { ...apollo, provider_config_key: "hubspot" }, 400, "invalid_body"],
  ["POST", "/connections", { ...apollo, plan: "pro" }, 400, "invalid_body"],
  ["POST", "/connections", { ...apollo, tags: { "1": "a" } }, 400, "invalid_body"],
  ["POST", "/connections", { ...apollo, tags: { a: "1", A: "2" } }, 400, "invalid_body"],
  ["POST", "/connections?dry=1", apollo, 400, "invalid_query_params"],
  ["GET", ONE, undefined, 200, "Connection"],
  ["GET", `${ONE}&force_refresh=yes&refresh_token=1`, undefined, 200, "Connection"],
  ["GET", "/connections/hubspot-acme", undefined, 400, "invalid_query_params"],
  ["GET", NOBODY, undefined, 404, "not_found"],
  ["GET", ELSEWHERE, undefined, 400, "unknown_provider_config"],
  ["GET", "/connections/a%23b?provider_config_key=hubspot", undefined, 400, "invalid_uri_params"],
  ["PATCH", ONE, { tags: {} }, 200, "Success"],
  ["PATCH", ONE, { metadata: {} }, 400, "invalid_body"],
  ["PATCH", NOBODY, {}, 404, "not_found"],
  ["PATCH", ELSEWHERE, {}, 400, "unknown_provider_config"],
  ["DELETE", ONE, undefined, 200, "Success"],
  ["DELETE", NOBODY, undefined, 400, "unknown_connection"],
  ["POST", "/connections/metadata", metadata, 201, "echo"],
  ["PATCH", "/connections/metadata", metadata, 200, "echo"],
  [
    "PATCH",
    "/connections/metadata",
    { ...metadata, connection_id: ["a"] },
    404,
    "unknown_connection",
  ],
  ["PATCH", "/connections/metadata?a=b", metadata, 400, "invalid_query_params"],
];
test.for(calls)("%s %s with %o is a %i: %s", async ([method, path, body, status, what]) => {
  const response = await call(method, path, body);
  expect([response.status, response.type]).toEqual([status, "application/json"]);
  expect(response.headers.get("x-ratelimit-limit")).toBe("200");
  if (what === "echo") return expect(response.json).toEqual(body);
  if (status >= 400) expect(response.json.error.code).toBe(what);
  const schema = schemaOf(status >= 400 ? "ErrorBody" : what);
  expect(schema.safeParse(response.json)).toMatchObject({ success: true });
});

test("a body of another content type is a 415", async () => {
  const headers = { authorization, "content-type": "text/plain" };
  expect(await call("POST", "/connections", apollo, headers)).toMatchObject({ status: 415 });
});

test.for([
  [{}, "missing_auth_header"],
  [{ authorization: "Bearer key" }, "invalid_secret_key_format"],
] as const)("%o is a 401: %s", async ([headers, code]) => {
  expect(await call("GET", "/connections", undefined, headers)).toMatchObject({
    status: 401,
    json: { error: { code, payload: {}, message: expect.stringContaining("Authentication") } },
  });
});

test("a key without a scheme is accepted, as it is by the vendor", async () => {
  const bare = { authorization: authorization.slice("Bearer ".length) };
  expect((await call("GET", "/connections", undefined, bare)).status).toBe(200);
});

test("one resource has date-times in three formats", async () => {
  const [listed] = (await call("GET", "/connections")).json.connections;
  const got = (await call("GET", ONE)).json;
  const made = (await call("POST", "/connections", apollo)).json;
  expect(listed.created).toMatch(/\.\d{6}\+00:00$/);
  expect(got.created_at).toMatch(/\.\d{3}\+00:00$/);
  expect(made.created_at).toMatch(/\.\d{3}Z$/);
});

test("an unknown path is the dashboard", async () => {
  expect(await call("GET", "/v1/connections")).toMatchObject({
    status: 200,
    type: "text/html; charset=utf-8",
  });
  expect((await call("POST", "/v1/connections", {})).status).toBe(404);
});

test("a 429 has no message", async () => {
  served.emulator.fail({ status: 429, retryAfter: 0, platform: "nango" });
  const response = await call("GET", "/connections");
  expect(response.json).toEqual({
    error: { code: "too_many_request", method: "GET", path: "/connections" },
  });
  expect(response.headers.get("retry-after")).toBe("0");
});
