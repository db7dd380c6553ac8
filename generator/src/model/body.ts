/** Request bodies. OpenAPI 3.1, sections 4.8.13 to 4.8.15. */
import { isObject } from "../document/json.js";
import { append } from "../document/pointer.js";
import { deref } from "../document/refs.js";
import type {
  EncodingObject,
  MediaTypeObject,
  OperationObject,
  RequestBodyObject,
  Schema,
  SchemaObject,
} from "../document/types.js";
import { contentExampleOf, docsOf, stringOf } from "./docs.js";
import { inspectExtensions, overrideOf } from "./extensions.js";
import { isStructuredText, type MediaKind, type ContentEntry, contentEntries } from "./media.js";
import { hasSameSchema, mediaWords, usedMedia } from "./media-choice.js";
import type { SchemaContext } from "./schema-context.js";
import { operationLocation, type SchemaLocation } from "./schema-location.js";
import { unknownType } from "./type-helpers.js";
import type { Body, BodyContent, Pointer, Type } from "./types.js";
import { isXMLValue, rootNames } from "./xml.js";

/** The kinds that are written, the best first. */
const written: readonly MediaKind[] = ["json", "form", "multipart", "xml", "text", "bytes"];
const order: readonly MediaKind[] = [...written, "events", "lines"];

/** The body of an operation: the best media type that the SDK can write, and the others. */
export function bodyOf(
  context: SchemaContext,
  operation: OperationObject,
  at: Pointer,
  id: string,
): Body | undefined {
  if (operation.requestBody === undefined) return undefined;
  const pointer = append(at, "requestBody");
  const found = deref<RequestBodyObject>(context.document, operation.requestBody, pointer);
  if (!found) {
    context.report(
      "ref-missing",
      pointer,
      "The request body refers to something that does not exist.",
    );
    return undefined;
  }
  const entries = contentEntries(context.document, found.value.content, order);
  const { used, ignored } = usedMedia(context.document, entries, written);
  const [entry] = used;
  if (!entry) {
    context.report("media-type-unsupported", found.pointer, "The request body has no content.");
    return undefined;
  }
  const suggestedName = overrideOf(operation.requestBody) ?? overrideOf(found.value);
  const only = memberOf(context, found.value, entry, found.pointer);
  // The member is one of JSON, whatever else there is.
  const rest = only ? [] : used.slice(1);
  reportIgnored(context, entry, only ? entries.slice(1) : ignored, found.pointer);
  const [content, ...others] = contentsOf(context, [entry, ...rest], found.pointer, id);
  inspectExtensions(context.report, "body", found.value, found.pointer);
  return {
    ...(suggestedName !== undefined && { suggestedName }),
    required: found.value.required === true,
    ...content,
    ...(others.length > 0 && { others }),
    ...(only && {
      suggestedName: suggestedName ?? only.wire,
      member: only.wire,
      type: context.typeOf(only.schema, operationLocation(only.pointer, id, only.wire)),
    }),
    docs: { ...docsOf(found.value), ...exampleDocs(entry.content, only?.wire) },
  };
}

interface OnlyMember {
  readonly wire: string;
  readonly schema: SchemaObject | boolean;
  readonly pointer: Pointer;
}

/** `x-body-member`: the only member of a JSON body. Requests contain it in place of the body. */
function memberOf(
  context: SchemaContext,
  body: RequestBodyObject,
  { kind, content, key }: ContentEntry,
  pointer: Pointer,
): OnlyMember | undefined {
  const wire = body["x-body-member"];
  if (wire === undefined) return undefined;
  const at = append(pointer, "content", key, "schema");
  const whole =
    kind === "json" && typeof content.schema === "object"
      ? deref<SchemaObject>(context.document, content.schema, at)
      : undefined;
  const { properties = {} } = whole?.value ?? {};
  const schema = typeof wire === "string" ? properties[wire] : undefined;
  if (!whole || schema === undefined || Object.keys(properties).length !== 1) {
    context.report(
      "extension-unsupported",
      append(pointer, "x-body-member"),
      "`x-body-member` has no effect: the body is not a JSON object with only this member.",
    );
    return undefined;
  }
  return { wire: String(wire), schema, pointer: append(whole.pointer, "properties", String(wire)) };
}

/** The example of a media type, or of one of its members. */
export function exampleDocs(
  content: MediaTypeObject,
  member?: string,
): { readonly example?: unknown } {
  const whole = contentExampleOf(content);
  const example = member !== undefined && isObject(whole) ? whole[member] : whole;
  return example === undefined ? {} : { example };
}

function reportIgnored(
  context: SchemaContext,
  used: ContentEntry,
  ignored: readonly ContentEntry[],
  pointer: Pointer,
): void {
  for (const other of ignored) {
    context.report(
      "media-type-ignored",
      append(pointer, "content", other.key),
      `The SDK sends \`${used.media}\` instead of \`${other.media}\`.`,
    );
  }
}

/** What is sent in each of the media types. A media type that stands for a range counts once. */
function contentsOf(
  context: SchemaContext,
  [first, ...others]: readonly [ContentEntry, ...ContentEntry[]],
  pointer: Pointer,
  id: string,
): readonly [BodyContent, ...BodyContent[]] {
  const used = [first, ...others];
  const content = (entry: ContentEntry): BodyContent =>
    contentOf(context, entry, used, append(pointer, "content"), id);
  const taken = new Set([mediaOf(first)]);
  const rest = others.filter((entry) => !taken.has(mediaOf(entry)) && taken.add(mediaOf(entry)));
  return [content(first), ...rest.map(content)];
}

function contentOf(
  context: SchemaContext,
  entry: ContentEntry,
  used: readonly ContentEntry[],
  at: Pointer,
  id: string,
): BodyContent {
  const pointer = append(at, entry.key);
  inspectExtensions(context.report, "media", entry.content, pointer);
  for (const key of ["prefixEncoding", "itemEncoding"].filter((key) => key in entry.content))
    context.report("keyword-ignored", append(pointer, key), `\`${key}\` has no effect.`);
  // Entries with equal schemas are one model, and one type.
  const origin = used.find((other) => hasSameSchema(other, entry)) ?? entry;
  const own = used.indexOf(origin) === 0 ? "" : `${mediaWords(origin.media)} `;
  const location = titled(
    operationLocation(append(at, origin.key, "schema"), id, `${own}request body`),
    entry.content,
  );
  const { schema } = entry.content;
  const isXML = entry.kind === "xml" && isXMLValue(context.document, schema);
  const isText =
    entry.kind === "events" || entry.kind === "lines" || (entry.kind === "xml" && !isXML);
  return {
    media: mediaOf(entry),
    encoding: isText ? "text" : (entry.kind as Body["encoding"]), // not events
    type: bodyType(context, isText ? { ...entry, kind: "text" } : entry, location, pointer),
    ...(isXML && { xml: rootNames(context.document, schema, "root") }),
    parts: partsOf(context, entry, pointer),
  };
}

/** A title names inline content, because no reference in the document does. */
export function titled(location: SchemaLocation, content: MediaTypeObject): SchemaLocation {
  const title =
    typeof content.schema === "object" && content.schema.$ref === undefined
      ? stringOf(content.schema.title)
      : undefined;
  return title === undefined ? location : { ...location, name: title };
}

/** A media type to send. A range such as `image/*` is one only for files, which have their own. */
function mediaOf({ media, kind }: ContentEntry): string {
  return kind !== "bytes" && media.includes("*") ? ranges[kind] : media;
}

const ranges: Readonly<Record<Exclude<MediaKind, "bytes">, string>> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  xml: "application/xml",
  text: "text/plain",
  events: "text/event-stream",
  lines: "application/jsonl",
};

function bodyType(
  context: SchemaContext,
  { kind, media, content }: ContentEntry,
  location: SchemaLocation,
  pointer: Pointer,
): Type {
  if (kind === "bytes") return { kind: "bytes", encoding: "binary" };
  if (kind === "text" || kind === "events" || kind === "lines") {
    if (isStructuredText(media))
      context.report("media-type-as-string", pointer, `\`${media}\` is sent as a string.`);
    return { kind: "string" };
  }
  return contentType(context, content, location);
}

/** The type of a JSON body, which may be declared by its items. */
export function contentType(
  context: SchemaContext,
  { schema, itemSchema }: MediaTypeObject,
  location: SchemaLocation,
): Type {
  if (schema !== undefined) return context.typeOf(schema, location);
  if (itemSchema === undefined) return unknownType;
  return { kind: "array", items: itemsOf(context, itemSchema, location) };
}

/** The type of the items of a sequence. */
export function itemsOf(
  context: SchemaContext,
  itemSchema: Schema,
  location: SchemaLocation,
): Type {
  const media = location.pointer.slice(0, location.pointer.lastIndexOf("/"));
  const pointer = append(media, "itemSchema");
  return context.typeOf(itemSchema, { ...location, pointer, name: `${location.name} item` });
}

function partsOf(
  context: SchemaContext,
  { kind, content }: ContentEntry,
  pointer: Pointer,
): Body["parts"] {
  if (kind !== "form" && kind !== "multipart") return [];
  const part = ([wire, encoding]: readonly [string, EncodingObject]): Body["parts"][number] =>
    partOf(context, wire, encoding, append(pointer, "encoding", wire), kind === "form");
  return Object.entries(content.encoding ?? {}).map(part);
}

function partOf(
  context: SchemaContext,
  wire: string,
  encoding: EncodingObject,
  pointer: Pointer,
  hasStyle: boolean,
): Body["parts"][number] {
  if (encoding.headers) {
    context.report(
      "header-ignored",
      append(pointer, "headers"),
      `Headers of the part \`${wire}\` are not sent.`,
    );
  }
  const { style = "form", explode = style === "form" } = encoding;
  if (!hasStyle && (style !== "form" || !explode)) {
    context.report(
      "parameter-style",
      pointer,
      `The style of \`${wire}\` has no effect in a multipart body: arrays are repeated parts.`,
      "Use `contentType: application/json` to send the array as one part.",
    );
  }
  return {
    wire,
    ...(typeof encoding.contentType === "string" && { contentType: encoding.contentType }),
    ...(encoding.style !== undefined && encoding.style !== "cookie" && { style: encoding.style }),
    ...(typeof encoding.explode === "boolean" && { explode: encoding.explode }),
  };
}
