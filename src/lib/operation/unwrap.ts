import type { APIPromise, Inspection, OnRejected } from "../call/promise.js";
import type { Result } from "../call/result.js";
import type { PagedResult } from "./pages.js";

/** What `withResponse()` of a method resolves to: the data, and what `$inspect()` returns. */
export interface WithResponse<T> extends Inspection {
  /** What `await` returns. */
  readonly data: T;
}

/** A promise of a value that can tell of the response too. */
export interface PromiseWithResponse<T> extends Promise<T> {
  /**
   * Resolves to the data together with the response: its status and headers, the number of attempts
   * and the time that the call took. Rejects as the promise itself does.
   *
   * @example
   * const { data, response } = await sdk.connections.get(request).withResponse();
   * console.log(data, response?.status, response?.headers.get("x-request-id"));
   */
  withResponse(): Promise<WithResponse<T>>;
}

/**
 * The return value of a method with pages. `await` it for the first page, iterate over it with
 * `for await` for all pages, or over `items()` for all items. Errors are thrown.
 */
export class PagedPromise<Page, Item> implements AsyncIterable<Page>, PromiseWithResponse<Page> {
  /** @internal */
  protected readonly _result: PagedResult<Page, Item, unknown>;
  readonly [Symbol.toStringTag] = "PagedPromise";

  constructor(result: PagedResult<Page, Item, unknown>) {
    this._result = result;
  }

  // eslint-disable-next-line unicorn/no-thenable -- being awaitable is what this class is for
  then<A = Page, B = never>(
    onfulfilled?: ((value: Page) => A | PromiseLike<A>) | null,
    onrejected?: OnRejected<B>,
  ): Promise<A | B> {
    return this._result.then(valueOf).then(onfulfilled, onrejected);
  }

  catch<B = never>(onrejected?: OnRejected<B>): Promise<Page | B> {
    return this.then(undefined, onrejected);
  }

  finally(onfinally?: (() => void) | null): Promise<Page> {
    return this.then().finally(onfinally);
  }

  /** Resolves to the first page together with the response to its request. */
  withResponse(): Promise<WithResponse<Page>> {
    return withResponse(this._result);
  }

  /** Iterates over all pages, including the first one. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Page> {
    for await (const page of this._result) yield valueOf(page);
  }

  /** Iterates over the items of all pages. */
  async *items(): AsyncGenerator<Item> {
    for await (const item of this._result.items()) yield valueOf(item);
  }
}

/**
 * Turns the promise of a {@link Result} into a promise that resolves to its value or rejects with
 * its error, for methods of your own around standalone functions.
 */
// The first overload spares the compiler from comparing `then`.
export function unwrap<T>(promise: APIPromise<Result<T, unknown>>): PromiseWithResponse<T>;
export function unwrap<T>(promise: PromiseLike<Result<T, unknown>>): Promise<T>;
export function unwrap<T>(promise: PromiseLike<Result<T, unknown>>): Promise<T> {
  const value = Promise.resolve(promise).then(valueOf);
  return Object.assign(value, {
    // The cast: any other promise has no such method in its type.
    withResponse: () => withResponse(promise as APIPromise<Result<T, unknown>>, value),
  });
}

/** Turns the return value of a standalone function with pages into that of a method. */
export function unwrapPages<Page, Item>(
  result: PagedResult<Page, Item, unknown>,
): PagedPromise<Page, Item> {
  return new PagedPromise(result);
}

/** What {@link PromiseWithResponse} resolves to. `value` is the promise that has the method. */
export async function withResponse<T>(
  promise: APIPromise<Result<T, unknown>>,
  value?: Promise<unknown>,
): Promise<WithResponse<T>> {
  // Whoever asks for the response learns of the error here.
  value?.catch(() => {});
  const [result, inspection] = await promise.$inspect();
  // Not a copy, which would lack the hidden members.
  return Object.assign(inspection, { data: valueOf(result) });
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw result.error;
}
