import type { ClientOptions } from "../../lib/index.js";
import type {
  ClientOf,
  ListVerb,
  PlatformTypes,
  SingleVerbName,
  Verb,
  VerbName,
  VerbOf,
} from "./verbs.js";

/** A platform: how to reach it, and how it carries out each verb. Made by {@link definePlatform}. */
export interface Platform<P extends PlatformTypes = PlatformTypes> {
  /** `ampersand`, `nango`, `codat`, `mammoth`, or a name of your own. */
  readonly name: P["name"];
  /** Makes the client that the verbs run on from the options that the SDK was given beside the platform. */
  readonly connect: (options: ClientOptions) => ClientOf<P>;
  /** @internal */
  readonly verbs: PlatformVerbs;
  /** Carries the types only. */
  readonly types?: P;
}

/** The verbs as the SDK calls them. Their requests were checked against {@link PlatformTypes} by the compiler. */
export type PlatformVerbs = {
  readonly [V in SingleVerbName]?: Verb<never, unknown, unknown, never>;
} & { readonly list?: ListVerb<never, unknown, unknown, never> };

/** How a platform is defined: its name, its client, and a function for each verb that its types declare. */
export interface PlatformDefinition<P extends PlatformTypes> {
  readonly name: P["name"];
  /** Makes the client that the verbs take from the options that the SDK was given beside the platform. */
  readonly connect: (options: ClientOptions) => ClientOf<P>;
  readonly verbs: { readonly [V in keyof P["verbs"] & VerbName]: VerbOf<P, V> };
}

/**
 * Makes a platform for `new SDK({ platform })`. The compiler holds each verb to the types of the platform, and asks for every
 * verb that they declare.
 *
 * @example
 * export function acme(options: AcmeOptions): Platform<Acme> {
 *   return definePlatform<Acme>({
 *     name: "acme",
 *     connect: (shared) => new AcmeCore(mergeOptions(shared, options)),
 *     verbs: { list, get },
 *   });
 * }
 */
export function definePlatform<P extends PlatformTypes>(
  definition: PlatformDefinition<P>,
): Platform<P> {
  return definition as unknown as Platform<P>; // the verbs without their types, which `types` carries
}
