/**
 * A response from a transport: the part of the web's `Response` that the SDK uses. Every `Response`
 * is one, and a transport that is not built on `fetch` need not create one.
 */
export interface TransportResponse {
  /** The HTTP status code. */
  readonly status: number;
  /** The reason phrase: `Not Found`. Empty over HTTP/2. */
  readonly statusText: string;
  readonly headers: ResponseHeaders;
  /** `opaqueredirect` for a redirect that the browser hides. */
  readonly type?: string;
  /** The body as a stream; `null` if there is none. */
  readonly body: ReadableStream<Uint8Array> | null;
  /** Whether the body has been read. */
  readonly bodyUsed?: boolean;
  /**
   * Reads the body until it is larger than `maxBytes`, if the transport can do so at less cost than
   * through `body`.
   */
  readPrefix?(maxBytes: number): Promise<Uint8Array>;
  /** Reads the body as a string. */
  text(): Promise<string>;
  /** Reads the body as bytes. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * Response headers: the part of the web's `Headers` that the SDK uses. Names are case-insensitive.
 */
export interface ResponseHeaders {
  /**
   * Returns the value of a header, or `null` if it is missing. Repeated headers are joined by `, `.
   */
  get(name: string): string | null;
  /** Calls `visit` for each header. Names are in lower case. */
  forEach(visit: (value: string, name: string) => void): void;
}
