import { type Transport, createAbortController, initOf } from "./transport.js";

/** What a {@link Fetcher} receives beside the request. Pass it on: `fetch(request, init)`. */
export interface FetcherInit {
  /** Aborts the request. The request's own signal may be lost (nodejs/undici#4068). */
  readonly signal?: AbortSignal;
  /** Node's dispatcher, if `fetchOptions` has one. A `Request` cannot carry it. */
  readonly dispatcher?: unknown;
}

/**
 * Sends a request in place of the runtime's `fetch`.
 *
 * @example
 * const httpClient = new HTTPClient({ fetcher: (request, init) => fetch(request, init) });
 */
export type Fetcher = (request: Request, init: FetcherInit) => Promise<Response>;

/** A transport on a user's {@link Fetcher}. */
export function fetcherTransport(fetcher: Fetcher): Transport {
  return {
    send(call) {
      const { signal, init } = call;
      const { dispatcher } = (init ?? {}) as FetcherInit; // Node's `fetch` takes one there
      const passedOn = { ...(signal && { signal }), ...(dispatcher ? { dispatcher } : {}) };
      return fetcher(new Request(call.url, initOf(call)), passedOn);
    },
    createController: createAbortController,
    sendsGETBody: false, // a `Request` cannot hold one
  };
}
