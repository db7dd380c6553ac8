import type { InputType, ZlibOptions } from "node:zlib";

type Zlib = typeof import("node:zlib");
type Method = (
  octets: InputType,
  options: ZlibOptions,
  callback: (error: Error | null, octets: Buffer) => void,
) => void;

/** How many codings on top of each other are undone; more are an attack. As `fetch` has it. */
const MOST_CODINGS = 5;

/** How large a body may become, in octets: no text can be much longer in V8, and a small body must not take all memory. */
const MOST_OCTETS = 2 ** 29;

/**
 * Undoes the codings of a body (RFC 9110 section 8.4) as `fetch` does: a stream that is cut gives what is there, and a body with a
 * coding that is not known stays as it is.
 *
 * @param codings - The `content-encoding` of the answer.
 * @throws TypeError where the body is not what the coding says.
 */
export async function decompress(
  given: Buffer | Promise<Buffer>,
  codings: string,
): Promise<Buffer> {
  const octets = await given;
  // Nothing is no stream of any coding.
  if (octets.byteLength === 0) return octets;
  const names = codings
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  const zlib = await import("node:zlib");
  let undone = octets;
  try {
    if (names.length > MOST_CODINGS)
      throw new Error(`${names.length} content codings are too many`);
    const steps = names.map((name) => stepOf(name, zlib));
    if (steps.includes(undefined)) return octets;
    // The last one was put on last.
    for (let step = steps.pop(); step; step = steps.pop()) undone = await step(undone);
  } catch (cause) {
    throw new TypeError("terminated", { cause });
  }
  return undone;
}

type Step = (octets: Buffer) => Promise<Buffer>;

function stepOf(name: string, zlib: Zlib): Step | undefined {
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  switch (name) {
    case "gzip":
    case "x-gzip":
      return step(zlib.gunzip, Z_SYNC_FLUSH);
    case "deflate":
      // Servers send it with the zlib format's header, as they should (RFC 9110 section 8.4.1.2), and without.
      return (octets) =>
        step(((octets[0] ?? 0) & 15) === 8 ? zlib.inflate : zlib.inflateRaw, Z_SYNC_FLUSH)(octets);
    case "br":
      return step(zlib.brotliDecompress, BROTLI_OPERATION_FLUSH);
    default:
      return undefined;
  }
}

function step(method: Method, flush: number): Step {
  const options = { flush, finishFlush: flush, maxOutputLength: MOST_OCTETS };
  return (octets) =>
    new Promise((resolve, reject) => {
      method(octets, options, (error, undone) => (error ? reject(error) : resolve(undone)));
    });
}
