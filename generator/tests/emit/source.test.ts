import { expect, test } from "vitest";
import { createEmitContext } from "../../src/emit/context.js";
import { CODE_BANNER } from "../../src/emit/print/code-file.js";
import { emitSource } from "../../src/emit/source.js";
import type { Api } from "../../src/model/types.js";
import type { EmitOptions } from "../../src/output/emit-options.js";
import {
  response,
  api,
  body,
  enumeration,
  field,
  list,
  model,
  nullable,
  object,
  operation,
  options,
  parameter,
  ref,
  string,
  integer,
  union,
} from "./support/api.js";
import { plainNames } from "./support/names.js";

function files(of: Api, parts: Partial<EmitOptions> = {}): ReadonlyMap<string, string> {
  const written = emitSource(createEmitContext(of, plainNames(of), options(parts)));
  return new Map(
    written.map(({ path, text: code }) => [
      path.replace("src/sample/", ""),
      code.replace(`${CODE_BANNER}\n`, ""),
    ]),
  );
}

const sample = api({
  info: { title: "Sample API", version: "1", docs: {} },
  servers: [{ url: "https://api.example.com/v1", variables: [] }],
  schemes: [{ key: "apiKey", kind: "apiKey", in: "header", name: "X-Api-Key", docs: {} }],
  security: [[{ key: "apiKey" }]],
  groups: [
    { path: ["things"], docs: { description: "All about things." } },
    { path: ["things", "tags"], docs: {} },
  ],
  models: [
    model("Status", enumeration(["on", "off"])),
    model(
      "Thing",
      object([
        field("id", string, { docs: { description: "Names it." } }),
        field("create_time", { kind: "date-time" }),
        field("status", ref("Status"), { required: false, default: "on" }),
      ]),
      { docs: { description: "A thing." } },
    ),
    model("Problem", object([field("message", string), field("hint", string)])),
  ],
  operations: [
    operation("listThings", {
      group: ["things"],
      suggestedName: "list",
      path: "/things",
      parameters: [
        parameter("query", "status"),
        parameter("query", "page-size", { type: integer }),
      ],
      responses: [response(200, list(ref("Thing"))), response(404, ref("Problem"))],
      security: [[{ key: "apiKey" }]],
      docs: { summary: "List things", deprecated: "Use search." },
    }),
    operation("setTag", {
      group: ["things", "tags"],
      suggestedName: "set",
      method: "PUT",
      path: "/things/{id}/tag",
      parameters: [parameter("path", "id")],
      body: body(string),
      responses: [response(204)],
    }),
  ],
});

const written = files(sample);

test("a function file has the operation as data, with its doc comment", () => {
  expect(written.get("funcs/thingsList.ts"))
    .toBe(`import { type Operation, json, jsonError, operation, query } from "../../lib/index.js";
import { array } from "../../lib/schema/index.js";
import { Problem } from "../models/components/problem.js";
import { Thing } from "../models/components/thing.js";
import { ListThingsProblem } from "../models/errors/listthings.js";
import { ListThingsRequest, type ListThingsResponse } from "../models/operations/listthings.js";

/**
 * List things
 *
 * Errors:
 * - {@link ListThingsProblem} 404, application/json
 *
 * @deprecated Use search.
 * @see GET /things
 */
export const thingsList: Operation<
  ListThingsRequest | void,
  ListThingsResponse,
  ListThingsProblem
> = /* @__PURE__ */ operation(() => ({
  id: "listThings",
  method: "GET",
  path: "/things",
  request: ListThingsRequest,
  parameters: [query("status"), query("page-size", "pageSize")],
  responses: [json(200, array(Thing)), jsonError(404, ListThingsProblem, Problem)],
}));
`);
});

test("a body next to parameters is a member, and public operations say so", () => {
  expect(written.get("funcs/thingsTagsSet.ts")).toContain(`    request: SetTagRequest,
    parameters: [path("id")],
    body: jsonBody("requestBody"),
    responses: [empty(204)],
    security: [],
`);
});

test("operations without their own retry policy have the status codes of the document's", () => {
  const statusCodes = ["5XX", "429"];
  const own = { strategy: "none", statusCodes } as const;
  const retried = api({
    retries: { strategy: "backoff", statusCodes },
    operations: [operation("plain"), operation("never", { retries: own })],
  });
  const code = files(retried);
  expect(code.get("core.ts")).toContain(`  retries: { strategy: "backoff" },\n`);
  expect(code.get("funcs/plain.ts")).toContain(`  retryCodes: ["5XX", "429"],\n`);
  expect(code.get("funcs/never.ts")).toContain(`  retries: { strategy: "none" },\n`);
  expect(code.get("funcs/never.ts")).not.toContain("retryCodes");
});

test("a model is an interface and a schema of the same name", () => {
  expect(written.get("models/components/thing.ts"))
    .toBe(`import { type Schema, as, dateTime, object, optional, string } from "../../../lib/schema/index.js";
import type { Status } from "./status.js";

/** A thing. */
export interface Thing {
  /** Names it. */
  id: string;
  createTime: Date;
  /** Default: \`"on"\`. */
  status?: Status | undefined;
}
export const Thing: Schema<Thing> = /* @__PURE__ */ object(() => ({
  id: string,
  createTime: as("create_time", dateTime),
  status: optional(string),
}));
`);
});

test("a model that extends another declares only its own members", () => {
  const fields = [field("id", string), field("create_time", string, { required: false })];
  const named = object(fields);
  const extending = { ...object([...fields, field("size", integer)]), base: "/Base" };
  const sailing = files(api({ models: [model("Base", named), model("Sized", extending)] }));
  expect(sailing.get("models/components/sized.ts"))
    .toBe(`import { type Schema, integer, object, optionalAs, string } from "../../../lib/schema/index.js";
import type { Base } from "./base.js";

export interface Sized extends Base {
  size: number;
}
export const Sized: Schema<Sized> = /* @__PURE__ */ object(() => ({
  id: string,
  createTime: optionalAs("create_time", string),
  size: integer,
}));
`);
});

test("a map in an alias that contains itself is an index signature", () => {
  const json = union([string, list(ref("Json")), object([], nullable(ref("Json")))]);
  const node = object([field("children", object([], ref("Node")))]);
  const models = [
    model("Json", json, { recursive: true }),
    model("Node", node, { recursive: true }),
    model("Jsons", object([], ref("Json"))),
  ];
  const code = files(api({ models }));
  expect(code.get("models/components/json.ts")).toContain(
    "export type Json = string | Json[] | { [key: string]: Json | null };\n",
  );
  expect(code.get("models/components/node.ts")).toContain("children: Record<string, Node>;");
  expect(code.get("models/components/jsons.ts")).toContain("type Jsons = Record<string, Json>;");
});

test("an enum is a constant of its values and a type", () => {
  expect(written.get("models/components/status.ts"))
    .toBe(`export const Status = { On: "on", Off: "off" } as const;
export type Status = "on" | "off" | (string & {});
`);
});

test("requests have schemas without wire names, responses are aliases", () => {
  expect(written.get("models/operations/listthings.ts"))
    .toBe(`import { type Schema, integer, object, optional, string } from "../../../lib/schema/index.js";
import type { Thing } from "../components/thing.js";

/** The request of listThings. */
export interface ListThingsRequest {
  status?: string | undefined;
  pageSize?: number | undefined;
}
export const ListThingsRequest: Schema<ListThingsRequest> = /* @__PURE__ */ object(() => ({
  status: optional(string),
  pageSize: optional(integer),
}));

/** The response of listThings. */
export type ListThingsResponse = Thing[];
`);
});

test("a declared error is a class with the members of its body, except its own", () => {
  expect(written.get("models/errors/listthings.ts"))
    .toBe(`import { TypedError } from "../../../lib/index.js";
import type { Problem } from "../components/problem.js";

/** Error response 404 of listThings. */
export interface ListThingsProblem extends Omit<Problem, "message"> {}
export class ListThingsProblem extends TypedError<Problem> {
  override readonly name = "ListThingsProblem";
  static override get _name(): string {
    return "ListThingsProblem";
  }
}
`);
});

test("classes have a getter per group and a method per operation", () => {
  expect(written.get("sdk/sdk.ts")).toBe(`import { SampleCore } from "../core.js";
import { Things } from "./things.js";

/** Sample API */
export class Sample extends SampleCore {
  #things?: Things;

  /** All about things. */
  get things(): Things {
    return (this.#things ??= new Things(this));
  }
}
`);
  expect(written.get("sdk/things.ts"))
    .toContain(`  list(request?: ListThingsRequest, options?: RequestOptions): MethodPromise<ListThingsResponse> {
    return method(thingsList, this.core, request, options);
  }
`);
  expect(written.get("sdk/things.ts")).toContain("new ThingsTags(this.core)");
});

test("the core has servers, credentials and environment variables", () => {
  expect(written.get("core.ts"))
    .toBe(`import type { ClientConfig, ClientOptions, Credential } from "../lib/index.js";
import { Client, apiKeyHeader } from "../lib/index.js";

/** Options of {@link SampleCore}. */
export interface SDKOptions extends ClientOptions {
  /**
   * Your API key, or a function that returns it and is called for every attempt. Defaults to the
   * environment variable SAMPLE_API_KEY.
   */
  apiKey?: Credential | undefined;
}

const config = (): ClientConfig => ({
  servers: ["https://api.example.com/v1"],
  env: "SAMPLE",
  userAgent: "sample-sdk/0.1.0 openapi/1",
  security: [[apiKeyHeader("apiKey", "X-Api-Key")]],
});

/** The first argument of standalone functions: {@link Sample} without its methods. */
export class SampleCore extends Client {
  constructor(options: SDKOptions = {}) {
    super(config(), options);
  }
}
`);
});

test("index files name their exports", () => {
  expect(written.get("models/components/index.ts")).toBe(`export { Status } from "./status.js";
export { Thing } from "./thing.js";
export { Problem } from "./problem.js";
`);
  expect(written.get("models/operations/index.ts"))
    .toBe(`export { ListThingsRequest, type ListThingsResponse } from "./listthings.js";
export { SetTagRequest, type SetTagResponse } from "./settag.js";
`);
});

test("credentials in `security` can also be passed directly", () => {
  const core = files(sample, { flattenGlobalSecurity: false }).get("core.ts");
  expect(core).toContain(`  /** Shorthand for \`security: { apiKey }\`. */
  apiKey?: Credential | undefined;
  /** Credentials. */
  security?:
    | {
`);
});

test("without a prefix no environment variables are read", () => {
  expect(files(sample, { envVarPrefix: "" }).get("core.ts")).not.toMatch(/env:|Falls back/);
});

test("a few parameters can be positional arguments", () => {
  const things = files(sample, { maxMethodParams: 2 });
  expect(things.get("sdk/thingstags.ts"))
    .toContain(`  set(request: SetTagRequest, options?: RequestOptions): MethodPromise<SetTagResponse>;
  set(id: string, requestBody: string, options?: RequestOptions): MethodPromise<SetTagResponse>;
  set(first: SetTagRequest | string, ...rest: readonly unknown[]): MethodPromise<SetTagResponse> {
    const { request, options } = positional<SetTagRequest>(["id", "requestBody"], first, rest);
    return method(thingsTagsSet, this.core, request, options);
  }
`);
  expect(things.has("positional.ts")).toBe(true);
  expect(written.has("positional.ts")).toBe(false);
});

test("the function and the method have the whole description", () => {
  const described = operation("a", { docs: { description: "word ".repeat(1000).trim() } });
  const long = files(api({ operations: [described] }));
  expect(long.get("funcs/a.ts")?.match(/word/g)).toHaveLength(1000);
  expect(long.get("sdk/sdk.ts")?.match(/word/g)).toHaveLength(1000);
});

test("parameters, responses and error classes have a line each, however many there are", () => {
  const parameters = Array.from({ length: 12 }, (_, index) => parameter("query", `p${index}`));
  const bad = [400, 404, 409, 422].map((status) =>
    response(status, ref("Problem"), { suggestedName: "Bad" }),
  );
  const busy = response(503, ref("Problem"), { suggestedName: "Busy" });
  const code = files(
    api({
      models: [model("Problem", object([field("message", string)]))],
      operations: [operation("a", { parameters, responses: [response(204), ...bad, busy] })],
    }),
  ).get("funcs/a.ts");
  expect(code).toContain(`/**
 * Errors:
 * - {@link Bad} 400, 404, 409, 422, application/json
 * - {@link Busy} 503, application/json
 *
 * @see GET /a
 */
`);
  expect(code?.replace(/^ +/gm, "")).toContain(`parameters: [
${parameters.map(({ wire }) => `query("${wire}"),\n`).join("")}],
responses: [
empty(204),
jsonError(400, Bad, Problem),
jsonError(404, Bad, Problem),
jsonError(409, Bad, Problem),
jsonError(422, Bad, Problem),
jsonError(503, Busy, Problem),
],
`);
});

test.each([
  ["image/*", 'body: bytesBody(undefined, "image/*"),'],
  ["image/png", 'body: bytesBody(undefined, "image/png"),'],
])("a body of %s is emitted as %s", (media, expected) => {
  const sent = body({ kind: "bytes", encoding: "binary" }, { encoding: "bytes", media });
  const put = files(api({ operations: [operation("a", { method: "PUT", body: sent })] }));
  expect(put.get("funcs/a.ts")).toContain(expected);
});
