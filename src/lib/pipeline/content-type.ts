import type { TransportResponse } from "../web/transport-response.js";

/** What the `Content-Type` of a response says. */
export interface ContentType {
  /** The media type without parameters, in lower case; empty if there is none. */
  readonly media: string;
  /** The charset. Defaults to `utf-8`, which is also written `utf8`. */
  readonly charset: string;
}

let lastHeader: string | undefined;
let last: ContentType;

/** Reads the content type of a response. Most responses of a process have the same. */
export function contentTypeOf({ headers }: TransportResponse): ContentType {
  const header = headers.get("content-type") ?? "";
  if (header !== lastHeader) {
    last = { media: mediaTypeIn(header), charset: charsetIn(header) };
    lastHeader = header;
  }
  return last;
}

/** The last of several, as in `fetch`: a proxy may add a header that is already there. */
function mediaTypeIn(header: string): string {
  return header
    .replace(/"[^"]*"/g, "")
    .replace(/^.*,/s, "")
    .replace(/;.*/s, "")
    .trim()
    .toLowerCase();
}

function charsetIn(header: string): string {
  const [, charset = ""] = /charset=["']?([^\s"';,]+)/i.exec(header) ?? [];
  return /^(utf-?8)?$/i.test(charset) ? "utf-8" : charset;
}
