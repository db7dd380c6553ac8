import type { APIPromise, OnRejected } from "../call/promise.js";
import type { Result } from "../call/result.js";
import type { Client } from "./client.js";
import type { PagedResult } from "./pages.js";
import { RawResponse } from "./raw-response.js";
import { PagedPromise, type PromiseWithResponse, withResponse } from "./unwrap.js";

/**
 * The return value of a method of a generated SDK. `await` returns the value and throws the error;
 * `withResponse()` returns the response too, and `asResponse()` the response alone, its body
 * unread.
 */
export interface MethodPromise<T> extends PromiseWithResponse<T> {
  /**
   * Resolves to the response of a success with its body unread, for a body that is large or that
   * you parse yourself. Nothing is decoded or validated, and `maxResponseBytes` does not apply.
   * Error statuses are retried and rejected as usual. `timeoutMs` ends with the headers; the
   * caller's signal aborts the body too. Read the body, or cancel it: it holds a connection.
   *
   * Call it at once, before anything else awaits the method.
   *
   * @example
   * const response = await sdk.reports.download(request).asResponse();
   * await response.body?.pipeTo(destination);
   */
  asResponse(): Promise<Response>;
}

/** What a method needs of its call to return the raw response. */
interface RawSource {
  take(result: APIPromise<Result<unknown, unknown>>): Promise<Response>;
  unwrap<T>(result: Result<T, unknown>): T;
}

/**
 * The return value of a method of a generated SDK with pages: a {@link PagedPromise} with
 * `asResponse()`.
 */
export class PagedMethodPromise<Page, Item> extends PagedPromise<Page, Item> {
  readonly #raw: RawSource;

  constructor(result: PagedResult<Page, Item, unknown>, raw: RawSource) {
    super(result);
    this.#raw = raw;
  }

  // eslint-disable-next-line unicorn/no-thenable -- as in the class that it extends
  override then<A = Page, B = never>(
    onfulfilled?: ((value: Page) => A | PromiseLike<A>) | null,
    onrejected?: OnRejected<B>,
  ): Promise<A | B> {
    return this._result.then((page) => this.#raw.unwrap(page)).then(onfulfilled, onrejected);
  }

  /** Resolves to the response of the first page with its body unread. See {@link MethodPromise}. */
  asResponse(): Promise<Response> {
    return this.#raw.take(this._result);
  }
}

/** Calls a standalone function as a method of a client, which throws the errors of the function. */
export function method<Request, Options, T>(
  call: (client: Client, request: Request, options?: Options) => APIPromise<Result<T, unknown>>,
  client: Client,
  request: Request,
  options: Options | undefined,
): MethodPromise<T> {
  const raw = new RawResponse(client);
  const result = call(raw.client, request, options);
  const promise = result.then((settled) => raw.unwrap(settled));
  return Object.assign(promise, {
    withResponse: () => withResponse(result, promise),
    asResponse: () => {
      // Whoever asks for the response learns of the error there.
      promise.catch(() => {});
      return raw.take(result);
    },
  });
}

/** Calls a standalone function with pages as a method of a client. See {@link method}. */
export function pagedMethod<Request, Options, Page, Item>(
  call: (client: Client, request: Request, options?: Options) => PagedResult<Page, Item, unknown>,
  client: Client,
  request: Request,
  options: Options | undefined,
): PagedMethodPromise<Page, Item> {
  const raw = new RawResponse(client);
  return new PagedMethodPromise(call(raw.client, request, options), raw);
}
