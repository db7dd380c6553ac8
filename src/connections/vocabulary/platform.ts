import type { ClientOptions } from "../../lib/index.js";
import type { PlatformCoordinates } from "./coordinates.js";
import { type KindOf, withKinds } from "./kinds.js";
import type { RevisionOf } from "./sign-in.js";
import type { Tenant } from "./tenant.js";
import type { ClientOf, FindOf, PlatformTypes, PlatformVerbs, VerbName, VerbOf } from "./verbs.js";

/**
 * A platform of the unified API, for `new SDK({ platform })`. Define one with {@link
 * definePlatform}.
 */
export interface Platform<P extends PlatformTypes = PlatformTypes> {
  /** The name of the platform, for example `nango`. */
  readonly name: P["name"];
  /**
   * Creates the client of the platform. Receives the options that were passed to the SDK beside
   * `platform`.
   */
  readonly connect: (options: ClientOptions) => ClientOf<P>;
  /** @internal */
  readonly coordinates?: PlatformCoordinates;
  /** @internal */
  readonly extra?: readonly string[];
  /** @internal */
  readonly find?: unknown;
  /** @internal */
  readonly revisionOf?: RevisionOf;
  /** @internal The customer that the platform is confined to. */
  readonly tenant?: Tenant;
  /** @internal */
  readonly verbs: PlatformVerbs;
  /** Carries the types of the platform. Never set. */
  readonly types?: P;
}

/** The definition of a platform, for {@link definePlatform}. */
export interface PlatformDefinition<P extends PlatformTypes> {
  /** The name of the platform. Errors and connections report it. */
  readonly name: P["name"];
  /**
   * Creates the client of the platform. Receives the options that were passed to the SDK beside
   * `platform`.
   */
  readonly connect: (options: ClientOptions) => ClientOf<P>;
  /**
   * The coordinates that each verb takes. A request with another one is refused, so that a filter
   * which the platform does not have never selects too much. Without it, the verbs get whatever the
   * caller passes.
   */
  readonly coordinates?: PlatformCoordinates;
  /**
   * The members of `extra` that name no customer, for `sdk.within`: a client for one customer
   * refuses all others, and members of requests that the unified API does not have. Without it,
   * only coordinates are checked.
   */
  readonly extra?: readonly string[];
  /**
   * Finds a connection by its coordinates without using its credentials, to prove whose it is for
   * `sdk.within`. Defaults to `get`.
   */
  readonly find?: FindOf<P>;
  /**
   * What changes when a connection is authorized again, for `waitFor`. Defaults to its
   * `updateTime`.
   */
  readonly revisionOf?: RevisionOf;
  /**
   * What an error of the platform means, where its status says something else: `error.kind`. By
   * default, and if it returns `undefined`, the kind follows from the status.
   */
  readonly kindOf?: KindOf;
  /** A function for each verb that the types of the platform declare. */
  readonly verbs: { readonly [V in keyof P["verbs"] & VerbName]: VerbOf<P, V> };
}

/**
 * Defines a platform for `new SDK({ platform })`. The compiler checks that every verb of the
 * platform's types is defined, and that each has the declared types. Verbs that the types don't
 * declare are `UnsupportedOperationError`s.
 *
 * @example
 * export function acme(options: AcmeOptions): Platform<Acme> {
 *   return definePlatform<Acme>({
 *     name: "acme",
 *     connect: (shared) => new AcmeClient(mergeOptions(shared, options)),
 *     verbs: { list, get },
 *   });
 * }
 */
export function definePlatform<P extends PlatformTypes>(
  definition: PlatformDefinition<P>,
): Platform<P> {
  const platform = definition as unknown as Platform<P>; // `types` carries the types of the verbs
  const { kindOf } = definition;
  return kindOf ? { ...platform, verbs: withKinds(platform.verbs, kindOf) } : platform;
}
