import type { Call } from "../call/call.js";
import type { InspectableResult } from "../call/promise.js";
import type { RequestOptions } from "../call/request-options.js";
import { type Result, err } from "../call/result.js";
import type { CompiledOperation } from "../spec/operation-spec.js";
import { messageOf } from "../errors/base.js";
import { UnexpectedClientError } from "../errors/client.js";
import { decodeResponse } from "../pipeline/decode.js";
import { encodeCall, encodingError } from "../pipeline/encode.js";
import { type Client, runtimeOf } from "./client.js";

/**
 * Makes a call: encodes the request, runs the pipeline and decodes the response. Never rejects:
 * each stage returns its failures as errors, and this function catches the rest.
 *
 * @param link - The URL of the page to request, instead of the operation's own.
 */
export async function send(
  operation: () => CompiledOperation,
  client: Client,
  request: unknown,
  options: RequestOptions | null | undefined,
  link?: string,
): Promise<InspectableResult<Result<unknown, unknown>>> {
  let call: Call | undefined;
  try {
    const { settings, run } = runtimeOf(client);
    call = encodeCall(operation(), settings, request, options ?? {}, link);
    const handled = await run(call);
    if (!handled.ok) return { result: handled, call };
    const { value: received } = handled;
    return { result: decodeResponse(received), call: received.call, response: received.response };
  } catch (cause) {
    return { result: err(call ? unexpectedError(cause) : encodingError(cause)), call };
  }
}

function unexpectedError(cause: unknown): UnexpectedClientError {
  return new UnexpectedClientError(`Unexpected error: ${messageOf(cause)}`, { cause });
}
