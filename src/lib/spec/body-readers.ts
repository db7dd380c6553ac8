import type { TransportResponse } from "../web/transport-response.js";

/**
 * How to read a success that is not JSON. JSON shows that it is truncated or still compressed; text
 * and bytes would pass for whole.
 */
export interface BodyReader {
  /** Headers for `fetch`, unless the call has its own. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether a body of a content coding is still compressed. */
  readonly isPacked: (coding: string, bytes: Uint8Array) => boolean;
  /** Reads the whole body. Defaults to reading it as text. */
  readonly readAll?: (response: TransportResponse) => Promise<Uint8Array>;
  /** Returns the value of a body that has been read as bytes. Defaults to decoding them. */
  readonly convert?: (bytes: Uint8Array) => Uint8Array;
}

/** What a body in zstd begins with (RFC 8878 section 3.1.1). */
const ZSTD_MAGIC = "40,181,47,253";

// `fetch` hides that a compressed body is truncated.
const UNCOMPRESSED = { "accept-encoding": "identity" };

// Not all runtimes know zstd.
const isPacked: BodyReader["isPacked"] = (coding, bytes) =>
  /zstd/i.test(coding) && new Uint8Array(bytes.subarray(0, 4)).join() === ZSTD_MAGIC;

/** Reads text. */
export const textReader: BodyReader = { headers: UNCOMPRESSED, isPacked };

/** Reads bytes. */
export const bytesReader: BodyReader = {
  // Not a copy of the other one, which bundlers would keep where nothing uses it.
  headers: UNCOMPRESSED,
  isPacked,
  readAll: async (response) => new Uint8Array(await response.arrayBuffer()),
  // A copy without the memory that Node's buffers share.
  convert: (bytes) => new Uint8Array(bytes),
};
