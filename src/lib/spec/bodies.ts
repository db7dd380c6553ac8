import { messageOf } from "../errors/base.js";
import { SDKValidationError, issue } from "../errors/validation.js";
import { type Step, isObject, read } from "../schema/base.js";
import { openJSON } from "../schema/open.js";
import {
  type Upload,
  type UploadContent,
  isStream,
  isUpload,
  sizeOf,
  toSendable,
  typeOf,
} from "../web/upload.js";
import { type BodySender, checkStream, usesFetch } from "./body-sender.js";
import type { ContentTypeOptions } from "./content-types.js";
import { setHeader } from "./headers.js";
import { type Part, isJSON, rejectFiles } from "./parts.js";
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
  readonly write: (
    request: unknown,
    headers: Record<string, string>,
    options?: ContentTypeOptions,
    sender?: BodySender,
  ) => SentBody | undefined;
  /** Converts members of the request that no schema describes, before `write`. */
  readonly open?: Step;
  /**
   * Keeps what the body needs of the `Content-Type` that `write` has set, after the caller's
   * headers have replaced it.
   */
  readonly finish?: (headers: Record<string, string>, own: string | undefined) => void;
}

/** The path of the value that is being written, for errors. */
export type Path = (string | number)[];

/** Creates an encoder. `key` names the request member that is the body. Defaults to the request. */
export function encoder(
  key: string | undefined,
  media: string | undefined,
  write: (value: unknown, headers: Record<string, string>, path: Path) => SentBody,
): BodyEncoder {
  return {
    write(request, headers) {
      const value = key === undefined ? request : read(Object(request), key, true);
      if (value === undefined) return undefined;
      if (media !== undefined) headers["content-type"] = media;
      const path: Path = key === undefined ? [] : [key];
      try {
        return write(value, headers, path);
      } catch (cause) {
        // A message of the runtime may quote the value.
        const [
          message = "expected a value that can be serialized as the body (no cycles or bigints)",
        ] = /^expected .*/.exec(messageOf(cause)) ?? [];
        throw new SDKValidationError([issue(path, message)], undefined, { cause });
      }
    },
  };
}

/**
 * A JSON body (RFC 8259).
 *
 * @param check - Throws if the value cannot be JSON. For documents that declare a file in JSON.
 */
export function jsonBody(
  key?: string,
  media = "application/json",
  check?: (value: unknown) => void,
): BodyEncoder {
  const write = (value: unknown): string => {
    check?.(value);
    return JSON.stringify(value);
  };
  return { ...encoder(key, media, write), open: openJSON };
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
  const write = (body: unknown, _: unknown, path: Path): string =>
    eachMember(body, path, (name, value) => {
      rejectFiles(value);
      return styleOf(parts[name])(name, value, escapeForm);
    })
      .filter((pair) => pair !== undefined)
      .join("&");
  return { ...encoder(key, "application/x-www-form-urlencoded", write), open: openJSON };
}

/**
 * A body that can be a stream. Transports below `fetch` send its size as well, if it is known.
 */
export function streamable(body: BodyEncoder): BodyEncoder {
  return {
    ...body,
    write(request, headers, options, sender) {
      const written = body.write(request, headers, options, sender);
      if (!isStream(written)) return written;
      checkStream(sender);
      const size = usesFetch(sender) ? undefined : sizeOf(written);
      if (size !== undefined) headers["content-length"] = `${size}`;
      return written;
    },
  };
}

/** A text body. */
export function textBody(key?: string, media = "text/plain"): BodyEncoder {
  return encoder(key, media, (value) => scalarToString(value));
}

/**
 * A binary body: bytes, a Blob, a stream, or an `Upload` of one. A call with a stream is never
 * retried.
 *
 * @param media - The media type. If it is a range such as `image/*`, a Blob's own type is sent.
 */
export function bytesBody(key?: string, media: string = OCTETS): BodyEncoder {
  const isRange = media.includes("*");
  return streamable(
    encoder(key, isRange ? OCTETS : media, (value, headers) => {
      const upload = value as UploadContent | Upload; // validated by the `binary` schema
      const type = typeOf(upload) || (isUpload(upload) && typeOf(upload.content));
      if (isRange && type) setHeader(headers, "content-type", type);
      return toSendable(upload);
    }),
  );
}

const OCTETS = "application/octet-stream";

/** Whether a value is sent. */
export function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Writes each member of an object. Until one is written, `path` ends with its name. */
export function eachMember<T>(
  value: unknown,
  path: Path,
  write: (name: string, value: unknown) => T,
): T[] {
  const { length } = path;
  const written = Object.entries(isObject(value) ? value : {})
    .filter(([, member]) => isPresent(member))
    .map(([name, member]) => {
      path[length] = name;
      return write(name, member);
    });
  path.length = length;
  return written;
}

/** Stricter than form encoding requires. Every server decodes `%20` to a space. */
const escapeForm = encodeURIComponent;

function styleOf(part: Part | undefined): Style {
  return part?.style ?? (part && isJSON(part) ? jsonValue : formMember);
}

const formMember: Style = (name, value, escape) =>
  hasMembers(value)
    ? `${escape(name)}=${escape(JSON.stringify(value))}`
    : form(name, value, escape);
