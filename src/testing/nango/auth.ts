import type { NangoOptions, NangoScope } from "./state.js";

/** Whether the key of a request has a scope. */
export type Allows = (scope: NangoScope) => boolean;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * Authenticates a request by its key. Returns the scopes of the key, or the error code of the 401.
 */
export function authenticate(
  headers: Headers,
  { apiKeys, scopes }: NangoOptions,
): { readonly allows: Allows } | { readonly refused: string } {
  const header = headers.get("authorization");
  if (!header) return { refused: "missing_auth_header" };
  // Like the server, which also accepts a key without a scheme.
  const key = header.split("Bearer ").at(-1) ?? "";
  if (key.trim() === "") return { refused: "malformed_auth_header" };
  if (!uuid.test(key)) return { refused: "invalid_secret_key_format" };
  if (apiKeys && !apiKeys.includes(key)) return { refused: "unknown_account" };
  const allowed = scopes?.[key];
  return { allows: (scope) => allowed?.includes(scope) ?? true };
}
