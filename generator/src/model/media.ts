/**
 * Media types: what they contain, and which of several to use. RFC 9110 section 8.3.1, RFC 6838,
 * RFC 6839.
 */
import type { Document, MediaTypeObject } from "../document/types.js";
import { essence, isJson } from "../strings/media-type.js";
import { has } from "./keywords.js";
import { sorted } from "./sorted.js";
import { isFile } from "./type.js";
import { isXML } from "./xml.js";

export { essence, isJson };

/** How a body of a media type is written or read. */
export type MediaKind =
  | "json"
  | "form"
  | "multipart"
  | "xml"
  | "text"
  | "bytes"
  | "events"
  | "lines";

/**
 * The kind of a media type. That of a wildcard follows from its schema, and a file is bytes under
 * the media type of JSON too.
 */
export function kindOf(
  document: Document,
  media: string,
  content: MediaTypeObject | undefined,
): MediaKind {
  const name = essence(media);
  if (isJson(name)) return isFile(document, content?.schema) ? "bytes" : "json";
  if (name === "application/x-www-form-urlencoded") return "form";
  if (name.startsWith("multipart/")) return "multipart";
  if (name === "text/event-stream") return "events";
  if (isLines(name)) return "lines";
  if (isXML(name) && isTyped(content?.schema)) return "xml";
  if (name === "*/*" || name === "application/*" || name === "*")
    return wildcardKind(document, content);
  return isTextual(name) ? "text" : "bytes";
}

/** True for a schema that may describe more than the text of a body. */
function isTyped(schema: MediaTypeObject["schema"]): boolean {
  return (
    typeof schema === "object" &&
    (typeof schema.$ref === "string" ||
      has(schema, "properties", "items", "allOf", "oneOf", "anyOf", "additionalProperties"))
  );
}

/** True for sequences of JSON values: JSON Lines, NDJSON and JSON text sequences (RFC 7464). */
function isLines(name: string): boolean {
  return /[/+](?:x-)?(?:ndjson|jsonl|jsonlines|json-lines|json-seq)$/.test(name);
}

/** True for structured text other than JSON. As a string it loses what the schema says. */
export function isStructuredText(media: string): boolean {
  return /[/+]xml$|yaml$|ndjson$|jsonl$|json-seq$/.test(essence(media));
}

function wildcardKind(document: Document, content: MediaTypeObject | undefined): MediaKind {
  const schema = content?.schema;
  if (isFile(document, schema)) return "bytes";
  return typeof schema === "object" && schema.type === "string" ? "text" : "json";
}

function isTextual(name: string): boolean {
  return (
    name.startsWith("text/") ||
    isStructuredText(name) ||
    /^application\/(javascript|graphql|sql|jwt|jose)$/.test(name)
  );
}

/** An entry of `content`. */
export interface ContentEntry {
  /** As in the document. */
  readonly key: string;
  readonly media: string;
  readonly kind: MediaKind;
  readonly content: MediaTypeObject;
}

/**
 * The entries of `content`, the best first. Entries of the same kind are in document order, but
 * plain JSON comes before JSON-based types.
 */
export function contentEntries(
  document: Document,
  content: Readonly<Record<string, MediaTypeObject>> | undefined,
  order: readonly MediaKind[],
): readonly ContentEntry[] {
  const entries = Object.entries(content ?? {}).map(([key, value]) => ({
    key,
    media: essence(key),
    kind: kindOf(document, key, value),
    content: value,
  }));
  const rank = (entry: ContentEntry): number =>
    order.indexOf(entry.kind) * 2 + (entry.media === "application/json" ? 0 : 1);
  return sorted(entries, (a, b) => rank(a) - rank(b));
}
