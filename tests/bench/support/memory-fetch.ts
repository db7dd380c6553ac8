/**
 * Replaces `fetch` by the cheapest one that works: a real `Response` costs more than all that is
 * measured in memory.
 */
export function fetchFromMemory(text: string): void {
  const length = String(Buffer.byteLength(text));
  const headers: Readonly<Record<string, string>> = {
    "content-type": "application/json",
    // Without it, the body would have to be a stream, whose size is counted as it is read.
    "content-length": length,
  };
  const response = {
    status: 200,
    statusText: "OK",
    ok: true,
    headers: { get: (name: string) => headers[name] ?? null, forEach() {} },
    body: null,
    bodyUsed: false,
    text: () => Promise.resolve(text),
    json: () => Promise.resolve(JSON.parse(text) as unknown),
  };
  // as much of one as is used
  globalThis.fetch = () => Promise.resolve(response as unknown as Response);
}
