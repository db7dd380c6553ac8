import type {
  APIPromise,
  Client,
  ClientError,
  PagedResult,
  RequestOptions,
  Result,
} from "../../lib/index.js";
import type { Authorization, Connection, ConnectionsPage } from "./connection.js";

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

/** The request that a verb takes on one platform, and the errors that are particular to it. */
export interface VerbTypes {
  readonly request: unknown;
  /**
   * The platform's own typed errors; {@link ClientError} is added to them. Not constrained to errors here but in
   * {@link ErrorOf}: a constraint would make the compiler resolve the errors of all verbs for every user.
   */
  readonly error: unknown;
}

/**
 * The types of a platform. A verb that is missing from `verbs` is a compile-time error to call.
 *
 * @example
 * interface Acme extends PlatformTypes {
 *   readonly name: "acme";
 *   readonly raw: AcmeLink;
 *   readonly verbs: { readonly get: { readonly request: AcmeGetRequest; readonly error: NotFound } };
 * }
 */
export interface PlatformTypes {
  readonly name: string;
  /** The platform's own connection object. */
  readonly raw: unknown;
  readonly verbs: { readonly [V in VerbName]?: VerbTypes };
  /** The client that the verbs run on, if it is not one of this package. */
  readonly client?: unknown;
}

/** The value that each verb returns. */
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

/** Every verb that returns one value; `list` returns pages. */
export type SingleVerbName = keyof VerbValues<unknown>;

/** One verb on one platform. Never rejects and never throws. */
export type Verb<Request, Value, Errors, Core = Client> = (
  client: Core,
  request: Request,
  options?: RequestOptions,
) => APIPromise<Result<Value, Errors | ClientError>>;

/** The `list` verb: like the others, in pages. */
export type ListVerb<Request, Raw, Errors, Core = Client> = (
  client: Core,
  request: Request,
  options?: RequestOptions,
) => PagedResult<ConnectionsPage<Raw>, Connection<Raw>, Errors | ClientError>;

/** The client that the verbs of a platform take. */
export type ClientOf<P extends PlatformTypes> = P extends { readonly client: infer C } ? C : Client;

/**
 * The function of a verb, as the types of its platform declare it.
 *
 * @example
 * export const get: VerbOf<Acme, "get"> = (client, request, options) => mapResult(...);
 */
export type VerbOf<P extends PlatformTypes, V extends VerbName> = P["verbs"][V] extends VerbTypes
  ? V extends SingleVerbName
    ? Verb<P["verbs"][V]["request"], VerbValues<P["raw"]>[V], P["verbs"][V]["error"], ClientOf<P>>
    : ListVerb<P["verbs"][V]["request"], P["raw"], P["verbs"][V]["error"], ClientOf<P>>
  : never;

/** The request of a verb on a platform. If the platform has no such verb, nothing fits, and the compiler says why. */
export type RequestOf<P extends PlatformTypes, V extends VerbName> = P["verbs"][V] extends VerbTypes
  ? P["verbs"][V]["request"]
  : { readonly "this platform has no such operation": never };

/** The typed errors of a verb on a platform. */
export type ErrorOf<P extends PlatformTypes, V extends VerbName> = P["verbs"][V] extends {
  readonly error: infer E extends Error;
}
  ? E
  : never;
