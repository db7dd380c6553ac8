import type { CallHandler } from "../call/call-middleware.js";
import type { Call } from "../call/call.js";
import type { InspectableResult } from "../call/promise.js";
import { readOptions } from "../call/read-options.js";
import type { RequestOptions } from "../call/request-options.js";
import { redactor } from "../call/redact.js";
import { type Result, err } from "../call/result.js";
import { messageOf } from "../errors/base.js";
import { UnexpectedClientError } from "../errors/client.js";
import { decodeResponse } from "../pipeline/decode.js";
import { encodeCall, encodingError } from "../pipeline/encode.js";
import { reportIssues } from "../pipeline/response-issues.js";
import type { CompiledOperation } from "../spec/operation-spec.js";
import { type Client, type Runtime, runtimeOf } from "./client.js";

/** What a call carries through the user's middleware, and what it comes to. */
export interface CallContext {
  readonly runtime: Runtime;
  readonly link: string | undefined;
  /** The last request that was sent, the response to it, and what does not fit in it. */
  last: Pick<InspectableResult<unknown>, "call" | "response" | "issues">;
}

/**
 * Makes a call, through the user's call middleware. Never rejects: errors are results, and this
 * function catches what middleware throws.
 *
 * @param link - The URL of the page to request, instead of the operation's own.
 */
export async function send(
  operation: () => CompiledOperation,
  client: Client,
  request: unknown,
  givenOptions: RequestOptions | null | undefined,
  link?: string,
): Promise<InspectableResult<Result<unknown, unknown>>> {
  const started = Date.now();
  let context: CallContext | undefined;
  let result: Result<unknown, unknown>;
  try {
    const runtime = runtimeOf(client);
    const compiled = operation();
    const options = readOptions(givenOptions);
    context = { runtime, link, last: {} };
    // Composed once per client, so that middleware can keep state.
    runtime.handler ??= (runtime.settings.options.callMiddleware ?? []).reduceRight(
      (next, wrap) => wrap(next),
      sendCall,
    );
    result = await runtime.handler({ operation: compiled, request, options, context });
    // A method would reject with nothing that has a message.
    if (typeof result.ok !== "boolean" || !(result.ok || result.error))
      throw new TypeError("it did not return a Result");
  } catch (cause) {
    result = err(
      context
        ? unexpectedError(cause, context.last.call, " in call middleware")
        : encodingError(cause),
    );
  }
  const { call, response, issues } = context?.last ?? {};
  return { result, call, response, issues, durationMs: Date.now() - started };
}

/** The innermost handler: encodes the request, runs the pipeline and decodes the response. */
const sendCall: CallHandler = async ({ operation, request, options, context }) => {
  // Both are our own, passed on by middleware.
  const sending = context as CallContext;
  let call: Call | undefined;
  try {
    const { runtime, link } = sending;
    const compiled = operation as CompiledOperation;
    call = encodeCall(compiled, runtime.settings, request, options, link);
    sending.last = { call };
    const handled = await runtime.run(call);
    if (!handled.ok) return handled;
    const { value: received } = handled;
    const { settings } = runtime;
    const validation = options.responseValidation ?? settings.options.responseValidation;
    const { result, issues } = decodeResponse(received, validation === "strict");
    sending.last = { call: received.call, response: received.response, issues };
    if (issues) reportIssues(issues, received, settings);
    return received.spec?.wrap?.(result, received, { call, runtime }) ?? result;
  } catch (cause) {
    return err(call ? unexpectedError(cause, call) : encodingError(cause));
  }
};

function unexpectedError(
  cause: unknown,
  call: Call | undefined,
  where = "",
): UnexpectedClientError {
  const message = call ? redactor(call)(messageOf(cause)) : messageOf(cause);
  return new UnexpectedClientError(`Unexpected error${where}: ${message}`, { cause });
}
