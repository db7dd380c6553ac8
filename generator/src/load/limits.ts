/** The limits of a file, checked before it is parsed. */
export const LIMITS: { readonly bytes: number; readonly aliases: number } = {
  bytes: 64 * 1024 * 1024,
  /** Uses of YAML aliases, including the aliases inside them. */
  aliases: 100_000,
};
