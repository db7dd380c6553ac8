/**
 * What layer 1 asks of a platform, and what helps to answer it. A platform is one value, made by its `platform.ts`; adding one
 * is writing that file.
 */
import {
  APIPromise,
  type Client,
  type ClientError,
  type ClientOptions,
  PagedResult,
  type RequestOptions,
  type Result,
  SDKValidationError,
  UnexpectedClientError,
  err,
  ok,
} from "./lib/index.js";
import type { Authorization, Connection, ConnectionsPage } from "./models/components/connection.js";

/** The names of the verbs, as methods of `sdk.connections`. */
export type VerbName =
  | "list"
  | "generate"
  | "get"
  | "update"
  | "delete"
  | "unlink"
  | "updateAuthorization"
  | "metadata.set"
  | "metadata.update";

/** What a verb takes on one platform, and how it can fail there. */
export interface VerbTypes {
  readonly request: unknown;
  /**
   * The platform's own typed errors; those that any call can have are added. That they are errors is asked of the verbs in use
   * only, see {@link ErrorOf}: to ask it here would make the compiler resolve the errors of all verbs for every user.
   */
  readonly error: unknown;
}

/** The types of a platform: its own connection object, and the verbs that it has. A verb that is missing is a compile-time error to call. */
export interface PlatformTypes {
  readonly name: string;
  readonly raw: unknown;
  readonly verbs: { readonly [V in VerbName]?: VerbTypes };
}

/** One verb on one platform. Never rejects and never throws. */
export type Verb<Request, Value, Errors> = (
  client: Client,
  request: Request,
  options?: RequestOptions,
) => APIPromise<Result<Value, Errors | ClientError>>;

/** The `list` verb: as others, in pages. */
export type ListVerb<Request, Raw, Errors> = (
  client: Client,
  request: Request,
  options?: RequestOptions,
) => PagedResult<ConnectionsPage<Raw>, Connection<Raw>, Errors | ClientError>;

/** What answers each verb. */
export interface VerbValues<Raw> {
  readonly generate: Connection<Raw>;
  readonly get: Connection<Raw>;
  readonly update: Connection<Raw>;
  readonly delete: void;
  readonly unlink: Connection<Raw>;
  readonly updateAuthorization: Authorization<Raw>;
  readonly "metadata.set": void;
  readonly "metadata.update": void;
}

/** Every verb that takes one answer. */
export type SingleVerbName = keyof VerbValues<unknown>;

/** What a call of a verb takes on a platform. Where the platform has no such verb, nothing fits, and the compiler says why. */
export type RequestOf<P extends PlatformTypes, V extends VerbName> = P["verbs"][V] extends VerbTypes
  ? P["verbs"][V]["request"]
  : { readonly "this platform has no such operation": never };

/** The typed errors of a verb on a platform. */
export type ErrorOf<P extends PlatformTypes, V extends VerbName> = P["verbs"][V] extends {
  readonly error: infer E extends Error;
}
  ? E
  : never;

/** A platform: how to reach it, and how it does each verb. What it does not have is absent. */
export interface Platform<P extends PlatformTypes = PlatformTypes> {
  /** `ampersand`, `nango`, `codat` or `mammoth`. */
  readonly name: P["name"];
  /** Makes the client that its verbs run on; `options` are those that were given to the SDK beside the platform. */
  readonly connect: (options: ClientOptions) => Client;
  /** @internal */
  readonly verbs: PlatformVerbs;
  /** Carries the types only. */
  readonly types?: P;
}

/** The verbs as the inside calls them: what they take was checked where they were asked for. */
export type PlatformVerbs = {
  readonly [V in SingleVerbName]?: Verb<never, unknown, unknown>;
} & { readonly list?: ListVerb<never, unknown, unknown> };

/** Asks a platform's own function and puts its answer into the words of layer 1. */
export function translate<A, B, E>(
  request: unknown,
  ask: () => APIPromise<Result<A, E | ClientError>>,
  to: (value: A) => B,
  pathOf: PathOf = samePath,
): APIPromise<Result<B, E | ClientError>> {
  return new APIPromise(asked(ask, request)._map((result) => change(result, request, to, pathOf)));
}

/** The same for a list: in the pages that the platform gives it in, which is one where the list comes all at once. */
export function translateList<A, Raw, E>(
  request: unknown,
  ask: () => APIPromise<Result<A, E | ClientError>>,
  to: (value: A) => ConnectionsPage<Raw>,
  pathOf: PathOf = samePath,
): PagedResult<ConnectionsPage<Raw>, Connection<Raw>, E | ClientError> {
  const theirs = asked(ask, request);
  const ours = (
    result: Result<A, E | ClientError>,
  ): Result<ConnectionsPage<Raw>, E | ClientError> => change(result, request, to, pathOf);
  const first = theirs._map(ours);
  async function* pages(): AsyncGenerator<Result<ConnectionsPage<Raw>, E | ClientError>> {
    if (!(theirs instanceof PagedResult)) return yield (await first).result;
    for await (const page of theirs) yield ours(page);
  }
  return new PagedResult(first, pages, (page) => page.connections);
}

/** Which member of a layer 1 request a platform's complaint is about. */
export type PathOf = (path: readonly (string | number)[]) => readonly (string | number)[];

const samePath: PathOf = (path) => path;

/** What a verb answers that fails before anything is sent. */
export function failed<E>(error: E): APIPromise<{ ok: false; error: E }> {
  return new APIPromise(Promise.resolve({ result: err(error) }));
}

/** The value of a verb that answers nothing, whatever the platform says. */
export function nothing(): void {}

/** Requests are read before they are checked, and reading may fail for anything that JavaScript can hand over. */
function asked<A, E>(
  ask: () => APIPromise<Result<A, E>>,
  request: unknown,
): APIPromise<Result<A, E | ClientError>> {
  try {
    return ask();
  } catch (cause) {
    return failed(cause instanceof SDKValidationError ? cause : unreadable(request, cause));
  }
}

function unreadable(request: unknown, cause: unknown): SDKValidationError {
  const message = "expected an object with the members that the operation takes";
  return misfit(request, [], message, { cause });
}

/** The error of a layer 1 request that a platform finds wrong itself. */
export function misfit(
  request: unknown,
  path: readonly string[],
  message: string,
  options?: { readonly cause: unknown },
): SDKValidationError {
  return new SDKValidationError([{ code: "invalid_value", path, message }], request, options);
}

/** A platform's own options over those that stand beside it. What is `undefined` is not given. */
export function over<T extends ClientOptions>(outer: ClientOptions, own: T): T {
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  return { ...outer, ...Object.fromEntries(given) } as T; // every option is optional
}

function change<A, B, E>(
  result: Result<A, E | ClientError>,
  request: unknown,
  to: (value: A) => B,
  pathOf: PathOf,
): Result<B, E | ClientError> {
  if (result.ok) {
    try {
      return ok(to(result.value));
    } catch (cause) {
      const message = "The platform's answer cannot be put into the words of the SDK";
      return err(new UnexpectedClientError(message, { cause }));
    }
  }
  const { error } = result;
  if (!(error instanceof SDKValidationError)) return result;
  const issues = error.issues.map(({ code, path, message }) => ({
    code,
    path: pathOf(path),
    message,
  }));
  return err(new SDKValidationError(issues, request));
}
