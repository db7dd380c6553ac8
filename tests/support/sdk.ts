/** A small SDK, written as the generator writes them. */
import {
  Client,
  type ClientConfig,
  type ClientOptions,
  type Credential,
  type Operation,
  type Result,
  TypedError,
  apiKeyHeader,
  bytes,
  cookie,
  empty,
  form,
  header,
  json,
  jsonBody,
  jsonError,
  operation,
  path,
  query,
  text,
} from "../../src/lib/typed.js";
import {
  type Schema,
  array,
  as,
  dateTime,
  object,
  optional,
  string,
  unknown,
} from "../../src/lib/typed.js";
import { defaultClient } from "./transports.js";

export interface Thing {
  id: string;
  status?: "on" | "off" | (string & {}) | undefined;
  createTime?: Date | undefined;
  data?: unknown;
}
export const Thing: Schema<Thing> = /* @__PURE__ */ object(() => ({
  id: string,
  status: optional(string),
  createTime: as("create_time", optional(dateTime)),
  data: optional(unknown),
}));

export interface ThingProblem {
  title?: string | undefined;
  detail?: string | undefined;
  thingId?: string | undefined;
}
export const ThingProblem: Schema<ThingProblem> = /* @__PURE__ */ object(() => ({
  title: optional(string),
  detail: optional(string),
  thingId: as("thing_id", optional(string)),
}));

/** The 404 of operations on one thing. */
export interface GetThingProblem extends ThingProblem {}
export class GetThingProblem extends TypedError<ThingProblem> {
  override readonly name = "GetThingProblem";
}

export interface ListThingsRequest {
  projectId: string;
  groupRef?: string | undefined;
  tags?: string[] | undefined;
  requestTag?: string | undefined;
  session?: string | undefined;
}
export const ListThingsRequest: Schema<ListThingsRequest> = /* @__PURE__ */ object(() => ({
  projectId: string,
  groupRef: optional(string),
  tags: optional(array(string)),
  requestTag: optional(string),
  session: optional(string),
}));

export const thingsList: Operation<ListThingsRequest, Thing[], GetThingProblem> =
  /* @__PURE__ */ operation(() => ({
    id: "listThings",
    method: "GET",
    path: "/projects/{projectId}/things",
    request: ListThingsRequest,
    parameters: [
      path("projectId"),
      query("groupRef"),
      query("tags", "tags", form),
      header("X-Request-Tag", "requestTag"),
      cookie("session"),
    ],
    responses: [
      json(200, array(Thing)),
      jsonError(404, GetThingProblem, ThingProblem, "application/problem+json"),
    ],
  }));

export interface ThingRequest {
  thingId: string;
}
export const ThingRequest: Schema<ThingRequest> = /* @__PURE__ */ object(() => ({
  thingId: string,
}));

export const thingsGet: Operation<ThingRequest, Thing, GetThingProblem> = /* @__PURE__ */ operation(
  () => ({
    id: "getThing",
    method: "GET",
    path: "/things/{thingId}",
    request: ThingRequest,
    parameters: [path("thingId")],
    responses: [
      json(200, Thing),
      jsonError(404, GetThingProblem, ThingProblem, "application/problem+json"),
    ],
  }),
);

export const thingsDelete: Operation<ThingRequest, void> = /* @__PURE__ */ operation(() => ({
  id: "deleteThing",
  method: "DELETE",
  path: "/things/{thingId}",
  request: ThingRequest,
  parameters: [path("thingId")],
  responses: [empty(204)],
}));

export const thingsCreate: Operation<Thing, Thing> = /* @__PURE__ */ operation(() => ({
  id: "createThing",
  method: "POST",
  path: "/things",
  request: Thing,
  body: jsonBody(),
  responses: [json(201, Thing)],
}));

export interface PutThingRequest {
  thingId: string;
  thing: Thing;
}
export const PutThingRequest: Schema<PutThingRequest> = /* @__PURE__ */ object(() => ({
  thingId: string,
  thing: Thing,
}));

export const thingsReplace: Operation<PutThingRequest, Thing> = /* @__PURE__ */ operation(() => ({
  id: "replaceThing",
  method: "PUT",
  path: "/things/{thingId}",
  request: PutThingRequest,
  parameters: [path("thingId")],
  body: jsonBody("thing"),
  responses: [json(200, Thing)],
}));

export const thingsUpdate: Operation<PutThingRequest, Thing> = /* @__PURE__ */ operation(() => ({
  id: "updateThing",
  method: "PATCH",
  path: "/things/{thingId}:change",
  request: PutThingRequest,
  parameters: [path("thingId")],
  body: jsonBody("thing"),
  responses: [json(200, Thing)],
}));

export const textGet: Operation<void, string> = /* @__PURE__ */ operation(() => ({
  id: "getText",
  method: "GET",
  path: "/text",
  responses: [text(200)],
}));

export const bytesGet: Operation<void, Uint8Array> = /* @__PURE__ */ operation(() => ({
  id: "getBytes",
  method: "GET",
  path: "/bytes",
  responses: [bytes(200)],
}));

export interface CoreOptions extends ClientOptions {
  apiKeyHeader?: Credential | undefined;
  [option: string]: unknown;
}

/** The key that the tests' client sends, and that must not be shown anywhere. */
export const KEY = "canary-3f9a+/= key";

/** A client of the small SDK, with a key and with very short delays between attempts. */
export function coreOf(
  serverURL: string | undefined,
  options: CoreOptions = {},
  config: Partial<ClientConfig> = {},
): Client {
  const defaults: CoreOptions = {
    apiKeyHeader: KEY,
    serverURL,
    httpClient: defaultClient(),
    retryConfig: { strategy: "backoff", backoff: { initialInterval: 1 } },
  };
  const about: ClientConfig = {
    servers: ["https://api.example.invalid/v1"],
    env: "TESTSDK",
    userAgent: "test-sdk/1.0",
    security: [[apiKeyHeader("apiKeyHeader", "X-Api-Key")]],
  };
  return new Client({ ...about, ...config }, { ...defaults, ...options });
}

/** Returns the value of a result. Throws if it is an error. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw result.error;
}

/** Returns the error of a result. Throws if it is a value. */
export function errorOf<E>(result: Result<unknown, E>): E {
  if (!result.ok) return result.error;
  throw new Error(`expected an error, received ${JSON.stringify(result.value)}`);
}
