/**
 * Judges the `Authorization` header of a request: `Basic` and the API key in base64, with no user name and no colon. A key as it
 * is, without either, is refused as the vendor refuses it. Answers why not, or `undefined` where all is well.
 */
export function refusal(
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
