import type {
  APIPromise,
  Client,
  ClientError,
  PagedResult,
  RequestOptions,
  Result,
} from "../../lib/index.js";
import type { Connection, ConnectionsPage } from "./connection.js";
import type { Coordinates } from "./coordinates.js";
import type { ScopesVerb } from "./scopes.js";
import type { SignIn } from "./sign-in.js";
import type { VerbName } from "./verb-names.js";

export type { VerbName } from "./verb-names.js";

/** The types of a verb on one platform. */
export interface VerbTypes {
  /** The request that the verb takes. */
  readonly request: unknown;
  /**
   * The platform's own typed errors, or `never`. They must extend `Error` and have a literal
   * `name`. {@link ClientError} is added to them.
   */
  // Checked by `ErrorOf` and not here: a constraint makes the compiler resolve the errors of all
  // verbs.
  readonly error: unknown;
  /**
   * Whether the verb returns a {@link SignIn} if the request has no credentials, for `generate` and
   * `updateAuthorization`. Without it, they return a connection.
   */
  readonly signsIn?: boolean;
}

/**
 * The types of a platform: its name, its connection object, and the request and errors of each
 * verb. Calling a verb that is not in `verbs` does not compile.
 *
 * @example
 * interface Acme extends PlatformTypes {
 *   readonly name: "acme";
 *   readonly raw: AcmeLink;
 *   readonly client: AcmeClient;
 *   readonly verbs: {
 *     readonly list: { readonly request: AcmeListRequest; readonly error: never };
 *     readonly get: { readonly request: AcmeGetRequest; readonly error: AcmeNotFound };
 *   };
 * }
 */
export interface PlatformTypes {
  /** The name of the platform, as a literal type. */
  readonly name: string;
  /** The platform's own connection object: the type of `connection.raw`. */
  readonly raw: unknown;
  /**
   * The type of `connection.coordinates`: what the verbs for one connection take. Defaults to
   * {@link Coordinates}.
   */
  readonly coordinates?: object;
  /** The types of each verb that the platform supports. */
  readonly verbs: { readonly [V in VerbName]?: VerbTypes };
  /**
   * The client that the verbs take: any type. Defaults to {@link Client}, the class of generated
   * SDKs.
   */
  readonly client?: unknown;
}

/** The value that each verb returns, by name. See {@link VerbTypes.signsIn} for two of them. */
export interface VerbValues<Raw, Place = Coordinates> {
  readonly generate: Connection<Raw, Place>;
  readonly get: Connection<Raw, Place>;
  readonly update: Connection<Raw, Place>;
  readonly delete: void;
  readonly unlink: Connection<Raw, Place>;
  readonly updateAuthorization: Connection<Raw, Place>;
  readonly check: Connection<Raw, Place>;
  readonly "metadata.set": void;
  readonly "metadata.update": void;
}

/** The name of a verb that returns one value. `list` and `scopes` return pages. */
export type SingleVerbName = keyof VerbValues<unknown>;

/** The function of a verb. It must never reject and never throw: `mapResult` sees to it. */
export type Verb<Request, Value, Errors, Core = Client> = (
  client: Core,
  request: Request,
  options?: RequestOptions,
) => APIPromise<Result<Value, Errors | ClientError>>;

/** The function of the `list` verb. It must never reject and never throw: `mapPages` sees to it. */
export type ListVerb<Request, Raw, Errors, Core = Client, Place = Coordinates> = (
  client: Core,
  request: Request,
  options?: RequestOptions,
) => PagedResult<ConnectionsPage<Raw, Place>, Connection<Raw, Place>, Errors | ClientError>;

/** The type of the coordinates of a platform's connections. */
export type PlaceOf<P extends PlatformTypes> = P extends { readonly coordinates: infer C }
  ? C
  : Coordinates;

/** The name of a verb that takes credentials, and may send the customer to sign in without them. */
export type CredentialsVerb = "generate" | "updateAuthorization";

/** The value of a verb on a platform, whether its request has credentials or not. */
export type ValueOf<P extends PlatformTypes, V extends CredentialsVerb> =
  | VerbValues<P["raw"], PlaceOf<P>>[V]
  | (SignsIn<P, V> extends false ? never : SignIn);

/** The value of a verb on a platform if its request has no credentials. */
export type ValueWithoutCredentials<P extends PlatformTypes, V extends CredentialsVerb> =
  SignsIn<P, V> extends true ? SignIn : ValueOf<P, V>;

/** Whether a verb returns a sign-in without credentials: `boolean` if the platform is not known. */
type SignsIn<P extends PlatformTypes, V extends VerbName> =
  NonNullable<P["verbs"][V]> extends { readonly signsIn?: infer S }
    ? unknown extends S
      ? false
      : NonNullable<S>
    : false;

/** The client that the verbs of a platform take: the `client` of its types, or {@link Client}. */
export type ClientOf<P extends PlatformTypes> = P extends { readonly client: infer C } ? C : Client;

/**
 * The type of a verb's function on a platform. Annotate your functions with it, so that the
 * platform's types are written once.
 *
 * @example
 * export const get: VerbOf<Acme, "get"> = (client, request, options) =>
 *   mapResult(request, () => client.getLink(request.connectionId, options), connectionOf);
 */
export type VerbOf<P extends PlatformTypes, V extends VerbName> = P["verbs"][V] extends VerbTypes
  ? V extends SingleVerbName
    ? Verb<
        P["verbs"][V]["request"],
        V extends CredentialsVerb ? ValueOf<P, V> : VerbValues<P["raw"], PlaceOf<P>>[V],
        P["verbs"][V]["error"],
        ClientOf<P>
      >
    : V extends "scopes"
      ? ScopesVerb<
          P["verbs"][V]["request"],
          RequestOf<P, "list">,
          P["verbs"][V]["error"],
          ClientOf<P>
        >
      : ListVerb<
          P["verbs"][V]["request"],
          P["raw"],
          P["verbs"][V]["error"],
          ClientOf<P>,
          PlaceOf<P>
        >
  : never;

/**
 * The type of a function that finds a connection without using its credentials. Its value is
 * `undefined` if there is none.
 */
export type FindOf<P extends PlatformTypes> = Verb<
  RequestOf<P, "get">,
  Connection<P["raw"], PlaceOf<P>> | undefined,
  unknown,
  ClientOf<P>
>;

/**
 * The request of a verb on a platform. If the platform does not support the verb, no value is
 * accepted.
 */
export type RequestOf<P extends PlatformTypes, V extends VerbName> =
  NonNullable<P["verbs"][V]> extends { readonly request: infer Request }
    ? Request
    : { readonly "this platform does not support this verb": never };

/** A request of a verb that has credentials. */
export type WithCredentials<P extends PlatformTypes, V extends CredentialsVerb> = RequestOf<
  P,
  V
> & {
  readonly credentials: object;
};

/** A request of a verb that has no credentials. */
export type WithoutCredentials<P extends PlatformTypes, V extends CredentialsVerb> = RequestOf<
  P,
  V
> & { readonly credentials?: undefined };

/** The typed errors of a verb on a platform. */
export type ErrorOf<P extends PlatformTypes, V extends VerbName> =
  NonNullable<P["verbs"][V]> extends { readonly error: infer E extends Error } ? E : never;

/**
 * The verbs as the SDK calls them. The compiler has checked their requests against {@link
 * PlatformTypes}.
 */
export type PlatformVerbs = {
  readonly [V in SingleVerbName]?: Verb<never, unknown, unknown, never>;
} & {
  readonly list?: ListVerb<never, unknown, unknown, never>;
  readonly scopes?: ScopesVerb<never, unknown, unknown, never>;
};
