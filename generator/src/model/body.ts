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
import type { SchemaContext } from "./schema-context.js";
import { operationLocation, type SchemaLocation } from "./schema-location.js";
import { unknownType } from "./type-helpers.js";
import type { Body, Pointer, Type } from "./types.js";

const order: readonly MediaKind[] = ["json", "form", "multipart", "text", "bytes", "events"];

/** The body of an operation, in the best media type that the SDK can write. */
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
  const entries = contentEntries(found.value.content, order);
  const [entry] = entries;
  if (!entry) {
    context.report("media-type-unsupported", found.pointer, "The request body has no content.");
    return undefined;
  }
  reportOthers(context, entries, found.pointer);
  const suggestedName = overrideOf(operation.requestBody) ?? overrideOf(found.value);
  const only = memberOf(context, found.value, entry, found.pointer);
  inspectExtensions(context.report, "body", found.value, found.pointer);
  return {
    ...(suggestedName !== undefined && { suggestedName }),
    required: found.value.required === true,
    ...contentOf(context, entry, append(found.pointer, "content", entry.key), id),
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

function reportOthers(
  context: SchemaContext,
  [used, ...others]: readonly ContentEntry[],
  pointer: Pointer,
): void {
  for (const other of others) {
    context.report(
      "media-type-ignored",
      append(pointer, "content", other.key),
      `The SDK sends \`${used?.media ?? ""}\` instead of \`${other.media}\`.`,
    );
  }
}

function contentOf(
  context: SchemaContext,
  entry: ContentEntry,
  pointer: Pointer,
  id: string,
): Pick<Body, "media" | "encoding" | "type" | "parts"> {
  inspectExtensions(context.report, "media", entry.content, pointer);
  for (const key of ["prefixEncoding", "itemEncoding"].filter((key) => key in entry.content))
    context.report("keyword-ignored", append(pointer, key), `\`${key}\` has no effect.`);
  const location = titled(
    operationLocation(append(pointer, "schema"), id, "request body"),
    entry.content,
  );
  const encoding = entry.kind === "events" ? "text" : entry.kind;
  return {
    media: mediaOf(entry),
    encoding,
    type: bodyType(context, entry, location, pointer),
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
  text: "text/plain",
  events: "text/event-stream",
};

function bodyType(
  context: SchemaContext,
  { kind, media, content }: ContentEntry,
  location: SchemaLocation,
  pointer: Pointer,
): Type {
  if (kind === "bytes") return { kind: "bytes", encoding: "binary" };
  if (kind === "text" || kind === "events") {
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
