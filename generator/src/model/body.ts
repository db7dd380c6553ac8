/** Request bodies. OpenAPI 3.1, sections 4.8.13 to 4.8.15. */
import { isObject } from "../document/json.js";
import { append } from "../document/pointer.js";
import { deref } from "../document/refs.js";
import type {
  EncodingObject,
  MediaTypeObject,
  OperationObject,
  RequestBodyObject,
  SchemaObject,
} from "../document/types.js";
import type { Context } from "./context.js";
import { inspectExtensions, overrideOf } from "./extensions.js";
import { isStructuredText, type MediaKind, type Offer, offersOf } from "./media.js";
import { operationPlace, type Place } from "./place.js";
import type { Body, Pointer, Type } from "./types.js";
import { unknownType } from "./types-of.js";
import { docsOf, exampleOf, textOf } from "./words.js";

const order: readonly MediaKind[] = ["json", "form", "multipart", "text", "bytes", "events"];

/** The body of an operation in the first media type that we can write. */
export function bodyOf(
  context: Context,
  operation: OperationObject,
  at: Pointer,
  id: string,
): Body | undefined {
  if (operation.requestBody === undefined) return undefined;
  const pointer = append(at, "requestBody");
  const found = deref<RequestBodyObject>(context.document, operation.requestBody, pointer);
  if (!found) {
    context.report("ref-missing", pointer, "The request body refers to nothing.");
    return undefined;
  }
  const offers = offersOf(found.value.content, order);
  const [offer] = offers;
  if (!offer) {
    context.report("media-type-unsupported", found.pointer, "The request body has no content.");
    return undefined;
  }
  reportOthers(context, offers, found.pointer);
  const suggestedName = overrideOf(operation.requestBody) ?? overrideOf(found.value);
  const only = memberOf(context, found.value, offer, found.pointer);
  inspectExtensions(context.report, "body", found.value, found.pointer);
  return {
    ...(suggestedName !== undefined && { suggestedName }),
    required: found.value.required === true,
    ...contentOf(context, offer, append(found.pointer, "content", offer.key), id),
    ...(only && {
      suggestedName: suggestedName ?? only.wire,
      member: only.wire,
      type: context.typeOf(only.schema, operationPlace(only.pointer, id, only.wire)),
    }),
    docs: { ...docsOf(found.value), ...exampleDocs(offer.content, only?.wire) },
  };
}

interface OnlyMember {
  readonly wire: string;
  readonly schema: SchemaObject | boolean;
  readonly pointer: Pointer;
}

/** `x-body-member`: the member of a JSON body that requests give in place of the whole, which has no other. */
function memberOf(
  context: Context,
  body: RequestBodyObject,
  { kind, content, key }: Offer,
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
      "`x-body-member` has no effect: the body is no JSON object of just this member.",
    );
    return undefined;
  }
  return { wire: String(wire), schema, pointer: append(whole.pointer, "properties", String(wire)) };
}

/** The example of a media type, or of one member of it. */
export function exampleDocs(
  content: MediaTypeObject,
  member?: string,
): { readonly example?: unknown } {
  const whole = exampleOf(content);
  const example = member !== undefined && isObject(whole) ? whole[member] : whole;
  return example === undefined ? {} : { example };
}

function reportOthers(
  context: Context,
  [used, ...others]: readonly Offer[],
  pointer: Pointer,
): void {
  for (const other of others) {
    context.report(
      "media-type-ignored",
      append(pointer, "content", other.key),
      `\`${other.media}\` is not sent, \`${used?.media ?? ""}\` is.`,
    );
  }
}

function contentOf(
  context: Context,
  offer: Offer,
  pointer: Pointer,
  id: string,
): Pick<Body, "media" | "encoding" | "type" | "parts"> {
  inspectExtensions(context.report, "media", offer.content, pointer);
  const place = titled(
    operationPlace(append(pointer, "schema"), id, "request body"),
    offer.content,
  );
  const encoding = offer.kind === "events" ? "text" : offer.kind;
  return {
    media: mediaOf(offer),
    encoding,
    type: bodyType(context, offer, place, pointer),
    parts: partsOf(context, offer, pointer),
  };
}

/** A title names inline content, because nothing in the document points at it. */
export function titled(place: Place, content: MediaTypeObject): Place {
  const title =
    typeof content.schema === "object" && content.schema.$ref === undefined
      ? textOf(content.schema.title)
      : undefined;
  return title === undefined ? place : { ...place, name: title };
}

/** A media type that can be sent: a range is none. */
function mediaOf({ media, kind }: Offer): string {
  return media.includes("*") ? ranges[kind] : media;
}

const ranges: Readonly<Record<MediaKind, string>> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
  text: "text/plain",
  bytes: "application/octet-stream",
  events: "text/event-stream",
};

function bodyType(
  context: Context,
  { kind, media, content }: Offer,
  place: Place,
  pointer: Pointer,
): Type {
  if (kind === "bytes") return { kind: "bytes", encoding: "binary" };
  if (kind === "text" || kind === "events") {
    if (isStructuredText(media))
      context.report(
        "media-type-as-text",
        pointer,
        `\`${media}\` is sent as it is given, as text.`,
      );
    return { kind: "string" };
  }
  return content.schema === undefined ? unknownType : context.typeOf(content.schema, place);
}

function partsOf(context: Context, { kind, content }: Offer, pointer: Pointer): Body["parts"] {
  if (kind !== "form" && kind !== "multipart") return [];
  const part = ([wire, said]: readonly [string, EncodingObject]): Body["parts"][number] =>
    partOf(context, wire, said, append(pointer, "encoding", wire));
  return Object.entries(content.encoding ?? {}).map(part);
}

function partOf(
  context: Context,
  wire: string,
  said: EncodingObject,
  pointer: Pointer,
): Body["parts"][number] {
  if (said.headers) {
    context.report(
      "header-ignored",
      append(pointer, "headers"),
      `Headers of the part \`${wire}\` are not sent.`,
    );
  }
  return {
    wire,
    ...(typeof said.contentType === "string" && { contentType: said.contentType }),
    ...(said.style !== undefined && { style: said.style }),
    ...(typeof said.explode === "boolean" && { explode: said.explode }),
  };
}
