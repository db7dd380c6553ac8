/** The emulated Mammoth, called without an SDK. */
import { readFileSync } from "node:fs";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { parse } from "yaml";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { readResponse } from "./client.js";

let served: ServedEmulator;
beforeAll(async () => {
  served = await serve();
});
afterEach(() => served.emulator.reset());
afterAll(() => served.close());

const at = "/workspaces/4/projects/12/connectors/postgres/connections";
const one = `${at}/kvx3b8lhfe3ilk0wv4xu4fl539njerj0lmcr6wf8`;
const keys = { "x-api-key": "key", "x-api-secret": "secret" };
const config = { hostname: "h", port: 1, database: "d", username: "u", password: "p" };
const patch = [{ op: "replace", path: "connection", value: config }];

async function call(method: string, path: string, body?: unknown, headers: HeadersInit = keys) {
  const init = {
    method,
    headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  return readResponse(await fetch(served.serverURL("mammoth") + path, init));
}

const wrongKeys: [HeadersInit, number][] = [
  [{}, 403],
  [{ "x-api-key": "key" }, 403],
  [{ "x-api-secret": "secret" }, 403],
  [{ ...keys, "x-api-secret": "invalid" }, 403],
  [keys, 200],
];
test.for(wrongKeys)("the headers %o are a %i", async ([headers, status]) => {
  const response = await call("GET", at, undefined, headers);
  expect(response.status).toBe(status);
  if (status === 403) {
    expect(response.json).toEqual({
      status_code: 403,
      detail: "The API key or its secret is not valid.",
    });
  }
});

const refused: [string, string, unknown, RegExp][] = [
  ["GET", "/workspaces/0/projects/12/connectors/postgres/connections", undefined, /^Validation/],
  ["GET", "/workspaces/4/projects/x/connectors/postgres/connections", undefined, /^Validation/],
  ["GET", "/workspaces/9/projects/12/connectors/postgres/connections", undefined, /no project/],
  ["GET", "/workspaces/4/projects/12/connectors/none/connections", undefined, /no connector/],
  ["GET", `${at}?is_export=maybe`, undefined, /^Validation/],
  ["GET", `${at}/none`, undefined, /no connection/],
  ["GET", `${one}?concern=data`, undefined, /^Validation/],
  ["GET", `${one}?is_export=true`, undefined, /no connection/],
  ["GET", `${one}?folders_only=2`, undefined, /^Validation/],
  ["POST", at, [], /^Validation/],
  ["POST", at, { ...config, port: undefined }, /^Validation/],
  ["PATCH", one, config, /^Validation/],
  ["PATCH", one, { patch: {} }, /^Validation/],
  ["PATCH", one, { patch: [{ ...patch[0], path: "/connection" }] }, /^Validation/],
  ["PATCH", one, { patch: [{ ...patch[0], op: "add" }] }, /^Validation/],
  ["GET", "/workspaces/0/active_connectors", undefined, /^Validation/],
  ["GET", "/workspaces/9/active_connectors", undefined, /no workspace/],
  ["GET", "/jobs/9", undefined, /no job/],
  ["GET", "/jobs/x", undefined, /^Validation/],
];
test.for(refused)("%s %s of %j is refused", async ([method, path, body, detail]) => {
  const response = await call(method, path, body);
  expect([response.status, response.type]).toEqual([400, "application/json"]);
  expect(response.json).toMatchObject({ status_code: 400, detail: expect.stringMatching(detail) });
});

test("unknown paths and methods are errors", async () => {
  expect((await call("GET", "/workspaces")).status).toBe(404);
  expect((await call("GET", `${at}/%ff`)).status).toBe(404);
  const response = await call("PUT", one);
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET,PATCH,DELETE"]);
});

test("a connection exists from its creation to its deletion", async () => {
  expect((await call("POST", at, config)).status).toBe(202);
  const list = await call("GET", at);
  const { connection_key: key } = list.json.connections.at(-1);
  expect(list.json.connections).toHaveLength(3);
  expect(list.text).not.toContain("password");
  expect((await call("PATCH", `${at}/${key}`, { patch })).status).toBe(200);
  expect((await call("DELETE", `${at}/${key}`)).status).toBe(204);
  expect((await call("DELETE", `${at}/${key}`)).status).toBe(400);
  served.emulator.reset();
  expect((await call("GET", at)).json.connections).toHaveLength(2);
  expect(served.emulator.mammoth.jobs.map(({ id }) => id)).toEqual([31]);
});

test("the log contains no key and no password", async () => {
  await call("POST", at, { ...config, connection_data: "k1", private_key: "k2" });
  const shown = JSON.stringify(served.emulator.log);
  for (const secret of ['"key"', '"secret"', '"p"', "k1", "k2"]) {
    expect(shown).not.toContain(secret);
  }
});

test("servers of 2025 return the connection at once, and refuse keys with 401", async () => {
  const pairs = [{ apiKey: "a", apiSecret: "b" }];
  await using old = await serve({ mammoth: { like: "2025", keys: pairs } });
  const ask = (headers: object, body: object): Promise<Response> =>
    fetch(old.serverURL("mammoth") + at, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const right = { "x-api-key": "a", "x-api-secret": "b" };
  const made = await ask(right, config);
  expect(made.status).toBe(201);
  expect(await made.json()).toHaveProperty("connection_key");
  expect((await ask(right, { ...config, password: "invalid" })).status).toBe(400);
  expect((await ask({ "x-api-key": "a", "x-api-secret": "c" }, config)).status).toBe(401);
});

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
  readonly $ref?: string;
}
type Paths = Record<string, Record<string, { readonly responses: Record<string, Media> }>>;
const document: {
  readonly paths: Paths;
  readonly components: {
    readonly schemas: object;
    readonly responses: Readonly<Record<string, Media>>;
  };
} = parse(readFileSync(".speakeasy/mammoth/openapi.yaml", "utf8"));
const connections =
  "/workspaces/{workspace_id}/projects/{project_id}/connectors/{connector_key}/connections";

const described: [string, string, string, unknown, number][] = [
  [connections, "GET", at, undefined, 200],
  [connections, "GET", `${at}?is_export=x`, undefined, 400],
  [connections, "POST", at, config, 202],
  [connections, "POST", at, {}, 400],
  [`${connections}/{connection_key}`, "GET", one, undefined, 200],
  [`${connections}/{connection_key}`, "PATCH", one, { patch }, 200],
  [`${connections}/{connection_key}`, "PATCH", one, {}, 400],
  [`${connections}/{connection_key}`, "DELETE", one, undefined, 204],
  [`${connections}/{connection_key}`, "DELETE", `${at}/none`, undefined, 400],
  ["/jobs/{job_id}", "GET", "/jobs/1", undefined, 200],
  [
    "/workspaces/{workspace_id}/active_connectors",
    "GET",
    "/workspaces/4/active_connectors",
    undefined,
    200,
  ],
];
test.for(described)(
  "%s %s at %s responds as the document says",
  async ([template, method, path, body, status]) => {
    await call("POST", at, config);
    const response = await call(method, path, body);
    expect(response.status).toBe(status);
    const found = document.paths[template]?.[method.toLowerCase()]?.responses[status] ?? {};
    const name = found.$ref?.split("/").at(-1) ?? "";
    const { content } = document.components.responses[name] ?? found;
    const schema = content?.["application/json"]?.schema;
    if (!schema) return expect(response.text).toBe("");
    const local = JSON.stringify({ ...schema, $defs: document.components.schemas });
    // The vendor's date-times have no offset, which RFC 3339 requires.
    const all = local
      .replaceAll("#/components/schemas/", "#/$defs/")
      .replaceAll('"format":"date-time",', "");
    expect(z.fromJSONSchema(JSON.parse(all)).safeParse(response.json)).toMatchObject({
      success: true,
    });
  },
);
