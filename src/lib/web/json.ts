/** Parses a body. Returns `undefined`, which is not a JSON value, if it is not valid JSON. */
export function parseJSON(content: string | Uint8Array): unknown {
  try {
    return JSON.parse(content as string);
  } catch {
    return undefined;
  }
}
