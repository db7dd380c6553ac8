import { hide } from "../errors/base.js";
import type { Reply } from "../web/reply.js";
import type { Call } from "./call.js";
import { maskOf } from "./mask.js";

/** A result with the exchange that led to it. */
export interface Exchange<T> {
  readonly result: T;
  readonly call?: Call | undefined;
  readonly reply?: Reply | undefined;
}

/** The request as it was sent last, without the credentials. */
export interface InspectedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What `$inspect` tells beside the result. */
export interface Inspection {
  /** As it was, or would have been, sent. `undefined` where the given one did not fit, so that there was none. */
  readonly request: InspectedRequest | undefined;
  /**
   * The answer, its body already read. `undefined` where there was none. Does not show when the inspection is logged: its
   * headers and its URL may hold what was sent.
   */
  readonly response: Reply | undefined;
}

/** What `catch` takes, with the reason typed as a plain promise has it, so that handlers of either fit both. */
// oxlint-disable-next-line typescript/no-explicit-any -- lib.es5.d.ts says any
export type OnRejected<B> = ((reason: any) => B | PromiseLike<B>) | null | undefined;

/** The promise of a function's result that can also tell how it came about. */
export class APIPromise<T> implements Promise<T> {
  readonly #exchange: Promise<Exchange<T>>;
  readonly [Symbol.toStringTag] = "APIPromise";

  constructor(exchange: Promise<Exchange<T>>) {
    this.#exchange = exchange;
  }

  // eslint-disable-next-line unicorn/no-thenable -- being awaitable is what this class is for
  then<A = T, B = never>(
    onfulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onrejected?: OnRejected<B>,
  ): Promise<A | B> {
    return this.#exchange.then(
      onfulfilled ? ({ result }) => onfulfilled(result) : ({ result }) => result as unknown as A, // as Promise.then does
      onrejected,
    );
  }

  catch<B = never>(onrejected?: OnRejected<B>): Promise<T | B> {
    return this.then(undefined, onrejected);
  }

  finally(onfinally?: (() => void) | null): Promise<T> {
    return this.then().finally(onfinally);
  }

  /** @internal The same exchange with another result. */
  _map<U>(change: (result: T) => U): Promise<Exchange<U>> {
    return this.#exchange.then((exchange) => ({ ...exchange, result: change(exchange.result) }));
  }

  /**
   * The result with the request that was sent last and the answer to it.
   *
   * @example
   * const [res, { response }] = await connectionsList(core, request).$inspect();
   * console.log(response?.headers.get("x-request-id"));
   */
  async $inspect(): Promise<[T, Inspection]> {
    const { result, call, reply } = await this.#exchange;
    const inspection = { request: call && inspected(call) };
    hide(inspection, { response: reply });
    return [result, inspection as Inspection]; // with what was hidden in it
  }
}

function inspected(call: Call): InspectedRequest {
  const mask = maskOf(call);
  return {
    method: call.method,
    url: mask(call.url),
    headers: Object.fromEntries(Object.entries(call.headers).map(([k, v]) => [k, mask(v)])),
  };
}
