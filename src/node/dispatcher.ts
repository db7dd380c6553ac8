/**
 * Sends requests. An `Agent`, `Pool`, `Client`, `ProxyAgent`, `EnvHttpProxyAgent` or `MockAgent` of
 * the undici package, versions 6 to 8. Recognized by its shape, so undici need not be installed.
 *
 * @see https://undici.nodejs.org/#/docs/api/Dispatcher
 */
export interface Dispatcher {
  /** Starts a request. */
  dispatch(options: never, handler: never): boolean;
}

/** The request that a dispatcher sends. */
export interface DispatchOptions {
  readonly origin: string;
  /** The path and the query. */
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: DispatchBody;
}

/**
 * The types of body that every version of undici accepts from another copy of the web's classes.
 */
export type DispatchBody = string | Uint8Array | Blob | AsyncIterable<Uint8Array> | null;

/** Response headers as dispatchers provide them: names and values in turn, or by name. */
export type RawHeaders =
  | readonly (Uint8Array | string | readonly (Uint8Array | string)[])[]
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Controls a request in progress, in the newer handler interface. */
export interface DispatchController {
  /**
   * The undecoded headers. Versions differ in how they decode the `headers` of `onResponseStart`.
   */
  readonly rawHeaders?: RawHeaders | null;
  abort(reason?: unknown): void;
  pause(): void;
  resume(): void;
}

/** Receives the response. Has both handler interfaces: of undici 6 and 7, and of undici 7 and 8. */
export interface DispatchHandler {
  onConnect(abort: (reason?: unknown) => void): void;
  onHeaders(status: number, headers: RawHeaders, resume: () => void, statusText?: string): boolean;
  onData(chunk: Uint8Array): boolean;
  onComplete(): void;
  onError(error: unknown): void;

  onRequestStart(controller: DispatchController): void;
  onResponseStart(
    controller: DispatchController,
    status: number,
    headers: RawHeaders,
    statusText?: string,
  ): void;
  onResponseData(controller: DispatchController, chunk: Uint8Array): void;
  onResponseEnd(): void;
  onResponseError(controller: DispatchController | undefined, error: unknown): void;
}

const symbols = [1, 2].map((version) => Symbol.for(`undici.globalDispatcher.${version}`));

/**
 * Returns the dispatcher of Node's `fetch`, or the one set with `setGlobalDispatcher`, which is why
 * it must be looked up for each call. Returns `undefined` in runtimes that have none.
 */
export function globalDispatcher(): Dispatcher | undefined {
  return (
    findGlobal() ??
    // Node sets it on first use of a web class.
    (typeof globalThis.Headers === "function" ? findGlobal() : undefined)
  );
}

function findGlobal(): Dispatcher | undefined {
  for (const symbol of symbols) {
    const value = (globalThis as { [symbol: symbol]: unknown })[symbol];
    if (isDispatcher(value)) return value;
  }
  return undefined;
}

function isDispatcher(value: unknown): value is Dispatcher {
  return typeof (value as Dispatcher | undefined)?.dispatch === "function";
}
