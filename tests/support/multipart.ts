/** A part of a multipart body, as a server reads it. */
export interface ReadPart {
  readonly name: string | undefined;
  /** `undefined` without one: the part is not a file. */
  readonly filename: string | undefined;
  readonly type: string | undefined;
  readonly bytes: Buffer;
  readonly text: string;
}

const BREAK = Buffer.from("\r\n");

/**
 * Reads a multipart body (RFC 2046 section 5.1, RFC 7578), byte by byte and without mercy: throws
 * if anything is not as the RFCs require.
 */
export function readMultipart(contentType: string, body: Buffer): readonly ReadPart[] {
  const boundary = /^multipart\/[a-z-]+; boundary=([\w'()+,./:=?-]{1,70})$/.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error(`no boundary in ${contentType}`);
  const delimiter = Buffer.from(`--${boundary}`);
  if (!body.subarray(0, delimiter.length).equals(delimiter)) throw new Error("no first boundary");
  const parts: ReadPart[] = [];
  let at = delimiter.length;
  const between = Buffer.concat([BREAK, delimiter]);
  while (!body.subarray(at, at + 2).equals(Buffer.from("--"))) {
    if (!body.subarray(at, at + 2).equals(BREAK)) throw new Error("no line break after a boundary");
    const end = body.indexOf(between, at + 2);
    if (end < 0) throw new Error("the last boundary is missing");
    parts.push(readPart(body.subarray(at + 2, end)));
    at = end + between.length;
  }
  if (!body.subarray(at).equals(Buffer.from("--\r\n"))) throw new Error("bytes after the end");
  return parts;
}

function readPart(part: Buffer): ReadPart {
  const end = part.indexOf("\r\n\r\n");
  if (end < 0) throw new Error("a part without the end of its headers");
  const headers = new Map<string, string>();
  for (const line of part.subarray(0, end).toString().split("\r\n")) {
    const [, name = "", value = ""] = /^([A-Za-z-]+): (.+)$/.exec(line) ?? [];
    if (name === "" || headers.has(name.toLowerCase())) throw new Error(`bad header ${line}`);
    headers.set(name.toLowerCase(), value);
  }
  const [, name, filename] =
    /^form-data; name="([^"\r\n]*)"(?:; filename="([^"\r\n]*)")?$/.exec(
      headers.get("content-disposition") ?? "",
    ) ?? [];
  headers.delete("content-disposition");
  const type = headers.get("content-type");
  headers.delete("content-type");
  if (name === undefined || headers.size > 0) throw new Error("other headers than expected");
  const bytes = part.subarray(end + 4);
  return {
    name: unescape(name),
    filename: filename === undefined ? undefined : unescape(filename),
    type,
    bytes,
    text: bytes.toString(),
  };
}

/** https://html.spec.whatwg.org/#multipart-form-data */
function unescape(value: string): string {
  return value.replaceAll("%22", '"').replaceAll("%0D", "\r").replaceAll("%0A", "\n");
}
