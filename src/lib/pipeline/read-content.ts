import type { Call } from "../call/call.js";
import { redactor } from "../call/redact.js";
import type { ReceivedResponse } from "../call/received-response.js";
import { rootCause } from "../errors/base.js";
import { ResponseValidationError, issue } from "../errors/validation.js";
import { readPrefix } from "../web/body.js";
import type { TransportResponse } from "../web/transport-response.js";
import { MAX_ERROR_BODY_LENGTH } from "./decode.js";

/** How much of the body of an error is read, in bytes. Servers may send errors of any size. */
const MAX_ERROR_BYTES = 1_000_000;

/**
 * Codes of zlib for a body that is not in its coding. Not `Z_BUF_ERROR`, a body that is cut: what
 * broke then is the connection.
 */
const NOT_IN_CODING = /^Z_(?!BUF)|^ERR__|BROTLI|ZSTD/;

/**
 * The content codings that runtimes unpack (RFC 9110 section 8.4.1). They leave a body packed if
 * the list has an empty item or `identity` beside others.
 */
export const CODINGS: RegExp =
  /^(?:identity|(?:(?:(?:x-)?gzip|deflate|br|zstd)(?:\s*,\s*(?!$)|$))*)$/i;

/**
 * Reads the body of a response: a success up to `maxResponseBytes`, an error up to a megabyte. What
 * counts is the unpacked size, so that a small body which unpacks to a huge one costs no more than
 * the limit.
 *
 * @throws ResponseValidationError if a success is larger, or cannot be unpacked or decoded.
 */
export async function readContent(
  call: Call,
  response: TransportResponse,
  spec: ReceivedResponse["spec"],
  charset: string,
  maxResponseBytes: number,
): Promise<ReceivedResponse["content"]> {
  const isSuccess = spec?.media !== undefined && !spec.error;
  const reader = spec?.reader;
  const unusable = (
    message: string,
    cause?: unknown,
    bytes: Uint8Array = new Uint8Array(),
  ): Error => {
    const body = new TextDecoder().decode(bytes.subarray(0, MAX_ERROR_BODY_LENGTH));
    return new ResponseValidationError(
      response.status,
      [issue([], redactor(call)(message))],
      undefined,
      {
        body,
        cause,
      },
    );
  };
  const maxBytes = isSuccess ? maxResponseBytes : MAX_ERROR_BYTES;
  const coding = response.headers.get("content-encoding") ?? "";
  const length = response.headers.get("content-length");
  // The headers say that the body is not larger, unless it is compressed.
  const isWithin = !coding && (maxBytes === Infinity || (length && Number(length) <= maxBytes));
  const unknownCoding = (): Error =>
    unusable(`expected a known content coding, received ${coding}`);
  // What nobody unpacked would pass for the body.
  if (isSuccess && coding && !CODINGS.test(coding)) throw unknownCoding();
  try {
    // The usual way, which platforms and transports make fast.
    if (isWithin && reader?.readAll) return await reader.readAll(response);
    if (isWithin && charset === "utf-8") return await response.text();
    // `body` is read last, because a transport may have to create a stream for it.
    const bytes = response.readPrefix
      ? await response.readPrefix(maxBytes)
      : response.body && (await readPrefix(response.body, maxBytes));
    if (!bytes) return reader?.convert?.(new Uint8Array()) ?? "";
    if (isSuccess && bytes.length > maxBytes)
      throw unusable(`expected at most ${maxBytes} bytes (maxResponseBytes)`, undefined, bytes);
    if (reader?.isPacked(coding, bytes)) throw unknownCoding();
    return reader?.convert?.(bytes) ?? new TextDecoder(charset).decode(bytes);
  } catch (cause) {
    const [, code = ""] = rootCause(cause);
    const isCharset = cause instanceof RangeError;
    if (!isCharset && !NOT_IN_CODING.test(code)) throw cause;
    // The status of an error tells enough.
    if (!isSuccess) return "";
    const expected = isCharset ? `known charset, received ${charset}` : "body in its coding";
    throw unusable(`expected a ${expected}`, cause);
  }
}
