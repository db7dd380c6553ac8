/**
 * An answer, as much of the web's `Response` as the SDK needs: a `Response` is one, and a transport that is not built on
 * `fetch` need not make one.
 */
export interface TransportResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: ResponseHeaders;
  /** `opaqueredirect` where a browser hides a redirect. */
  readonly type?: string;
  readonly body: ReadableStream<Uint8Array> | null;
  readonly bodyUsed?: boolean;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The headers of an answer, as much of the web's `Headers` as the SDK needs. Names in any case. */
export interface ResponseHeaders {
  get(name: string): string | null;
  forEach(visit: (value: string, name: string) => void): void;
}
