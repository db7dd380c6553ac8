/**
 * Anything that sends requests the way undici's dispatchers do: an `Agent`, `Pool`, `Client`, `ProxyAgent`, `EnvHttpProxyAgent`
 * or `MockAgent` of the undici package, versions 6 to 8. Told by its shape, so that undici and its types need not be there.
 *
 * @see https://undici.nodejs.org/#/docs/api/Dispatcher
 */
export interface Dispatcher {
  dispatch(options: never, handler: never): boolean;
}

/** What a dispatcher is asked to send. */
export interface DispatchOptions {
  readonly origin: string;
  /** Path and query. */
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: DispatchBody;
}

/** The bodies that every version of undici takes from whoever made them. */
export type DispatchBody = string | Uint8Array | Blob | AsyncIterable<Uint8Array> | null;

/** The headers of an answer as dispatchers give them: names and values in turn, or by name. */
export type RawHeaders =
  | readonly (Uint8Array | string | readonly (Uint8Array | string)[])[]
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Steers a request that is under way, for handlers of the newer contract. */
export interface DispatchController {
  /** As they came; `headers` of `onResponseStart` are decoded in one way or another by each version. */
  readonly rawHeaders?: RawHeaders | null;
  abort(reason?: unknown): void;
  pause(): void;
  resume(): void;
}

/** Is told what becomes of a request, in both ways that there are: the one of undici 6 and 7, and the one of undici 7 and 8. */
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

const places = [1, 2].map((version) => Symbol.for(`undici.globalDispatcher.${version}`));

/**
 * The dispatcher that Node's own `fetch` sends by, or that `setGlobalDispatcher` put in its place; looked up at each call for
 * that reason. `undefined` where a runtime has none there.
 */
export function globalDispatcher(): Dispatcher | undefined {
  return (
    present() ??
    // Node puts it there when the first of the web's classes is asked for.
    (typeof globalThis.Headers === "function" ? present() : undefined)
  );
}

function present(): Dispatcher | undefined {
  for (const place of places) {
    const found = (globalThis as { [place: symbol]: unknown })[place];
    if (isDispatcher(found)) return found;
  }
  return undefined;
}

function isDispatcher(value: unknown): value is Dispatcher {
  return typeof (value as Dispatcher | undefined)?.dispatch === "function";
}
