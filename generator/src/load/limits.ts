/** What a file may be at most, before it is parsed. */
export const LIMITS: { readonly bytes: number; readonly aliases: number } = {
  bytes: 64 * 1024 * 1024,
  /** Uses of YAML aliases, weighted with the aliases inside them. */
  aliases: 100_000,
};
