/**
 * Authenticates a request by its `Authorization` header: `Basic` and the API key in base64, without
 * a user name and a colon. Like the vendor, refuses a plain key. Returns the reason if the request
 * is refused.
 */
export function authError(
  headers: Headers,
  apiKeys: readonly string[] | undefined,
): string | undefined {
  const header = headers.get("authorization");
  if (header === null) return "The request has no Authorization header.";
  const [, encoded] = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(header) ?? [];
  const key = encoded === undefined ? undefined : decode(encoded);
  if (key === undefined) return "The Authorization header must be Basic and the API key in base64.";
  const known = apiKeys ? apiKeys.includes(key) : key !== "" && !key.startsWith("invalid");
  return known ? undefined : "The API key is not valid.";
}

function decode(encoded: string): string | undefined {
  try {
    return encoded.length % 4 === 0 ? atob(encoded) : undefined;
  } catch {
    return undefined;
  }
}
