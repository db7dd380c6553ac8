/** The emulated Codat, called without an SDK. */
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

const authorization = `Basic ${btoa("key")}`;
const COMPANY = "/companies/8a210b68-6988-11ed-a1eb-0242ac120002";
const CONNECTIONS = `${COMPANY}/connections`;
const LINKED = `${CONNECTIONS}/2e9d2c44-f675-40ba-8049-353bfcb5e171`;
const PENDING = `${CONNECTIONS}/3e9d2c44-f675-40ba-8049-353bfcb5e172`;
const NONE = "00000000-0000-0000-0000-000000000000";

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: HeadersInit = { authorization, "content-type": "application/json" },
): Promise<ReceivedResponse> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return readResponse(await fetch(served.serverURL("codat") + path, { method, headers, ...sent }));
}

interface Document {
  readonly components: { readonly schemas: Record<string, { additionalProperties?: boolean }> };
}
const { schemas } = (parse(readFileSync(".speakeasy/codat/openapi.yaml", "utf8")) as Document)
  .components;
// Closed here, to detect members that the document does not have.
for (const schema of Object.values(schemas)) schema.additionalProperties ??= false;

function schemaOf(name: string): z.ZodType {
  const local = JSON.stringify({ $ref: `#/components/schemas/${name}`, $defs: schemas });
  // zod expects references to be complete URLs.
  const known = local.replaceAll('"format":"uri-reference",', "");
  return z.fromJSONSchema(JSON.parse(known.replaceAll("#/components/schemas/", "#/$defs/")));
}

const calls: [method: string, path: string, body: unknown, status: number, schema: string][] = [
  ["GET", CONNECTIONS, undefined, 200, "Connections"],
  [
    "GET",
    `${CONNECTIONS}?page=2&pageSize=1&orderBy=-created&query=a%3Db`,
    undefined,
    200,
    "Connections",
  ],
  ["GET", `${CONNECTIONS}?page=99`, undefined, 200, "Connections"],
  ["GET", `${CONNECTIONS}?page=0`, undefined, 400, "ErrorMessage"],
  ["GET", `${CONNECTIONS}?page=one`, undefined, 400, "ErrorMessage"],
  ["GET", `${CONNECTIONS}?pageSize=5001`, undefined, 400, "ErrorMessage"],
  ["GET", `/companies/${NONE}/connections`, undefined, 404, "ErrorMessage"],
  ["POST", CONNECTIONS, { platformKey: "mqjo" }, 200, "Connection"],
  ["POST", CONNECTIONS, { platformKey: "nope" }, 404, "ErrorMessage"],
  ["POST", CONNECTIONS, { platformKey: "constructor" }, 400, "ErrorMessage"],
  ["POST", CONNECTIONS, { platformKey: 7 }, 400, "ErrorMessage"],
  ["POST", CONNECTIONS, [], 400, "ErrorMessage"],
  ["GET", LINKED, undefined, 200, "Connection"],
  ["GET", `${CONNECTIONS}/${NONE}`, undefined, 404, "ErrorMessage"],
  ["PATCH", LINKED, { status: "Unlinked" }, 200, "Connection"],
  ["PATCH", LINKED, { status: null }, 200, "Connection"],
  ["PATCH", LINKED, { status: "Linked" }, 400, "ErrorMessage"],
  ["PATCH", PENDING, { status: "Unlinked" }, 400, "ErrorMessage"],
  ["PATCH", `${CONNECTIONS}/${NONE}`, { status: "Unlinked" }, 404, "ErrorMessage"],
  ["PUT", `${PENDING}/authorization`, { Neptunium: "Books" }, 200, "Connection"],
  ["PUT", `${PENDING}/authorization`, { Neptunium: 1 }, 400, "ErrorMessage"],
  ["PUT", `${CONNECTIONS}/${NONE}/authorization`, {}, 404, "ErrorMessage"],
  ["DELETE", `${CONNECTIONS}/${NONE}`, undefined, 404, "ErrorMessage"],
  ["GET", COMPANY, undefined, 404, "ErrorMessage"],
  ["PUT", CONNECTIONS, {}, 405, "ErrorMessage"],
];
test.for(calls)(
  "%s %s with %o is a %i as the document says",
  async ([method, path, body, status, schema]) => {
    const response = await call(method, path, body);
    expect(response.status).toBe(status);
    expect(response.type).toBe("application/json");
    expect(schemaOf(schema).safeParse(response.json)).toMatchObject({ success: true });
    expect(response.headers.get("x-rate-limit-limit")).toBe("3000");
  },
);

test("a new connection can be read, changed, and deleted once", async () => {
  const { json: made } = await call("POST", CONNECTIONS, { platformKey: "fztf" });
  expect(made).toMatchObject({
    status: "PendingAuth",
    sourceType: "Commerce",
    integrationKey: "fztf",
  });
  const path = `${CONNECTIONS}/${made.id}`;
  expect((await call("GET", path)).json).toEqual(made);
  expect((await call("PUT", `${path}/authorization`, { a: "b" })).json.status).toBe("Linked");
  expect((await call("PATCH", path, { status: "Unlinked" })).json.status).toBe("Unlinked");
  expect(await call("DELETE", path)).toMatchObject({ status: 200, text: "", type: null });
  expect((await call("DELETE", path)).status).toBe(404);
  expect((await call("GET", CONNECTIONS)).json.totalResults).toBe(4);
});

test.for([{}, { authorization: "key" }, { authorization: `Basic ${btoa("invalid")}` }])(
  "%o is refused",
  async (headers) => {
    expect(await call("GET", CONNECTIONS, undefined, headers)).toMatchObject({
      status: 401,
      json: { statusCode: 401, service: "PublicApi" },
    });
  },
);

test("keys, seeds and integrations can be set", async () => {
  const integration = {
    integrationId: "i",
    sourceId: "s",
    sourceType: "Other",
    platformName: "Own",
  } as const;
  await using own = await serve({
    codat: {
      apiKeys: ["only"],
      integrations: { ownn: integration },
      seed: { companies: ["acme"], connections: [{ companyId: "acme", integrationKey: "ownn" }] },
    },
  });
  const ask = (key: string): Promise<Response> =>
    fetch(`${own.serverURL("codat")}/companies/acme/connections`, {
      headers: { authorization: `Basic ${btoa(key)}` },
    });
  expect((await ask("key")).status).toBe(401);
  expect(await (await ask("only")).json()).toMatchObject({ results: [{ platformName: "Own" }] });
});

test.for([
  [402, 429],
  [503, 500],
  [429, 429],
] as const)(
  "an injected %i has %i in its body, like the vendor's examples",
  async ([status, stated]) => {
    served.emulator.fail({ status, retryAfter: 7 });
    const response = await call("GET", CONNECTIONS);
    expect(response).toMatchObject({ status, json: { statusCode: stated } });
    expect(response.headers.get("retry-after")).toBe("7");
  },
);

test("a fault can affect only Codat", async () => {
  served.emulator.fail({ status: 500, platform: "codat", times: "always" });
  expect((await call("GET", CONNECTIONS)).status).toBe(500);
  const ampersand = `${served.serverURL("ampersand")}/projects/my-project/connections`;
  expect((await fetch(ampersand, { headers: { "x-api-key": "key" } })).status).toBe(200);
});
