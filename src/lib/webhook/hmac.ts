/** HMAC-SHA256 by Web Crypto, which every supported runtime has. */

/** Signs bytes with HMAC-SHA256. */
export async function hmac(key: Uint8Array, content: Uint8Array): Promise<Uint8Array> {
  const { subtle } = crypto;
  const imported = await subtle.importKey(
    "raw",
    key as BufferSource, // TypeScript's DOM types exclude shared buffers
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  // The same holds for the content.
  return new Uint8Array(await subtle.sign("HMAC", imported, content as BufferSource));
}

/** Compares in a time that does not depend on how many bytes are equal. */
export function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0);
  return difference === 0;
}
