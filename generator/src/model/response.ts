/** Responses: which are errors, and how each is read. OpenAPI 3.1, sections 4.8.16 and 4.8.17. */
import { append } from "../document/pointer.js";
import { deref, type Located } from "../document/refs.js";
import type { HeaderObject, OperationObject, ResponseObject } from "../document/types.js";
import { contentType, exampleDocs, itemsOf, titled } from "./body.js";
import { docsOf } from "./docs.js";
import { inspectExtensions, overrideOf } from "./extensions.js";
import { isStructuredText, type MediaKind, type ContentEntry, contentEntries } from "./media.js";
import type { SchemaContext } from "./schema-context.js";
import { operationLocation } from "./schema-location.js";
import { classOf, covers, reasonOf, statusOf } from "./status.js";
import type { OperationResponse, Field, Pointer, Type } from "./types.js";

type Status = OperationResponse["status"];

/** What the responses of an operation share. */
export interface ResponseOwner {
  readonly id: string;
  readonly pointer: Pointer;
  readonly method: string;
  /** Statuses and ranges that are errors, from `x-speakeasy-errors`. */
  readonly errorStatuses: readonly string[];
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

const order: readonly MediaKind[] = ["json", "text", "bytes", "events", "multipart", "form"];

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
  const suggestedName = override ?? overrideOf(value);
  const common = {
    ...(suggestedName !== undefined && { suggestedName }),
    status,
    headers: headersOf(context, located, owner.id),
    isError,
  };
  const entries = hasBody(status, owner.method) ? contentEntries(value.content, order) : [];
  const taken = takenOf(entries, isError);
  for (const other of entries.filter((entry) => !taken.includes(entry))) {
    context.report(
      "media-type-ignored",
      append(pointer, "content", other.key),
      `The SDK asks for \`${entries[0]?.media ?? ""}\` instead of \`${other.media}\`.`,
    );
  }
  if (taken.length === 0)
    return [{ ...common, media: undefined, encoding: "empty", docs: docsOf(value) }];
  const response = (entry: ContentEntry): OperationResponse => ({
    ...common,
    media: entry.media,
    ...readerOf(context, entry, located, owner, status, isError),
    docs: { ...docsOf(value), ...exampleDocs(entry.content) },
  });
  return taken.map(response);
}

/** RFC 9110 sections 9.3.2 and 15: these responses have no content. */
function hasBody(status: Status, method: string): boolean {
  return method !== "head" && status !== 204 && status !== 205 && status !== 304;
}

/**
 * A success has the media type that the SDK asks for. The server chooses the media type of an
 * error.
 */
function takenOf(entries: readonly ContentEntry[], isError: boolean): readonly ContentEntry[] {
  const [first] = entries;
  if (!first) return [];
  return isError && first.kind === "json"
    ? entries.filter((entry) => entry.kind === "json")
    : [first];
}

function readerOf(
  context: SchemaContext,
  entry: ContentEntry,
  located: Located<ResponseObject>,
  owner: ResponseOwner,
  status: Status,
  isError: boolean,
): Pick<OperationResponse, "encoding" | "type" | "items"> {
  const { kind, media, content } = entry;
  const pointer = append(located.pointer, "content", entry.key);
  inspectExtensions(context.report, "media", content, pointer);
  const sequence = sequenceOf(context, entry, append(pointer, "schema"), owner);
  switch (kind) {
    case "json": {
      const words = isError ? `${reasonOf(status)} response body` : successWords(status);
      const location = titled(
        operationLocation(append(pointer, "schema"), owner.id, words),
        content,
      );
      return { encoding: "json", type: contentType(context, content, location) };
    }
    case "text":
      if (isStructuredText(media))
        context.report("media-type-as-string", pointer, `\`${media}\` is returned as a string.`);
      return { encoding: "text", type: text, ...sequence };
    case "bytes":
      return { encoding: "bytes", type: { kind: "bytes", encoding: "binary" } };
    case "events":
      context.report("media-type-unsupported", pointer, "Event streams are not supported.");
      return { encoding: "events", ...sequence };
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
  if (itemSchema === undefined || (kind !== "text" && kind !== "events")) return {};
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
  const schema = header.schema;
  const location = operationLocation(append(pointer, "schema"), id, wire);
  return {
    wire,
    type: schema === undefined ? text : context.typeOf(schema, location),
    required: header.required === true,
    access: "both",
    docs: docsOf(header),
  };
}
