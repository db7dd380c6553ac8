import type { Transform } from "node:stream";

type Zlib = typeof import("node:zlib");

/** The maximum number of nested content codings, as in `fetch`. More are an attack. */
const MAX_CODINGS = 5;

/**
 * The maximum size of a body that is decompressed as a whole, in bytes. A small body must not
 * exhaust the memory, and V8's strings cannot be much longer.
 */
const MAX_BYTES = 2 ** 29;

/**
 * Decompresses a whole body, or the beginning that is larger than `maxBytes`. Unlike `fetch`, it
 * does not take a truncated body for a whole one. A body with an unknown coding is returned as it
 * is (RFC 9110 section 8.4).
 *
 * @param codings - The `Content-Encoding` of the response.
 * @throws TypeError if the body is not valid in its coding.
 */
export async function decompress(
  body: Buffer | Promise<Buffer>,
  codings: string,
  maxBytes: number = Infinity,
): Promise<Buffer> {
  let bytes = await body;
  // An empty body is not valid in any coding.
  if (bytes.byteLength === 0) return bytes;
  for (const createDecoder of await decodersOf(codings))
    bytes = await decodeAll(createDecoder(bytes), bytes, maxBytes);
  return bytes;
}

/**
 * Decompresses a body chunk by chunk, and only as far as it is read. A body that decompresses to a
 * thousand times its size costs as much as is read of it.
 *
 * @param next - Returns the next chunk of the body; `undefined` at its end.
 */
export async function* decompressChunks(
  next: () => Promise<Buffer | undefined>,
  codings: string,
): AsyncGenerator<Buffer, void> {
  const compressed = async function* (): AsyncGenerator<Buffer, void> {
    for (let chunk; (chunk = await next());) yield chunk;
  };
  let chunks = compressed();
  for (const createDecoder of await decodersOf(codings))
    chunks = decodeChunks(createDecoder, chunks);
  yield* chunks;
}

/** Creates the decoder of a body. Takes its first bytes, which show the variant of the coding. */
type CreateDecoder = (bytes: Buffer) => Transform;

/** The decoders in the order in which they are applied: the last coding is decoded first. */
async function decodersOf(codings: string): Promise<readonly CreateDecoder[]> {
  const names = codings
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  if (names.length > MAX_CODINGS)
    throw terminated(
      // With a code of the kind that zlib has for what cannot be decoded.
      Object.assign(
        new Error(`too many content codings: ${names.length} (maximum ${MAX_CODINGS})`),
        { code: "Z_CODINGS" },
      ),
    );
  const zlib = await import("node:zlib");
  const decoders: CreateDecoder[] = [];
  for (const name of names) {
    const decoder = decoderOf(name, zlib);
    if (!decoder) return [];
    decoders.unshift(decoder);
  }
  return decoders;
}

function decoderOf(name: string, zlib: Zlib): CreateDecoder | undefined {
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  const options = { flush: Z_SYNC_FLUSH };
  switch (name) {
    case "gzip":
    case "x-gzip":
      return () => zlib.createGunzip(options);
    case "deflate":
      // Servers send it with the header of the zlib format, as specified (RFC 9110
      // section 8.4.1.2), and without.
      return ([first = 0]) =>
        (first & 15) === 8 ? zlib.createInflate(options) : zlib.createInflateRaw(options);
    case "br":
      return () => zlib.createBrotliDecompress({ flush: BROTLI_OPERATION_FLUSH });
    default:
      return undefined;
  }
}

/** Decodes a whole body. Uses listeners, because iterating costs a third more for small bodies. */
function decodeAll(decoder: Transform, bytes: Buffer, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (): void =>
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    decoder
      .on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.byteLength;
        if (size > maxBytes) {
          end();
          decoder.destroy();
        } else if (size > MAX_BYTES) {
          decoder.destroy(new RangeError(`more than ${MAX_BYTES} bytes`));
        }
      })
      .on("error", (cause) => reject(terminated(cause)))
      .on("end", end)
      .end(bytes);
  });
}

async function* decodeChunks(
  createDecoder: CreateDecoder,
  chunks: AsyncGenerator<Buffer, void>,
): AsyncGenerator<Buffer, void> {
  const { value: first } = await chunks.next();
  // An empty body is not valid in any coding.
  if (!first) return;
  const decoder = createDecoder(first);
  let connectionFailed = false;
  feed(decoder, first, chunks).catch((error) => {
    connectionFailed = true;
    decoder.destroy(error);
  });
  try {
    yield* decoder;
  } catch (cause) {
    // The error of a connection is thrown as it is.
    throw connectionFailed ? cause : terminated(cause);
  }
}

/** Writes chunks to a decoder as fast as its output is read. */
async function feed(
  decoder: Transform,
  first: Buffer,
  chunks: AsyncGenerator<Buffer, void>,
): Promise<void> {
  const write = (chunk: Buffer): Promise<unknown> =>
    new Promise((resolve) => decoder.write(chunk, resolve));
  await write(first);
  for await (const chunk of chunks) {
    await write(chunk);
    if (decoder.destroyed) return;
  }
  decoder.end();
}

/** The error of `fetch` for a body that cannot be read. */
function terminated(cause: unknown): TypeError {
  return new TypeError("terminated", { cause });
}
