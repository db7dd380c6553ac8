import { deepStrictEqual } from "node:assert";
import { HTTPClient } from "../../../../src/lib/index.js";

/** What a program needs to make its clients. */
export interface Settings {
  /** The origin of the mock server. */
  readonly origin: string;
  readonly httpClient: HTTPClient;
  readonly retryConfig: { readonly strategy: "none" };
  readonly timeoutMs: number;
}

/** Fails unless a value equals the expected one. Files are compared by their content. */
export async function equal<T>(actual: T, expected: NoInfer<T>): Promise<void> {
  deepStrictEqual(await comparable(actual), await comparable(expected));
}

/**
 * Like {@link equal}, for a response that breaks its document: a value of its type cannot be
 * written.
 */
export function equalAsSent(actual: unknown, expected: unknown): Promise<void> {
  return equal(actual, expected);
}

/** Returns the error of a call. Fails if the call succeeds. */
export async function failure(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("The call succeeded.");
}

/** Collects the pages of a call. */
export async function pagesOf<Page>(call: AsyncIterable<Page>): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for await (const page of call) pages.push(page);
  return pages;
}

/** A value whose files are bytes, whose objects are plain, and that has no `undefined` members. */
async function comparable(value: unknown): Promise<unknown> {
  if (value instanceof Blob) return bytes(await value.arrayBuffer());
  if (value instanceof ReadableStream) return bytes(await new Response(value).arrayBuffer());
  if (value instanceof ArrayBuffer) return bytes(value);
  if (ArrayBuffer.isView(value)) return bytes(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof Date || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Promise.all(value.map(comparable));
  const members: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value))
    if (member !== undefined) members.push([name, await comparable(member)]);
  return Object.fromEntries(members);
}

function bytes(buffer: ArrayBufferLike, offset = 0, length = buffer.byteLength): string {
  return `bytes ${Buffer.from(buffer, offset, length).toString("base64")}`;
}
