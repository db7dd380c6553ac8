/** Options, middleware, enums, errors and pages, as users write and read them. */
import { expectTypeOf } from "vitest";
import {
  type APIPromise,
  type Call,
  Client,
  type ClientError,
  type ClientOptions,
  HTTPClient,
  type Issue,
  type Middleware,
  type PagedOperation,
  type PagedPromise,
  type PagedResult,
  type TransportResponse,
  type RequestOptions,
  type Result,
  type RetryConfig,
  SDKError,
  SDKValidationError,
  byPage,
  err,
  json,
  ok,
  pagedOperation,
  query,
  unwrap,
  unwrapPages,
} from "../../src/lib/typed.js";
import {
  type Schema,
  type UnknownSubtype,
  type UnknownVariant,
  array,
  as,
  closedEnum,
  dateTime,
  integer,
  literal,
  object,
  optional,
  optionalAs,
  string,
  tagged,
  tuple,
  union,
} from "../../src/lib/typed.js";
import { ListError, type Problem } from "./errors.js";
import { Connection, type Status } from "./models.js";

// Results are plain data
expectTypeOf(ok(5)).toExtend<Result<number, never>>();
expectTypeOf(err("x")).toExtend<Result<never, string>>();
expectTypeOf(unwrap(Promise.resolve(ok(5)))).toEqualTypeOf<Promise<number>>();

// A promise of a result is a promise
declare const promise: APIPromise<number>;
expectTypeOf(await promise).toEqualTypeOf<number>();
expectTypeOf(promise.then((n) => `${n}`)).toEqualTypeOf<Promise<string>>();
expectTypeOf(promise.catch(() => null)).toEqualTypeOf<Promise<number | null>>();
expectTypeOf(promise.finally(() => undefined)).toEqualTypeOf<Promise<number>>();
expectTypeOf<Promise<number>>(promise);
expectTypeOf(await Promise.all([promise, promise])).toEqualTypeOf<[number, number]>();

// Pages
interface PageRequest {
  page?: number | undefined;
}
interface Page {
  results: Connection[];
}
const PageRequest: Schema<PageRequest> = object(() => ({ page: optional(integer) }));
const Page: Schema<Page> = object(() => ({ results: array(Connection) }));
const paged: PagedOperation<PageRequest | void, Page, Connection, ListError> = pagedOperation(
  () => ({
    id: "page",
    method: "GET",
    path: "/",
    request: PageRequest,
    parameters: [query("page")],
    responses: [json(200, Page)],
    pages: byPage({ page: "page", results: "results" }),
  }),
);
declare const client: Client;
const pages = paged(client);
expectTypeOf(pages).toEqualTypeOf<PagedResult<Page, Connection, ListError | ClientError>>();
expectTypeOf(await pages).toEqualTypeOf<Result<Page, ListError | ClientError>>();
for await (const page of pages) {
  expectTypeOf(page).toEqualTypeOf<Result<Page, ListError | ClientError>>();
}
for await (const item of pages.items()) {
  expectTypeOf(item).toEqualTypeOf<Result<Connection, ListError | ClientError>>();
}
const thrown = unwrapPages(pages);
expectTypeOf(thrown).toEqualTypeOf<PagedPromise<Page, Connection>>();
expectTypeOf(await thrown).toEqualTypeOf<Page>();
for await (const page of thrown) expectTypeOf(page).toEqualTypeOf<Page>();
for await (const item of thrown.items()) expectTypeOf(item).toEqualTypeOf<Connection>();
// @ts-expect-error: how to get to the next page is missing
export const unpaged: typeof paged = pagedOperation(() => ({
  id: "",
  method: "GET",
  path: "",
  responses: [],
}));

// Typed errors
declare const failure: ListError;
expectTypeOf(failure).toExtend<SDKError>();
expectTypeOf(failure).toExtend<Error>();
expectTypeOf<(typeof failure)["name"]>().toEqualTypeOf<"ListError">();
expectTypeOf(failure.data$).toEqualTypeOf<Problem>();
expectTypeOf(failure.data$.requestId).toEqualTypeOf<string>();
expectTypeOf(failure.requestId).toEqualTypeOf<string | undefined>();
expectTypeOf(failure.title).toEqualTypeOf<string>();
expectTypeOf(failure.statusCode).toEqualTypeOf<number>();
expectTypeOf(failure.headers.get("x")).toEqualTypeOf<string | null>();
expectTypeOf(failure.rawResponse).toEqualTypeOf<TransportResponse>();
// @ts-expect-error: errors are read only
failure.statusCode = 5;
declare const caught: unknown;
if (caught instanceof ListError) expectTypeOf(caught.data$).toEqualTypeOf<Problem>();
if (caught instanceof SDKValidationError) {
  expectTypeOf(caught.issues).toEqualTypeOf<readonly Issue[]>();
}
if (caught instanceof SDKError) expectTypeOf(caught.name).toEqualTypeOf<string>();

// Open enums admit every text, name the known ones, and narrow
const known: Status = "working";
const later: Status = "added by the server next year";
export { known, later };
export function words(status: Status): number {
  switch (status) {
    case "created":
    case "working":
      return 1;
    case "bad_credentials":
      return 2;
    default:
      expectTypeOf(status).toExtend<string>();
      return status.length;
  }
}
// @ts-expect-error: an open enum of texts holds no numbers
export const wrongStatus: Status = 5;
export const anyText: Schema<Status> = string;
export const anyNumber: Schema<1 | 2 | (number & {})> = integer;
// @ts-expect-error: nor does its schema let numbers in
export const wrongSchema: Schema<Status> = integer;
expectTypeOf(closedEnum({ A: "a", B: "b" })).toEqualTypeOf<Schema<"a" | "b">>();
expectTypeOf(literal("a")).toEqualTypeOf<Schema<"a">>();

// Fields are checked against the interface
interface Model {
  id: string;
  at?: Date | undefined;
}
// @ts-expect-error: a field is missing
export const lacking: Schema<Model> = object(() => ({ id: string }));
export const wrongField: Schema<Model> = object<Model>(() => ({
  // @ts-expect-error: a field of another type
  id: dateTime,
  at: as("made_at", optional(dateTime)),
}));
export const required: Schema<Model> = object<Model>(() => ({
  id: string,
  // @ts-expect-error: a renamed field of another type
  at: optionalAs("made_at", string),
}));
export const loose: Schema<{ id: string }> = object<{ id: string }>(() => ({
  // @ts-expect-error: an optional field is not optional in the model
  id: optional(string),
}));
expectTypeOf(tuple<[string, Date]>([string, dateTime])).toEqualTypeOf<Schema<[string, Date]>>();
// @ts-expect-error: places in another order
void tuple<[string, Date]>([dateTime, string]);
expectTypeOf(union<string | Date>(() => [string, dateTime])).toEqualTypeOf<Schema<string | Date>>();
// @ts-expect-error: an alternative that the union does not name
void union<string>(() => [string, dateTime]);
expectTypeOf<Schema<"a">>().toExtend<Schema<string>>();
expectTypeOf<Schema<string>>().not.toExtend<Schema<"a">>();

// Unknown arms narrow with the rest
type Auth = { type: "key"; key: string } | { type: "basic"; user: string } | UnknownVariant;
const Auth: Schema<Auth> = tagged("type", "type", () => ({}), true);
export function who(auth: Auth): unknown {
  switch (auth.type) {
    case "key":
      return auth.key;
    case "basic":
      return auth.user;
    case "UNKNOWN":
      return auth.raw;
    default:
      return auth satisfies never;
  }
}
expectTypeOf<UnknownVariant<"kind">["kind"]>().toEqualTypeOf<"UNKNOWN">();
export { Auth };

// The subtypes of a base narrow, and an unknown one has its members
interface Base {
  id: string;
}
type Pet =
  | (Base & { type: "cat"; claws: number })
  | (Base & { type: "dog"; tail: string })
  | (Base & UnknownSubtype);
export function describePet(pet: Pet): unknown {
  expectTypeOf(pet.id).toEqualTypeOf<string>();
  switch (pet.type) {
    case "cat":
      return pet.claws;
    case "dog":
      return pet.tail;
    default:
      expectTypeOf(pet).toEqualTypeOf<Base & UnknownSubtype>();
      return pet.type satisfies string;
  }
}
// @ts-expect-error: not a known subtype
void describePet({ id: "1", type: "fish" });
// @ts-expect-error: no subtype at all
void describePet({ id: "1" });

// Options
const everything: Required<RequestOptions> = {
  timeoutMs: 5,
  maxResponseBytes: 1_000,
  responseValidation: "strict",
  onResponseIssues: (issues, { operationId, statusCode }) =>
    console.log(issues.length, operationId, statusCode),
  retries: { strategy: "backoff", backoff: { initialInterval: 1 }, maxAttempts: 2 },
  retryCodes: ["429", "5XX"],
  serverURL: "https://a.test",
  fetchOptions: { cache: "no-store", headers: { a: "b" } },
  headers: { a: "b", c: null, d: undefined, e: 5, f: true },
  signal: new AbortController().signal,
  idempotencyKey: "k",
  reconnect: true,
  onProgress: (receivedBytes, totalBytes) => console.log(receivedBytes + (totalBytes ?? 0)),
};
const nothing: RequestOptions = {
  timeoutMs: undefined,
  maxResponseBytes: undefined,
  responseValidation: undefined,
  onResponseIssues: undefined,
  retries: undefined,
  retryCodes: undefined,
  serverURL: undefined,
  fetchOptions: undefined,
  headers: undefined,
  signal: undefined,
  idempotencyKey: undefined,
};
const lists: RequestOptions[] = [
  { headers: [["a", "b"]] },
  { headers: new Headers() },
  { headers: new Map([["a", "b"]]) },
];
const frozen: Readonly<RequestOptions> = Object.freeze({ retryCodes: Object.freeze(["429"]) });
export { everything, frozen, lists, nothing };
// @ts-expect-error: the method is the operation's
export const wrongFetch: RequestOptions = { fetchOptions: { method: "POST" } };
// @ts-expect-error: the body is the request's
export const wrongBody: RequestOptions = { fetchOptions: { body: "x" } };
// @ts-expect-error: an unknown strategy
export const wrongRetry: RetryConfig = { strategy: "linear" };
// @ts-expect-error: what never repeats has no pauses
export const idle: RetryConfig = { strategy: "none", backoff: {} };
// @ts-expect-error: a misspelt option
export const misspelt: RequestOptions = { timeoutMS: 5 };
void new Client({ servers: [] }, { httpClient: new HTTPClient(), debugLogger: console });
expectTypeOf<ClientOptions["middleware"]>().toEqualTypeOf<readonly Middleware[] | undefined>();

// Middleware
export const tenant: Middleware = (next) => async (call) => {
  expectTypeOf(call).toEqualTypeOf<Call>();
  const result = await next({ ...call, headers: { ...call.headers, "x-tenant": "acme" } });
  expectTypeOf(result).toEqualTypeOf<Result<TransportResponse, ClientError>>();
  if (result.ok) expectTypeOf(result.value.status).toEqualTypeOf<number>();
  return result;
};
export const touching: Middleware = (next) => (call) => {
  // @ts-expect-error: a call is not changed but copied
  call.headers["x-tenant"] = "acme";
  return next(call);
};
// @ts-expect-error: a middleware returns a result
export const silent: Middleware = () => async () => undefined;

// Hooks
new HTTPClient()
  .addHook(
    "beforeRequest",
    (request) => expectTypeOf(request).toEqualTypeOf<Request>() && undefined,
  )
  .addHook("response", (response) => void expectTypeOf(response).toEqualTypeOf<Response>())
  // @ts-expect-error: no hook of that name
  .addHook("afterRequest", () => undefined);
