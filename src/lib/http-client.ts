import { textOf } from "./errors/base.js";
import { UnexpectedClientError } from "./errors/client.js";
import { type Transport, initOf } from "./transport.js";

/** Sends a request: the shape of `fetch`. Called with a URL and an init, never with a `Request`. */
export type Fetcher = (input: string, init: RequestInit) => Promise<Response>;

/** Sees a request before it is sent, and may put another in its place. */
export type BeforeRequestHook = (request: Request) => Request | void | Promise<Request | void>;
/** Is told that a request got no answer. */
export type RequestErrorHook = (error: unknown, request: Request) => void | Promise<void>;
/** Is told of an answer. Reads its body only from a `clone()`. */
export type ResponseHook = (response: Response, request: Request) => void | Promise<void>;

interface Hooks {
  beforeRequest: readonly BeforeRequestHook[];
  requestError: readonly RequestErrorHook[];
  response: readonly ResponseHook[];
}

/**
 * A transport with hooks, as users of generated SDKs know it. Hooks see real `Request` and `Response` objects, which are made
 * only when there is a hook to see them. What a hook throws becomes an `UnexpectedClientError`.
 *
 * @example
 * const httpClient = new HTTPClient();
 * httpClient.addHook("beforeRequest", (request) => request.headers.set("x-tenant", "acme"));
 * const sdk = new SDK({ apiKeyHeader, httpClient });
 */
export class HTTPClient {
  readonly #fetcher: Fetcher | undefined;
  #hooks: Hooks = { beforeRequest: [], requestError: [], response: [] };

  constructor(options: { fetcher?: Fetcher | undefined } = {}) {
    this.#fetcher = options.fetcher;
  }

  /** Adds a hook; hooks of a kind run in the order in which they were added. */
  addHook<K extends keyof Hooks>(kind: K, hook: Hooks[K][number]): this {
    this.#hooks = { ...this.#hooks, [kind]: [...this.#hooks[kind], hook] };
    return this;
  }

  /** Takes a hook away. */
  removeHook<K extends keyof Hooks>(kind: K, hook: Hooks[K][number]): this {
    this.#hooks = { ...this.#hooks, [kind]: this.#hooks[kind].filter((h) => h !== hook) };
    return this;
  }

  /** A copy with the same fetcher and hooks, to be given others. */
  clone(): HTTPClient {
    const copy = new HTTPClient({ fetcher: this.#fetcher });
    copy.#hooks = this.#hooks;
    return copy;
  }

  /** @internal */
  readonly transport: Transport = async (call) => {
    const fetcher: Fetcher = this.#fetcher ?? fetch;
    const hooks = this.#hooks;
    const init = initOf(call);
    if (hooks.beforeRequest.length + hooks.requestError.length + hooks.response.length === 0)
      return fetcher(call.url, init);

    const made = new Request(call.url, init);
    let request = made;
    for (const hook of hooks.beforeRequest) {
      const answer = await guarded("beforeRequest", () => hook(request));
      // Not whatever a hook answers: `headers.set()` gives something back in the first releases of Node 20.
      if ("url" in Object(answer)) request = answer as Request; // by the type, the only thing with a URL
    }
    // A hook may have put another body in place, and a form's boundary is in the headers of its request.
    const replaced = request !== made || init.body instanceof FormData;
    const body = replaced ? request.body && (await request.arrayBuffer()) : (init.body ?? null);
    let response: Response;
    try {
      response = await fetcher(request.url, {
        ...init,
        method: request.method,
        headers: request.headers,
        body,
      });
    } catch (error) {
      for (const hook of hooks.requestError)
        await guarded("requestError", () => hook(error, request));
      throw error;
    }
    for (const hook of hooks.response) await guarded("response", () => hook(response, request));
    return response;
  };
}

async function guarded<T>(kind: string, hook: () => T | Promise<T>): Promise<T> {
  try {
    return await hook();
  } catch (cause) {
    throw new UnexpectedClientError(`A ${kind} hook failed: ${textOf(cause)}`, { cause });
  }
}
