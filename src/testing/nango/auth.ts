import type { NangoOptions, NangoScope } from "./state.js";

/** Whether a key may do something. */
export type Allows = (scope: NangoScope) => boolean;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Judges the key of a request: what it allows, or the code of the 401. */
export function identify(
  headers: Headers,
  { apiKeys, scopes }: NangoOptions,
): { readonly allows: Allows } | { readonly refused: string } {
  const header = headers.get("authorization");
  if (!header) return { refused: "missing_auth_header" };
  // As the server does it, so a bare key passes as well.
  const key = header.split("Bearer ").at(-1) ?? "";
  if (key.trim() === "" || key === "Bearer") return { refused: "malformed_auth_header" };
  if (!uuid.test(key)) return { refused: "invalid_secret_key_format" };
  if (apiKeys && !apiKeys.includes(key)) return { refused: "unknown_account" };
  const allowed = scopes?.[key];
  return { allows: (scope) => allowed?.includes(scope) ?? true };
}
