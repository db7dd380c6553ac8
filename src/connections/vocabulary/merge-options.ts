import type { ClientOptions } from "../../lib/index.js";

/**
 * Merges the options of a platform over the options that were passed to the SDK beside it.
 * `undefined` counts as absent.
 *
 * @example
 * connect: (shared) => new AcmeClient(mergeOptions(shared, options)),
 */
export function mergeOptions<T extends ClientOptions>(shared: ClientOptions, own: T): T {
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  return { ...shared, ...Object.fromEntries(given) } as T; // every option is optional
}
