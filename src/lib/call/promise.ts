import { hide } from "../errors/base.js";
import type { TransportResponse } from "../web/transport-response.js";
import type { Call } from "./call.js";
import { redactor } from "./redact.js";

/** A result with the request and response that led to it. */
export interface InspectableResult<T> {
  readonly result: T;
  readonly call?: Call | undefined;
  readonly response?: TransportResponse | undefined;
}

/** The request as it was last sent, without credentials. */
export interface InspectedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What `$inspect()` returns beside the result. */
export interface Inspection {
  /** The request as it was sent, or would have been. `undefined` if validation failed, so that there was none. */
  readonly request: InspectedRequest | undefined;
  /**
   * The response, its body already read. `undefined` if there was none. Not shown when the inspection is logged, because its
   * headers and URL may contain what was sent.
   */
  readonly response: TransportResponse | undefined;
}

/** The argument of `catch`, with the reason typed as in lib.es5.d.ts, so that handlers for plain promises fit. */
// oxlint-disable-next-line typescript/no-explicit-any -- lib.es5.d.ts says any
export type OnRejected<B> = ((reason: any) => B | PromiseLike<B>) | null | undefined;

/** The promise that standalone functions return: resolves to the result, and gives access to the request and response. */
export class APIPromise<T> implements Promise<T> {
  readonly #inspectable: Promise<InspectableResult<T>>;
  readonly [Symbol.toStringTag] = "APIPromise";

  constructor(inspectable: Promise<InspectableResult<T>>) {
    this.#inspectable = inspectable;
  }

  // eslint-disable-next-line unicorn/no-thenable -- being awaitable is what this class is for
  then<A = T, B = never>(
    onfulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onrejected?: OnRejected<B>,
  ): Promise<A | B> {
    return this.#inspectable.then(
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

  /** @internal The same request and response with another result. */
  _map<U>(change: (result: T) => U): Promise<InspectableResult<U>> {
    return this.#inspectable.then((settled) => ({ ...settled, result: change(settled.result) }));
  }

  /**
   * Resolves to the result together with the last request that was sent and the response to it.
   *
   * @example
   * const [res, { response }] = await connectionsList(core, request).$inspect();
   * console.log(response?.headers.get("x-request-id"));
   */
  async $inspect(): Promise<[T, Inspection]> {
    const { result, call, response } = await this.#inspectable;
    const inspection = { request: call && inspected(call) };
    hide(inspection, { response });
    return [result, inspection as Inspection]; // with what was hidden in it
  }
}

function inspected(call: Call): InspectedRequest {
  const redact = redactor(call);
  return {
    method: call.method,
    url: redact(call.url),
    headers: Object.fromEntries(Object.entries(call.headers).map(([k, v]) => [k, redact(v)])),
  };
}
