/**
 * JSON pointers (RFC 6901) and `$ref`s. The generator always uses pointers
 * (`/components/schemas/User`). Only documents contain refs (`#/components/schemas/User`).
 */

/** A JSON pointer into the bundled document, which identifies the value there. */
export type Pointer = string;

/** The tokens of a pointer: `["a/b", "0"]` for `/a~1b/0`. The root is the empty pointer. */
export function parsePointer(pointer: Pointer): readonly string[] {
  if (pointer === "") return [];
  const tokens = pointer.split("/").slice(1);
  return pointer.includes("~") ? tokens.map(unescape) : tokens;
}

/** The inverse of {@link parsePointer}. */
export function formatPointer(tokens: readonly string[]): Pointer {
  return tokens.map((token) => `/${escape(token)}`).join("");
}

/** The pointer to something inside another pointer: `append("/paths", "/users", "get")`. */
export function append(pointer: Pointer, ...tokens: readonly (string | number)[]): Pointer {
  let all = pointer;
  for (const token of tokens) all += `/${typeof token === "string" ? escape(token) : token}`;
  return all;
}

/** The last token: the key of the value in its parent. Empty for the root. */
export function lastToken(pointer: Pointer): string {
  return parsePointer(pointer).at(-1) ?? "";
}

/** True for `components.schemas.X`, and false for a schema inside it. */
export function isNamedSchema(pointer: Pointer): boolean {
  const tokens = parsePointer(pointer);
  return tokens.length === 3 && tokens[0] === "components" && tokens[1] === "schemas";
}

/**
 * The pointer of an internal `$ref` (`#/...`), percent-decoded (RFC 6901 section 6). `undefined`
 * for a ref to another file and for an anchor (`#name`).
 */
export function refToPointer(ref: string): Pointer | undefined {
  if (ref !== "#" && !ref.startsWith("#/")) return undefined;
  return decodeFragment(ref.slice(1));
}

/** The inverse of {@link refToPointer}. */
export function pointerToRef(pointer: Pointer): string {
  return `#${pointer.replaceAll(/[%#"<>\\^`{|}\s]/g, encodeURIComponent)}`;
}

/** Percent-decodes a fragment. Returns an invalid one unchanged. */
export function decodeFragment(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function escape(token: string): string {
  const isPlain = !token.includes("/") && !token.includes("~");
  return isPlain ? token : token.replaceAll("~", "~0").replaceAll("/", "~1");
}

function unescape(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
