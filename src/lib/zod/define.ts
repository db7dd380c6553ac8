/**
 * Builds a schema of zod. Bundlers drop what nobody uses, if the call of this function is marked as
 * pure: they do not know that zod's own functions have no effects.
 */
export function define<T>(make: () => T): T {
  return make();
}
