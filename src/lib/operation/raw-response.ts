import type { APIPromise } from "../call/promise.js";
import { type Result, ok } from "../call/result.js";
import { InvalidRequestError } from "../errors/client.js";
import { abortError } from "../transport/network.js";
import { type ResponseSpec, empty, wrapValue } from "../spec/responses.js";
import type { TransportResponse } from "../web/transport-response.js";
import { onAbort } from "../web/signals.js";
import { type Client, type Runtime, runtimeOf } from "./client.js";

/** The response of one call of a method, which `asResponse()` takes before its body is read. */
export class RawResponse {
  /** A client for this call alone: the method's, except that a response can be taken. */
  readonly client: Client;
  #isWanted = false;
  #isRead = false;
  #response: TransportResponse | undefined;

  constructor(client: Client) {
    let runtime: Runtime | undefined;
    // The cast: functions read nothing else of a client.
    this.client = { _runtime: () => (runtime ??= this.#runtime(runtimeOf(client))) } as Client;
  }

  /** Resolves to the response of a success. Rejects with the error of the call otherwise. */
  async take(result: APIPromise<Result<unknown, unknown>>): Promise<Response> {
    // Later pages are other calls.
    this.#isWanted = !this.#isRead;
    const settled = await result;
    // A transport of the caller's returns what it likes; all of ours return a `Response`.
    if (this.#response) return this.#response as Response;
    throw settled.ok
      ? new InvalidRequestError(
          "asResponse: no response is left to take; call asResponse() before you await the method",
        )
      : settled.error;
  }

  /** The value of the method. */
  unwrap<T>(result: Result<T, unknown>): T {
    if (!result.ok) throw result.error;
    if (this.#response)
      throw new InvalidRequestError("The response was taken by asResponse(), its body unread");
    return result.value;
  }

  #runtime(runtime: Runtime): Runtime {
    return {
      settings: runtime.settings,
      // Shared by all calls, so that call middleware can keep state.
      get handler() {
        return runtime.handler;
      },
      set handler(handler) {
        runtime.handler = handler;
      },
      run: async (call) => {
        call.progress.takeResponse = (response) => {
          const { status } = response;
          if (!this.#isWanted || status < 200 || status > 299) return false;
          this.#response = response;
          const { controller } = call.progress;
          if (call.signal && controller) abortWith(call.signal, controller, response);
          return true;
        };
        const handled = await runtime.run(call);
        this.#isRead = true;
        return handled.ok && this.#response
          ? ok({ ...handled.value, spec: rawSpec(this.#response) })
          : handled;
      },
    };
  }
}

/** Call middleware sees the response as the value of the call. */
function rawSpec(response: TransportResponse): ResponseSpec<unknown, unknown> {
  return { ...empty("2XX"), wrap: wrapValue(() => response) };
}

/** Stops waiting for a signal when the response can no longer be read. */
let unread: FinalizationRegistry<() => void> | undefined;

/** Lets the caller's signal abort a body that is read after the call. Keeps no response alive. */
function abortWith(
  signal: AbortSignal,
  controller: Pick<AbortController, "abort">,
  response: TransportResponse,
): void {
  const stop = onAbort(signal, () => controller.abort(abortError(signal)));
  // React Native may have none. Then the signal waits as long as it lives.
  if ("FinalizationRegistry" in globalThis)
    (unread ??= new FinalizationRegistry((stopWaiting) => stopWaiting())).register(response, stop);
}
