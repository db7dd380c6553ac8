import type { CallHandler } from "../call/call-middleware.js";
import type { Call } from "../call/call.js";
import type { APIPromise } from "../call/promise.js";
import type { AttemptResult } from "../call/received-response.js";
import { type Result, ok } from "../call/result.js";
import { InvalidRequestError } from "../errors/client.js";
import type { Settings } from "../pipeline/settings.js";
import { type ResponseSpec, empty, wrapValue } from "../spec/responses.js";
import { abortError } from "../transport/network.js";
import { onAbort } from "../web/signals.js";
import type { TransportResponse } from "../web/transport-response.js";
import { type Client, type Runtime, runtimeOf } from "./client.js";

/**
 * The response of one call of a method, which `asResponse()` takes before its body is read. To the
 * function it is the runtime of the client, with a pipeline that can leave the body unread.
 */
export class RawResponse implements Runtime {
  readonly #client: Client;
  #isWanted = false;
  #isRead = false;
  #response: TransportResponse | undefined;

  constructor(client: Client) {
    this.#client = client;
  }

  /** A client for this call alone. */
  get client(): Client {
    return { _runtime: () => this } as Client; // functions read nothing else of a client
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

  /** @internal */
  get settings(): Settings {
    return runtimeOf(this.#client).settings;
  }

  /** @internal Shared by all calls of the client, so that call middleware can keep state. */
  get handler(): CallHandler | undefined {
    return runtimeOf(this.#client).handler;
  }

  set handler(handler: CallHandler | undefined) {
    runtimeOf(this.#client).handler = handler;
  }

  /** @internal */
  run(call: Call): Promise<AttemptResult> {
    call.progress.takeResponse = (response) => this.#takes(call, response);
    return runtimeOf(this.#client)
      .run(call)
      .then((handled) => {
        this.#isRead = true;
        return handled.ok && this.#response
          ? ok({ ...handled.value, spec: rawSpec(this.#response) })
          : handled;
      });
  }

  #takes({ signal, progress }: Call, response: TransportResponse): boolean {
    const { status } = response;
    if (!this.#isWanted || status < 200 || status > 299) return false;
    this.#response = response;
    if (signal && progress.controller) abortWith(signal, progress.controller, response);
    return true;
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
