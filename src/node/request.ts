import { type Call, hasStreamBody } from "../lib/call/call.js";
import { initOf } from "../lib/transport/transport.js";

/**
 * A request that has been sent, for the hooks that receive the response. An instance of the web's
 * `Request` (see `impersonate.ts`) that creates a real one only if members other than its method
 * and URL are read.
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

  /** The `Request` that this one stands for. */
  real(): Request {
    const call = this.#call;
    // A stream has been consumed.
    const body = hasStreamBody(call) ? undefined : call.body;
    return (this.#real ??= new Request(call.url, initOf({ ...call, body })));
  }
}
