import { SDKValidationError, issue } from "../errors/validation.js";
import { isObject, read } from "../schema/base.js";
import { type Style, form, hasMembers, jsonValue, scalarToString } from "./styles.js";

/** What is sent as a body. */
export type SentBody =
  | string
  | Uint8Array
  | ArrayBuffer
  | Blob
  | FormData
  | URLSearchParams
  | ReadableStream<Uint8Array>;

/** How a body is written. Made by the functions below. */
export interface BodyEncoder {
  /** Writes the body that a request holds and sets its media type; `undefined` where it holds none. */
  readonly write: (request: unknown, headers: Record<string, string>) => SentBody | undefined;
}

/** A writer of values as an encoder of requests: `key` names the member that is the body, or the request itself is. */
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
          "expected a value that can be written as the body (no cycles or bigints, no streams as parts)";
        throw new SDKValidationError([issue(key === undefined ? [] : [key], message)], undefined, {
          cause,
        });
      }
    },
  };
}

/** How one member of a form or multipart body is written, where it is not the default. */
export interface Part {
  readonly contentType?: string;
  readonly style?: Style;
}

/** JSON (RFC 8259). */
export function jsonBody(key?: string, media = "application/json"): BodyEncoder {
  return encoder(key, media, (value) => JSON.stringify(value));
}

/** JSON of an object with one member, which requests give without the object around it. */
export function memberBody(member: string, key?: string, media = "application/json"): BodyEncoder {
  return encoder(key, media, (value) => JSON.stringify({ [member]: value }));
}

/** `application/x-www-form-urlencoded`. Lists repeat the name, nested objects are JSON, unless `parts` says otherwise. */
export function formBody(key?: string, parts: Readonly<Record<string, Part>> = {}): BodyEncoder {
  return encoder(key, "application/x-www-form-urlencoded", (value) =>
    members(value)
      .map(([name, member]) => styleOf(parts[name])(name, member, escapeForm))
      .filter((pair) => pair !== undefined)
      .join("&"),
  );
}

/** `multipart/form-data` (RFC 7578). Blobs and octets are files, lists repeat the part, objects are JSON parts. */
export function multipartBody(
  key?: string,
  parts: Readonly<Record<string, Part>> = {},
): BodyEncoder {
  // No media type: the transport makes one with the boundary that it chooses.
  return encoder(key, undefined, (value) => {
    const data = new FormData();
    for (const [name, member] of members(value)) {
      for (const item of Array.isArray(member) ? (member as unknown[]) : [member]) {
        if (item !== undefined && item !== null) append(data, name, item, parts[name]?.contentType);
      }
    }
    return data;
  });
}

/** Text as it is. */
export function textBody(key?: string, media = "text/plain"): BodyEncoder {
  return encoder(key, media, (value) => scalarToString(value));
}

/** Octets as they are: bytes, a Blob or a stream. A stream is sent once and never repeated. */
export function bytesBody(key?: string, media = "application/octet-stream"): BodyEncoder {
  return encoder(key, media, (value) => value as SentBody); // the binary schema admits nothing else
}

function members(value: unknown): readonly [string, unknown][] {
  return isObject(value)
    ? Object.entries(value).filter(([, v]) => v !== undefined && v !== null)
    : [];
}

/** `encodeURIComponent` is stricter than the form encoding asks for, and every server reads `%20` as a space. */
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
    data.append(name, new Blob([value as BlobPart], typed(contentType)), name); // any buffer serves as a part
  } else if (hasMembers(value)) {
    // JSON would make `{}` of a stream, and forms have no place for one.
    const { getReader, arrayBuffer } = value;
    if (typeof (getReader ?? arrayBuffer) === "function") throw new TypeError("not a part");
    data.append(name, new Blob([JSON.stringify(value)], typed(contentType ?? "application/json")));
  } else if (contentType !== undefined) {
    data.append(name, new Blob([scalarToString(value)], typed(contentType)));
  } else data.append(name, scalarToString(value));
}

function typed(contentType: string | undefined): BlobPropertyBag {
  return contentType === undefined ? {} : { type: contentType };
}
