import { hide } from "../errors/base.js";
import type { Issue } from "../schema/types.js";
import type { TransportResponse } from "../web/transport-response.js";
import type { Call } from "./call.js";
import { redactHeader, redactor } from "./redact.js";

/** A result with the request and response that led to it. */
export interface InspectableResult<T> {
  readonly result: T;
  readonly call?: Call | undefined;
  readonly response?: TransportResponse | undefined;
  readonly issues?: (() => readonly Issue[]) | undefined;
  readonly durationMs?: number | undefined;
}

/** The request as it was last sent, without credentials. */
export interface InspectedRequest {
  readonly method: string;
  /** The complete URL, including the query. */
  readonly url: string;
  /** Header values by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What `$inspect()` returns beside the result. */
export interface Inspection {
  /** The request as it was last sent, or would have been. `undefined` if it failed validation. */
  readonly request: InspectedRequest | undefined;
  /**
   * The response, its body already read. `undefined` if there was none. Not shown when the
   * inspection is logged, because its headers and URL may echo what was sent.
   */
  readonly response: TransportResponse | undefined;
  /**
   * The parts of the response that do not fit its schema and were kept as they came. Empty if
   * everything fits. Not shown when the inspection is logged.
   */
  readonly issues: readonly Issue[];
  /**
   * How many attempts sent a request: 1 for a call that was not retried, 0 for one that failed
   * before anything was sent. Redirects do not count. Not shown when the inspection is logged.
   */
  readonly attempts: number;
  /**
   * How long the call took in milliseconds, from the call of the function to its result: all
   * attempts, the delays between them, reading and decoding. Not shown when the inspection is
   * logged.
   */
  readonly durationMs: number;
}

/** The argument of `catch`. `reason` has the type of lib.es5.d.ts, so any handler is accepted. */
// oxlint-disable-next-line typescript/no-explicit-any -- lib.es5.d.ts says any
export type OnRejected<B> = ((reason: any) => B | PromiseLike<B>) | null | undefined;

/**
 * The promise that standalone functions return. `await` returns the result; `$inspect()` returns
 * the request and response too.
 */
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
      // Without a handler, A is T: as in lib.es5.d.ts.
      ({ result }) => (onfulfilled ? onfulfilled(result) : (result as unknown as A)),
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
   * Resolves to the result together with the last request that was sent, the response to it, the
   * parts of it that do not fit, the number of attempts and the time that the call took.
   *
   * @example
   * const [res, { response, attempts }] = await connectionsList(core, request).$inspect();
   * console.log(response?.status, response?.headers.get("x-request-id"), attempts);
   */
  async $inspect(): Promise<[T, Inspection]> {
    const { result, call, response, issues, durationMs = 0 } = await this.#inspectable;
    const inspection = { request: call && inspected(call) };
    hide(inspection, {
      response,
      issues: issues?.() ?? [],
      attempts: call?.progress.attempts ?? 0,
      durationMs,
    });
    return [result, inspection as Inspection]; // with its hidden members
  }
}

function inspected(call: Call): InspectedRequest {
  const redact = redactor(call);
  return {
    method: call.method,
    url: redact(call.url),
    headers: Object.fromEntries(
      Object.entries(call.headers).map(([name, value]) => [
        name,
        redactHeader(call, redact, name, value),
      ]),
    ),
  };
}
