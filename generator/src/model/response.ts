/** Responses: which are errors, and how each is read. OpenAPI 3.1, sections 4.8.16 and 4.8.17. */
import { append, parsePointer } from "../document/pointer.js";
import { deref, type Located } from "../document/refs.js";
import type {
  Document,
  HeaderObject,
  OperationObject,
  ResponseObject,
  Schema,
  SchemaObject,
} from "../document/types.js";
import { contentType, exampleDocs, itemsOf, titled } from "./body.js";
import { docsOf } from "./docs.js";
import { inspectExtensions, overrideOf } from "./extensions.js";
import { has, typesOf } from "./keywords.js";
import { isStructuredText, type MediaKind, type ContentEntry, contentEntries } from "./media.js";
import { type UsedMedia, hasSameSchema, mediaWords, usedMedia } from "./media-choice.js";
import { stringType } from "./scalar.js";
import type { SchemaContext } from "./schema-context.js";
import { operationLocation } from "./schema-location.js";
import { classOf, covers, reasonOf, statusOf } from "./status.js";
import { eventsOf, linesOf } from "./streams.js";
import { canonical } from "./type-helpers.js";
import type { OperationResponse, Field, Pointer, Type } from "./types.js";
import { isXMLValue, rootNames } from "./xml.js";

type Status = OperationResponse["status"];

/** What the responses of an operation share. */
export interface ResponseOwner {
  readonly id: string;
  readonly pointer: Pointer;
  readonly method: string;
  /** Statuses and ranges that are errors, from `x-speakeasy-errors`. */
  readonly errorStatuses: readonly string[];
  /** True for a list with pages, whose media type must be the one that has the next page. */
  readonly isPaged: boolean;
}

/** The responses of an operation in document order. */
export function responsesOf(
  context: SchemaContext,
  operation: OperationObject,
  owner: ResponseOwner,
): readonly OperationResponse[] {
  const listed = Object.entries(operation.responses ?? {}).filter(([key]) => !key.startsWith("x-"));
  const statuses = listed.map(([key]) => statusOf(key));
  const succeeds = statuses.some((status) => status !== undefined && classOf(status) === 2);
  const responses = listed.flatMap(([key, value], index) => {
    const pointer = append(owner.pointer, "responses", key);
    const status = statuses[index];
    if (status === undefined) {
      context.report("response-ignored", pointer, `\`${key}\` is not a status code.`);
      return [];
    }
    if (classOf(status) === 1) {
      const message = `\`${key}\` is an interim response, which a client never sees.`;
      context.report("response-ignored", pointer, message, "Remove the response.");
      return [];
    }
    const located = deref<ResponseObject>(context.document, value, pointer);
    if (!located)
      context.report(
        "ref-missing",
        pointer,
        "The response refers to something that does not exist.",
      );
    return located
      ? responsesFor(
          context,
          status,
          located,
          overrideOf(value),
          owner,
          isErrorStatus(status, succeeds, owner),
        )
      : [];
  });
  if (!responses.some((response) => !response.isError)) {
    context.report(
      "response-missing",
      append(owner.pointer, "responses"),
      "The operation declares no success response.",
    );
  }
  return responses;
}

/**
 * Redirects are followed, so they are no result. Next to a success, `default` means everything
 * else.
 */
function isErrorStatus(
  status: Status,
  succeeds: boolean,
  { errorStatuses }: ResponseOwner,
): boolean {
  if (errorStatuses.some((pattern) => covers(pattern, status))) return true;
  const kind = classOf(status);
  return kind !== 2 && kind !== 4 && kind !== 5 && succeeds;
}

const order: readonly MediaKind[] = [
  "json",
  "xml",
  "text",
  "bytes",
  "events",
  "lines",
  "multipart",
  "form",
];

function responsesFor(
  context: SchemaContext,
  status: Status,
  located: Located<ResponseObject>,
  override: string | undefined,
  owner: ResponseOwner,
  isError: boolean,
): readonly OperationResponse[] {
  const { value, pointer } = located;
  inspectExtensions(context.report, "response", value, pointer);
  if (value.links)
    context.report(
      "feature-unsupported",
      append(pointer, "links"),
      "Links between operations are not generated.",
    );
  const common = {
    ...errorNames(located, override, undefined),
    status,
    headers: headersOf(context, located, owner.id),
    isError,
  };
  const entries = hasBody(status, owner.method)
    ? contentEntries(context.document, value.content, order)
    : [];
  const { used, ignored } = takenOf(context, entries, owner, isError);
  for (const other of ignored) {
    context.report(
      "media-type-ignored",
      append(pointer, "content", other.key),
      `The SDK asks for \`${entries[0]?.media ?? ""}\` instead of \`${other.media}\`.`,
    );
  }
  if (used.length === 0)
    return [{ ...common, media: undefined, encoding: "empty", docs: docsOf(value) }];
  const read = used.map((entry) => readerOf(context, entry, used, located, owner, status, isError));
  // The value must say which type it has.
  const values = used.flatMap(({ content }, i) =>
    isStream(read[i]) ? [] : [valueOf(context.document, read[i], content.schema)],
  );
  const isChoice = !isError && new Set(values).size > 1;
  const response = ({ media, content }: ContentEntry, index: number): OperationResponse => ({
    ...common,
    ...errorNames(located, override, content.schema),
    media,
    encoding: "unsupported",
    ...read[index],
    ...(isChoice && !isStream(read[index]) && { isChoice }),
    docs: { ...docsOf(value), ...exampleDocs(content) },
  });
  return used.map(response);
}

/** A stream is told from other values by what it is, and needs no word of its media type. */
function isStream(reader: Reader | undefined): boolean {
  return reader?.encoding === "events" || reader?.encoding === "lines";
}

/** The type of the value that a response is read as, to compare. All strings are one type. */
function valueOf(document: Document, reader: Reader | undefined, schema?: Schema): string {
  if (reader?.encoding === "text") return "string";
  if (reader?.encoding !== "json" && reader?.encoding !== "xml") return "bytes";
  const found = typeof schema === "object" ? deref<SchemaObject>(document, schema, "") : undefined;
  return found && isString(found.value) ? "string" : canonical(reader.type);
}

/** True for a schema whose values are strings in the SDK too, and any of them. */
function isString(schema: SchemaObject): boolean {
  const isAny = !has(schema, "enum", "const", "allOf", "oneOf", "anyOf", "$ref");
  return (
    isAny && typesOf(schema).join() === "string" && /^(string|date)$/.test(stringType(schema).kind)
  );
}

/**
 * What the document says about the name of an error: an override next to the ref is of this
 * response alone, one in the component of all that refer to it.
 */
function errorNames(
  { value, pointer }: Located<ResponseObject>,
  override: string | undefined,
  schema: unknown,
): Pick<OperationResponse, "suggestedName" | "component"> {
  const inside = overrideOf(value) ?? overrideOf(schema);
  const [area, kind, key, ...rest] = parsePointer(pointer);
  const isComponent = area === "components" && kind === "responses" && rest.length === 0;
  const own = isComponent ? override : (override ?? inside);
  return {
    ...(own !== undefined && { suggestedName: own }),
    ...(isComponent &&
      key !== undefined && { component: { pointer, suggestedName: inside ?? key } }),
  };
}

/** RFC 9110 sections 9.3.2 and 15: these responses have no content. */
function hasBody(status: Status, method: string): boolean {
  return method !== "head" && status !== 204 && status !== 205 && status !== 304;
}

/** The kinds of media types that a success can be read as. */
const READ: readonly MediaKind[] = ["json", "xml", "text", "bytes", "events", "lines"];

const NOTHING_IGNORED = { ignored: [] };

/**
 * Every media type of a success that can be read, but one only for the pages of a list. The server
 * chooses the media type of an error, and an error that is not JSON has its body as a string.
 */
function takenOf(
  { document }: SchemaContext,
  entries: readonly ContentEntry[],
  { isPaged }: ResponseOwner,
  isError: boolean,
): UsedMedia {
  const [first] = entries;
  if (!first) return { used: [], ...NOTHING_IGNORED };
  if (!isError && isPaged) return { used: [first], ignored: entries.slice(1) };
  if (!isError) return usedMedia(document, entries, READ);
  const json = entries.filter(({ kind }) => kind === "json");
  const { used } = usedMedia(document, json.length === 0 ? [first] : json, ["json"]);
  return { used, ...NOTHING_IGNORED };
}

/** How a body is read, and the type that it then has. */
type Reader = Pick<OperationResponse, "encoding" | "type" | "xml" | "items" | "events">;

function readerOf(
  context: SchemaContext,
  entry: ContentEntry,
  used: readonly ContentEntry[],
  located: Located<ResponseObject>,
  owner: ResponseOwner,
  status: Status,
  isError: boolean,
): Reader {
  const { media, content } = entry;
  const { document } = context;
  const isText = entry.kind === "xml" && !isXMLValue(document, content.schema);
  const kind = isText ? "text" : entry.kind;
  const pointer = append(located.pointer, "content", entry.key);
  inspectExtensions(context.report, "media", content, pointer);
  const sequence = sequenceOf(context, entry, append(pointer, "schema"), owner);
  switch (kind) {
    case "xml":
    case "json": {
      // Entries with equal schemas are one model, and one type.
      const origin = used.find((other) => hasSameSchema(other, entry)) ?? entry;
      const own = used.indexOf(origin) === 0 ? "" : `${mediaWords(origin.media)} `;
      const words = isError ? `${reasonOf(status)} response body` : successWords(status);
      const at = append(located.pointer, "content", origin.key, "schema");
      const location = titled(operationLocation(at, owner.id, own + words), content);
      return {
        encoding: kind,
        ...(kind === "xml" && { xml: rootNames(document, content.schema, "root") }),
        type: contentType(context, content, location),
      };
    }
    case "text":
      if (isStructuredText(media))
        context.report("media-type-as-string", pointer, `\`${media}\` is returned as a string.`);
      return { encoding: "text", type: text, ...sequence };
    case "bytes":
      return { encoding: "bytes", type: { kind: "bytes", encoding: "binary" } };
    case "events":
      if (isError) return { encoding: "text", type: text };
      return { encoding: "events", ...eventsOf(context, content, pointer, owner.id) };
    case "lines": {
      const lines = isError ? undefined : linesOf(context, content, pointer, owner.id);
      if (lines) return { encoding: "lines", ...lines };
      context.report("media-type-as-string", pointer, `\`${media}\` is returned as a string.`);
      return { encoding: "text", type: text };
    }
    default:
      context.report("media-type-unsupported", pointer, `\`${media}\` is not supported.`);
      return { encoding: "unsupported" };
  }
}

/** The items of a sequence other than JSON, which the SDK returns in one piece. */
function sequenceOf(
  context: SchemaContext,
  { kind, content: { itemSchema } }: ContentEntry,
  pointer: Pointer,
  owner: ResponseOwner,
): Pick<OperationResponse, "items"> {
  if (itemSchema === undefined || kind !== "text") return {};
  const location = operationLocation(pointer, owner.id, "response body");
  return { items: itemsOf(context, itemSchema, location) };
}

const text: Type = { kind: "string" };

function successWords(status: Status): string {
  return status === 200 || status === "default"
    ? "response body"
    : `${reasonOf(status)} response body`;
}

function headersOf(
  context: SchemaContext,
  { value, pointer }: Located<ResponseObject>,
  id: string,
): readonly Field[] {
  return Object.entries(value.headers ?? {}).flatMap(([wire, header]) => {
    if (wire.toLowerCase() === "content-type") return [];
    const at = append(pointer, "headers", wire);
    const found = deref<HeaderObject>(context.document, header, at);
    if (!found)
      context.report("ref-missing", at, "The header refers to something that does not exist.");
    return found ? [headerField(context, wire, found, id)] : [];
  });
}

function headerField(
  context: SchemaContext,
  wire: string,
  { value: header, pointer }: Located<HeaderObject>,
  id: string,
): Field {
  const [media] = Object.entries(header.content ?? {});
  const schema = media ? media[1].schema : header.schema;
  const tokens = media ? ["content", media[0], "schema"] : ["schema"];
  const location = operationLocation(append(pointer, ...tokens), id, wire);
  return {
    wire,
    type: schema === undefined ? text : context.typeOf(schema, location),
    required: header.required === true,
    access: "both",
    docs: docsOf(header),
  };
}
