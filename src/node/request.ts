import { type Call, hasStreamBody } from "../lib/call/call.js";
import { initOf } from "../lib/transport/transport.js";

/**
 * A request that has been sent, for hooks that are told of the answer. Passes for a `Request` (see `lazy.ts`), its method and
 * URL being known without one.
 */
export class SentRequest {
  readonly method: string;
  readonly url: string;
  readonly #call: Call;
  #real: Request | undefined;

  constructor(call: Call) {
    this.method = call.method;
    this.url = new URL(call.url).href;
    this.#call = call;
  }

  /** The `Request` that this passes for. */
  real(): Request {
    const call = this.#call;
    // A stream has been sent, and cannot be shown.
    const body = hasStreamBody(call) ? undefined : call.body;
    return (this.#real ??= new Request(call.url, initOf({ ...call, body })));
  }
}
