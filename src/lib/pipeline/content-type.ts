import type { TransportResponse } from "../web/transport-response.js";

/** What the `Content-Type` of a response says, in lower case. */
export interface ContentType {
  /** The media type without parameters; empty if there is none. */
  readonly media: string;
  /** The charset. Defaults to `utf-8`. */
  readonly charset: string;
}

let lastHeader: string | undefined;
let last: ContentType;

/**
 * Reads the content type of a response: the last of several, as in `fetch`, because a proxy may add
 * a header that is already there. Parses the header once, as most responses of a process have the
 * same.
 */
export function contentTypeOf({ headers }: TransportResponse): ContentType {
  const header = headers.get("content-type") ?? "";
  if (header !== lastHeader) {
    const type = header.toLowerCase();
    const [, charset = "utf-8"] = /charset=["']?([^\s"';,]+)/.exec(type) ?? [];
    const unquoted = type.replace(/"[^"]*"/g, "");
    last = { media: unquoted.replace(/^.*,|;.*/gs, "").trim(), charset };
    lastHeader = header;
  }
  return last;
}
