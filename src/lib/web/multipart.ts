import { withBoundedTee } from "./bounded-tee.js";
import {
  type SentContent,
  hasOwnStream,
  isStream,
  sizeOf,
  withSize,
  withStream,
} from "./upload.js";

/** A part of a form, as it is written. */
export interface FormPart {
  readonly name: string;
  readonly content: SentContent | BufferSource;
  /** The name of a file. Without one the part is not a file. */
  readonly filename?: string | undefined;
  /** The `Content-Type` of the part. */
  readonly type?: string | undefined;
}

/** A piece of a body. */
export type Piece = FormPart["content"];

/** The pieces of a body, one after the other, and its `Content-Type`, which has the boundary. */
export interface Multipart {
  readonly pieces: readonly Piece[];
  readonly type: string;
}

/**
 * Writes a `multipart/form-data` body (RFC 7578), or another multipart type whose parts have names.
 *
 * @see https://html.spec.whatwg.org/#multipart-form-data
 */
export function writeMultipart(
  parts: readonly FormPart[],
  media: string = "multipart/form-data",
): Multipart {
  const boundary = `----form-${randomDigits()}`;
  const pieces: Piece[] = [];
  let text = "";
  for (const { name, content, filename, type } of parts) {
    text += `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"`;
    if (filename !== undefined) text += `; filename="${escapeName(filename)}"`;
    if (type !== undefined) text += `\r\nContent-Type: ${type}`;
    text += "\r\n\r\n";
    if (typeof content === "string") text += content;
    else {
      pieces.push(text, content);
      text = "";
    }
    text += "\r\n";
  }
  pieces.push(`${text}--${boundary}--\r\n`);
  return { pieces, type: `${media}; boundary=${boundary}` };
}

/** 128 random bits. A boundary must not be guessable by whoever wrote a part. */
function randomDigits(): string {
  // React Native has no `crypto`.
  const { crypto } = globalThis as { readonly crypto?: Crypto };
  const numbers = new Uint32Array(4);
  return (crypto?.getRandomValues(numbers) ?? numbers.map(() => Math.random() * 2 ** 32)).join("");
}

function escapeName(name: string): string {
  return name.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22");
}

/**
 * A body of pieces. A `Blob` has a known length, can be sent again, and reads its files only when
 * it is sent. A stream only if one of the pieces is.
 */
export function bodyOf({ pieces, type }: Multipart): Blob | ReadableStream<Uint8Array> {
  if (pieces.some(isStream)) return withSize(concat(pieces), totalSize(pieces));
  const blob = blobOf(pieces, type);
  return pieces.some(hasOwnStream) ? withStream(blob, () => concat(pieces)) : blob;
}

/** The number of bytes of all pieces; `undefined` if that of a stream is not known. */
function totalSize(pieces: readonly Piece[]): number | undefined {
  const total = pieces.reduce((sum, piece) => sum + (sizeOf(piece) ?? Number.NaN), 0);
  return Number.isNaN(total) ? undefined : total;
}

/** A `Blob` of pieces without a stream. */
export function blobOf(pieces: readonly Piece[], type = ""): Blob {
  return new Blob(pieces as BlobPart[], { type }); // as the caller has checked
}

/** One stream of all pieces. Reads nothing ahead. */
function concat(pieces: readonly Piece[]): ReadableStream<Uint8Array> {
  let next = 0;
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const cancel = async (reason: unknown): Promise<void> => {
    const open = [reader, ...pieces.slice(next).filter(isStream)];
    await Promise.all(open.map((stream) => stream?.cancel(reason)));
  };
  return withBoundedTee(
    new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          try {
            for (;;) {
              const piece = reader ? undefined : pieces[next++];
              if (piece !== undefined) reader = streamOf(piece).getReader();
              if (reader === undefined) return controller.close();
              const { done, value } = await reader.read();
              if (!done) return controller.enqueue(value);
              reader = undefined;
            }
          } catch (cause) {
            reader = undefined;
            cancel(cause).catch(() => {});
            throw cause;
          }
        },
        cancel,
      },
      { highWaterMark: 0 },
    ),
  );
}

function streamOf(piece: Piece): ReadableStream<Uint8Array> {
  if (isStream(piece)) return piece;
  return (piece instanceof Blob ? piece : blobOf([piece])).stream();
}
