/** Which media types of a body are used, where a document declares several. */
import { deref } from "../document/refs.js";
import type { Document, Schema, SchemaObject } from "../document/types.js";
import { typesOf } from "./keywords.js";
import type { ContentEntry, MediaKind } from "./media.js";
import { same } from "./type-helpers.js";

/** The entries of a body that are used, the best first, and those that are not. */
export interface UsedMedia {
  readonly used: readonly ContentEntry[];
  readonly ignored: readonly ContentEntry[];
}

/** Splits the entries of a body, of which the first is the best. */
export function usedMedia(
  document: Document,
  entries: readonly ContentEntry[],
  kinds: readonly MediaKind[],
): UsedMedia {
  const known = entries.filter(({ kind }) => kinds.includes(kind));
  const used: ContentEntry[] = [];
  const ignored = known.length === 0 ? entries.slice(1) : entries.filter(isOther(kinds));
  for (const entry of known.length === 0 ? entries.slice(0, 1) : known) {
    if (used.some((other) => isSameJson(other, entry))) continue;
    const isIgnored = used.some(
      (other) => other.media === entry.media || isSpelling(document, other, entry),
    );
    if (isIgnored) ignored.push(entry);
    else used.push(entry);
  }
  return { used, ignored };
}

function isOther(kinds: readonly MediaKind[]): (entry: ContentEntry) => boolean {
  return ({ kind }) => !kinds.includes(kind);
}

/** JSON by another name, such as `text/json` or `application/*+json`. It need not be mentioned. */
function isSameJson(used: ContentEntry, entry: ContentEntry): boolean {
  const isPlain = /^text\/json$|\*/.test(entry.media) || entry.media === used.media;
  return used.kind === "json" && entry.kind === "json" && isPlain && hasSameSchema(used, entry);
}

/**
 * Another spelling of the value that JSON carries in full: the same object or array as XML, YAML or
 * protobuf. Only a table is something that people ask for.
 */
function isSpelling(document: Document, used: ContentEntry, entry: ContentEntry): boolean {
  const isTable = /csv$|tab-separated/.test(entry.media);
  const { schema } = entry.content;
  return (
    used.kind === "json" &&
    (entry.kind === "text" || entry.kind === "bytes") &&
    !isTable &&
    hasSameSchema(used, entry) &&
    isStructured(document, schema)
  );
}

/** Whether two entries have the same schema, which then is one model. */
export function hasSameSchema(a: ContentEntry, b: ContentEntry): boolean {
  return same(a.content.schema, b.content.schema);
}

/** True for a schema of something else than a string. */
function isStructured(document: Document, schema: Schema | undefined): boolean {
  if (typeof schema !== "object") return false;
  const found = deref<SchemaObject>(document, schema, "")?.value;
  if (found === undefined || Object.keys(found).length === 0) return false;
  const types = typesOf(found).filter((type) => type !== "null");
  return types.length === 0 || types.some((type) => type !== "string");
}

/** Words for the name of an inline schema, if it is not the first: `vnd.api+json` -> `api`. */
export function mediaWords(media: string): string {
  const [, subtype = ""] = media.split("/");
  const plain = subtype
    .replace(/\+json$/, "")
    .replace(/^(?:x|vnd|prs)[.-]/, "")
    .replace(/-?form-?(?:data|urlencoded)/, " form")
    .replace(/[^A-Za-z0-9]+/g, " ");
  return plain.trim();
}
