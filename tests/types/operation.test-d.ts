/** What the types of operations promise and refuse. */
import { expectTypeOf } from "vitest";
import {
  type APIError,
  type APIProblem,
  type APIPromise,
  type Client,
  type ClientError,
  type Inspection,
  type Operation,
  type RequestOptions,
  Resource,
  type Result,
  empty,
  json,
  jsonBody,
  jsonError,
  operation,
  path,
  query,
  text,
  unwrap,
} from "../../src/lib/typed.js";
import { type Schema, array, object, optional, string } from "../../src/lib/typed.js";
import { GetError, ListError, Problem } from "./errors.js";
import { Connection, Group } from "./models.js";

interface ListRequest {
  project: string;
  provider?: string | undefined;
}
const ListRequest: Schema<ListRequest> = object(() => ({
  project: string,
  provider: optional(string),
}));

const list: Operation<ListRequest, Connection[], ListError | GetError> = operation(() => ({
  id: "list",
  method: "GET",
  path: "/projects/{project}",
  request: ListRequest,
  parameters: [path("project"), query("provider")],
  responses: [
    json(200, array(Connection)),
    jsonError(404, ListError, Problem, "application/problem+json"),
    jsonError("5XX", GetError, Problem),
  ],
}));

declare const client: Client;

// Request, value and errors
expectTypeOf(list).parameters.toEqualTypeOf<[Client, ListRequest, (RequestOptions | undefined)?]>();
expectTypeOf(list).returns.toEqualTypeOf<
  APIPromise<Result<Connection[], ListError | GetError | ClientError>>
>();
const res = await list(client, { project: "p" });
expectTypeOf(res).toEqualTypeOf<Result<Connection[], ListError | GetError | ClientError>>();
expectTypeOf(await list(client, { project: "p" }).$inspect()).toEqualTypeOf<
  [Result<Connection[], ListError | GetError | ClientError>, Inspection]
>();
expectTypeOf(await unwrap(list(client, { project: "p" }))).toEqualTypeOf<Connection[]>();

// A result narrows
if (res.ok) {
  expectTypeOf(res.value).toEqualTypeOf<Connection[]>();
  // @ts-expect-error: a success has no error
  void res.error;
} else {
  expectTypeOf(res.error).toEqualTypeOf<ListError | GetError | ClientError>();
  // @ts-expect-error: a failure has no value
  void res.value;
}
// @ts-expect-error: not before it is checked
void res.value;

// Errors narrow by name, and the switch is exhaustive
export function explain(error: ListError | GetError | ClientError): string {
  switch (error.name) {
    case "ListError":
      expectTypeOf(error).toEqualTypeOf<ListError>();
      expectTypeOf(error.title).toEqualTypeOf<string>();
      expectTypeOf(error.retryAfter).toEqualTypeOf<Date | undefined>();
      return error.title;
    case "GetError":
    case "APIProblem":
      return error.requestId ?? "";
    case "APIError":
      expectTypeOf(error).toEqualTypeOf<APIError>();
      return error.body;
    case "ResponseValidationError":
    case "SDKValidationError":
      return error.pretty();
    case "ConnectionError":
      return error.code ?? "";
    case "RequestTimeoutError":
    case "RequestAbortedError":
    case "InvalidRequestError":
    case "UnexpectedClientError":
      return error.message;
    default:
      error satisfies never;
      return "";
  }
}

// APIError is the base class of every error response, whatever its name.
expectTypeOf<GetError>().toExtend<APIError<string>>();
expectTypeOf<APIProblem>().toExtend<APIError<string>>();
expectTypeOf<GetError>().not.toExtend<APIError>();

export function explainPart(error: ListError | APIError | APIProblem): string {
  switch (error.name) {
    case "ListError":
    case "APIProblem":
      return "";
    // @ts-expect-error: no case of that name
    case "GetError":
      return "";
    default:
      // @ts-expect-error: APIError is left
      error satisfies never;
      return "";
  }
}

// Requests
void list(client, { project: "p", provider: undefined });
// @ts-expect-error: a required member is missing
void list(client, {});
// @ts-expect-error: a misspelt member
void list(client, { project: "p", providr: "x" });
// @ts-expect-error: a member of another type
void list(client, { project: 5 });
// @ts-expect-error: the request is required
void list(client);
// @ts-expect-error: null is not absent
void list(client, { project: "p", provider: null });
// @ts-expect-error: no client
void list({}, { project: "p" });

const ping: Operation<void, string> = operation(() => ({
  id: "ping",
  method: "GET",
  path: "/",
  responses: [text(200)],
}));
void ping(client);
void ping(client, undefined, { timeoutMs: 5 });
// @ts-expect-error: takes nothing
void ping(client, {});

interface Filter {
  provider?: string;
}
const Filter: Schema<Filter> = object<Filter>(() => ({ provider: optional(string) as never }));
const search: Operation<Filter | void, void> = operation(() => ({
  id: "search",
  method: "GET",
  path: "/",
  request: Filter,
  parameters: [query("provider")],
  responses: [empty(204)],
}));
void search(client);
void search(client, { provider: "x" });
void search(client, {}, { retries: { strategy: "none" } });
// @ts-expect-error: with exact optional properties, undefined is no member
void search(client, { provider: undefined });
expectTypeOf(await unwrap(search(client))).toEqualTypeOf<void>();

// What a specification cannot say
const spec = { id: "x", path: "/" } as const;
export const wrongRequest: Operation<ListRequest, void> = operation(() => ({
  ...spec,
  method: "GET",
  // @ts-expect-error: a schema of another model than the declared request
  request: Connection,
  responses: [empty(204)],
}));
export const wrongMethod: Operation<void, void> = operation(() => ({
  ...spec,
  // @ts-expect-error: methods are in capitals
  method: "get",
  responses: [empty(204)],
}));
export const wrongResponse: Operation<void, Connection> = operation(() => ({
  ...spec,
  method: "GET",
  // @ts-expect-error: another value than the declared one
  responses: [json(200, Group)],
}));
export const undeclared: Operation<void, void, GetError> = operation(() => ({
  ...spec,
  method: "GET",
  // @ts-expect-error: an error that is not declared
  responses: [empty(204), jsonError(404, ListError, Problem)],
}));
export const wrongData: Operation<void, void, ListError> = operation(() => ({
  ...spec,
  method: "GET",
  // @ts-expect-error: the class takes other data than the schema gives
  responses: [empty(204), jsonError(404, ListError, Connection)],
}));
// @ts-expect-error: responses are missing
export const missing: Operation<void, void> = operation(() => ({ ...spec, method: "GET" }));
// @ts-expect-error: a status is a number or a range in capitals
void empty("2xx");
export const wrongBody: Operation<ListRequest, void> = operation(() => ({
  ...spec,
  method: "POST",
  request: ListRequest,
  // @ts-expect-error: a body is an encoder
  body: "json",
  responses: [empty(204)],
}));
export const body: Operation<ListRequest, void> = operation(() => ({
  ...spec,
  method: "POST",
  request: ListRequest,
  body: jsonBody(),
  responses: [empty(204)],
}));

// Methods
export class Connections extends Resource {
  list(request: ListRequest, options?: RequestOptions): Promise<Connection[]> {
    return unwrap(list(this.core, request, options));
  }
}
// @ts-expect-error: the core is for the class itself
void new Connections(client).core;
