import { SDKValidationError, issue } from "../errors/validation.js";
import { type Step, isObject, member, read } from "../schema/base.js";
import { openJSON } from "../schema/open.js";
import { isBinary } from "../schema/scalars.js";
import { type Style, form, hasMembers, jsonValue, scalarToString } from "./styles.js";

/** A body as it is passed to the transport. */
export type SentBody =
  | string
  | Uint8Array
  | ArrayBuffer
  | Blob
  | FormData
  | URLSearchParams
  | ReadableStream<Uint8Array>;

/** Serializes the body of a request. Created by the functions below. */
export interface BodyEncoder {
  /** Returns the body of a request, if it has one, and sets the `Content-Type`. */
  readonly write: (request: unknown, headers: Record<string, string>) => SentBody | undefined;
  /** Converts members of the request that no schema describes, before `write`. */
  readonly open?: Step;
}

/** Creates an encoder. `key` names the request member that is the body. Defaults to the request. */
function encoder(
  key: string | undefined,
  media: string | undefined,
  write: (value: unknown) => SentBody,
): BodyEncoder {
  return {
    write(request, headers) {
      const value = key === undefined ? request : read(Object(request), key, true);
      if (value === undefined) return undefined;
      if (media !== undefined) headers["content-type"] = media;
      try {
        return write(value);
      } catch (cause) {
        const message =
          "expected a value that can be serialized as the body (no cycles or bigints, no streams as parts)";
        throw new SDKValidationError([issue(key === undefined ? [] : [key], message)], undefined, {
          cause,
        });
      }
    },
  };
}

/** How to serialize a member of a form or multipart body, if not by default. */
export interface Part {
  /** The content type of the part. */
  readonly contentType?: string;
  /** The style of the form member. */
  readonly style?: Style;
}

/** A JSON body (RFC 8259). */
export function jsonBody(key?: string, media = "application/json"): BodyEncoder {
  return { ...encoder(key, media, (value) => JSON.stringify(value)), open: openJSON };
}

/** A JSON body with a single member. Requests hold the value of that member. */
export function memberBody(name: string, key?: string, media = "application/json"): BodyEncoder {
  return { ...encoder(key, media, (value) => JSON.stringify({ [name]: value })), open: openJSON };
}

/**
 * An `application/x-www-form-urlencoded` body. Arrays repeat the name and nested objects are JSON,
 * unless `parts` says otherwise.
 */
export function formBody(key?: string, parts: Readonly<Record<string, Part>> = {}): BodyEncoder {
  const write = (value: unknown): string =>
    members(value)
      .map(([name, member]) => styleOf(parts[name])(name, member, escapeForm))
      .filter((pair) => pair !== undefined)
      .join("&");
  return { ...encoder(key, "application/x-www-form-urlencoded", write), open: openJSON };
}

/**
 * A `multipart/form-data` body (RFC 7578). Blobs and bytes are files, arrays repeat the part,
 * objects are JSON parts.
 */
export function multipartBody(
  key?: string,
  parts: Readonly<Record<string, Part>> = {},
): BodyEncoder {
  const write = (value: unknown): FormData => {
    const data = new FormData();
    for (const [name, member] of members(value)) {
      for (const item of Array.isArray(member) ? (member as unknown[]) : [member]) {
        if (item !== undefined && item !== null) append(data, name, item, parts[name]?.contentType);
      }
    }
    return data;
  };
  // No content type: the transport sets it, with the boundary that it chooses.
  return { ...encoder(key, undefined, write), open: openPart };
}

/** A part that no schema describes: a file, several of them, or JSON. */
const openPart: Step = (value, walk) => {
  if (Array.isArray(value))
    return Array.from(value as unknown[], (item, i) => member(openPart, item, walk, i));
  return typeof value === "object" && value !== null && isBinary(value)
    ? value
    : openJSON(value, walk);
};

/** A text body. */
export function textBody(key?: string, media = "text/plain"): BodyEncoder {
  return encoder(key, media, (value) => scalarToString(value));
}

/** A binary body: bytes, a Blob or a stream. A call with a stream is never retried. */
export function bytesBody(key?: string, media = "application/octet-stream"): BodyEncoder {
  return encoder(key, media, (value) => value as SentBody); // validated by the `binary` schema
}

function members(value: unknown): readonly [string, unknown][] {
  return isObject(value)
    ? Object.entries(value).filter(([, v]) => v !== undefined && v !== null)
    : [];
}

/** Stricter than form encoding requires. Every server decodes `%20` to a space. */
const escapeForm = encodeURIComponent;

function styleOf(part: Part | undefined): Style {
  return part?.style ?? (part?.contentType?.includes("json") ? jsonValue : formMember);
}

const formMember: Style = (name, value, escape) =>
  hasMembers(value)
    ? `${escape(name)}=${escape(JSON.stringify(value))}`
    : form(name, value, escape);

function append(
  data: FormData,
  name: string,
  value: unknown,
  contentType: string | undefined,
): void {
  if (value instanceof Blob) {
    const file = value.type || !contentType ? value : value.slice(0, value.size, contentType);
    data.append(name, file, "name" in value && typeof value.name === "string" ? value.name : name);
  } else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    // The cast: TypeScript's DOM types exclude shared buffers.
    data.append(name, new Blob([value as BlobPart], blobOptions(contentType)), name);
  } else if (hasMembers(value)) {
    // A stream would become `{}` as JSON, and FormData does not support streams.
    const { getReader, arrayBuffer } = value;
    if (typeof (getReader ?? arrayBuffer) === "function")
      throw new TypeError("a stream cannot be a part");
    const type = contentType ?? "application/json";
    data.append(name, new Blob([JSON.stringify(value)], blobOptions(type)));
  } else if (contentType !== undefined) {
    data.append(name, new Blob([scalarToString(value)], blobOptions(contentType)));
  } else data.append(name, scalarToString(value));
}

function blobOptions(contentType: string | undefined): BlobPropertyBag {
  return contentType === undefined ? {} : { type: contentType };
}
