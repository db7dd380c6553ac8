import type { Transform } from "node:stream";
import type { ZlibOptions } from "node:zlib";

type Zlib = typeof import("node:zlib");

/** How many codings on top of each other are undone; more are an attack. As `fetch` has it. */
const MOST_CODINGS = 5;

/** How large a body may become that is asked for whole, in octets: no text can be much longer in V8, and a small body must not take all memory. */
const MOST_OCTETS = 2 ** 29;

/**
 * Undoes the codings of a body that is asked for whole, as `fetch` does: a stream that is cut gives what is there, and a body with a
 * coding that is not known stays as it is (RFC 9110 section 8.4).
 *
 * @param codings - The `content-encoding` of the answer.
 * @throws TypeError where the body is not what the coding says.
 */
export async function decompress(
  given: Buffer | Promise<Buffer>,
  codings: string,
): Promise<Buffer> {
  let octets = await given;
  // Nothing is no stream of any coding.
  if (octets.byteLength === 0) return octets;
  for (const decoder of await decodersOf(codings)) octets = await whole(decoder(octets), octets);
  return octets;
}

/**
 * The same for a body that comes by and by. No more is undone than is asked for, so that what unpacks to a thousand times its size
 * costs as much as is read of it.
 *
 * @param next - Some more of the body; `undefined` at its end.
 */
export async function* decompressed(
  next: () => Promise<Buffer | undefined>,
  codings: string,
): AsyncGenerator<Buffer, void> {
  const body = async function* (): AsyncGenerator<Buffer, void> {
    for (let octets; (octets = await next());) yield octets;
  };
  let undone = body();
  for (const decoder of await decodersOf(codings)) undone = byAndBy(decoder, undone);
  yield* undone;
}

/** A stream that undoes a coding, for a body that begins so. */
type Decoder = (octets: Buffer) => Transform;

/** In the order in which the codings are undone: the last one was put on last. */
async function decodersOf(codings: string): Promise<readonly Decoder[]> {
  const names = codings
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  if (names.length > MOST_CODINGS)
    throw terminated(new Error(`${names.length} content codings are too many`));
  const zlib = await import("node:zlib");
  const decoders: Decoder[] = [];
  for (const name of names) {
    const decoder = decoderOf(name, zlib);
    if (!decoder) return [];
    decoders.unshift(decoder);
  }
  return decoders;
}

function decoderOf(name: string, zlib: Zlib): Decoder | undefined {
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  const options = flushing(Z_SYNC_FLUSH);
  switch (name) {
    case "gzip":
    case "x-gzip":
      return () => zlib.createGunzip(options);
    case "deflate":
      // Servers send it with the zlib format's header, as they should (RFC 9110 section 8.4.1.2), and without.
      return ([first = 0]) =>
        (first & 15) === 8 ? zlib.createInflate(options) : zlib.createInflateRaw(options);
    case "br":
      return () => zlib.createBrotliDecompress(flushing(BROTLI_OPERATION_FLUSH));
    default:
      return undefined;
  }
}

function flushing(flush: number): ZlibOptions {
  return { flush, finishFlush: flush };
}

/** Listens instead of iterating, which costs small bodies a third of all that is done for them. */
function whole(decoder: Transform, octets: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    decoder
      .on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.byteLength;
        if (size > MOST_OCTETS) decoder.destroy(new RangeError(`more than ${MOST_OCTETS} octets`));
      })
      .on("error", (cause) => reject(terminated(cause)))
      .on("end", () =>
        resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)),
      )
      .end(octets);
  });
}

async function* byAndBy(
  decoderFor: Decoder,
  octets: AsyncGenerator<Buffer, void>,
): AsyncGenerator<Buffer, void> {
  const { value: first } = await octets.next();
  // Nothing is no stream of any coding.
  if (!first) return;
  const decoder = decoderFor(first);
  let broken = false;
  feed(decoder, first, octets).catch((error) => {
    broken = true;
    decoder.destroy(error);
  });
  try {
    yield* decoder;
  } catch (cause) {
    // What broke the connection says so itself.
    throw broken ? cause : terminated(cause);
  }
}

/** Writes as fast as the decoder is read. */
async function feed(
  decoder: Transform,
  first: Buffer,
  octets: AsyncGenerator<Buffer, void>,
): Promise<void> {
  const write = (chunk: Buffer): Promise<unknown> =>
    new Promise((resolve) => decoder.write(chunk, resolve));
  await write(first);
  for await (const chunk of octets) {
    await write(chunk);
    if (decoder.destroyed) return;
  }
  decoder.end();
}

function terminated(cause: unknown): TypeError {
  return new TypeError("terminated", { cause });
}
