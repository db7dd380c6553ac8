/** Encodes bytes as base64 (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  // In slices, because spreading a large array overflows the stack.
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(binary);
}

/** Decodes base64. Returns `undefined` if the string is not valid base64. */
export function fromBase64(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Encodes bytes as base64 in the alphabet of URLs, without padding (RFC 4648 section 5). */
export function toBase64URL(bytes: Uint8Array): string {
  return toBase64(bytes)
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/(?<!=)=+$/, "");
}

/** Decodes base64 in either alphabet, with or without padding. */
export function fromBase64URL(base64: string): Uint8Array | undefined {
  return fromBase64(
    base64
      .replaceAll("-", "+")
      .replaceAll("_", "/")
      .replace(/(?<!=)=+$/, ""),
  );
}
