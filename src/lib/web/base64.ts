/** Octets as base64 (RFC 4648 section 4). In slices, because spreading a large array overflows the stack. */
export function toBase64(octets: Uint8Array): string {
  let text = "";
  for (let at = 0; at < octets.length; at += 0x8000) {
    text += String.fromCharCode(...octets.subarray(at, at + 0x8000));
  }
  return btoa(text);
}

/** The octets of base64 text, or `undefined` where it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
