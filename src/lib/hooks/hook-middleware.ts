import type { Call, CallProgress } from "../call/call.js";
import type { Middleware } from "../call/middleware.js";
import { type Result, err, ok } from "../call/result.js";
import { hide } from "../errors/base.js";
import type { ClientError } from "../errors/index.js";
import { baseURL } from "../pipeline/servers.js";
import { type ClientConfig, type ClientOptions, createSettings } from "../pipeline/settings.js";
import { requestOf, withRequest } from "../transport/request.js";
import { initOf } from "../transport/transport.js";
import type { TransportResponse } from "../web/transport-response.js";
import {
  hookError,
  isNothing,
  isRequest,
  isResponse,
  runHook,
  unexpectedReturn,
} from "./run-hook.js";
import type { CallHook, CallHookContext, OperationScopes, RequestInput } from "./types.js";

/** The middleware that runs the hooks of every attempt. */
export function hookMiddleware<Options extends ClientOptions>(
  hooks: readonly CallHook<Options>[],
  options: Options,
  config: ClientConfig,
  scopes: OperationScopes,
): Middleware {
  const contextOf = contexts(options, config, scopes);
  return (next) => async (call) => {
    const context = contextOf(call);
    const sent = await prepare(hooks, context, call);
    const handled = await next(sent);
    return handled.ok && handled.value.status < 400
      ? ok(await afterSuccess(hooks, context, sent, handled.value))
      : await afterError(hooks, context, sent, handled);
  };
}

/** Returns a function that returns the context of a call, the same object for all attempts. */
function contexts<Options extends ClientOptions>(
  options: Options,
  config: ClientConfig,
  scopes: OperationScopes,
): (call: Call) => CallHookContext<Options> {
  const settings = createSettings(config, options);
  const known = new WeakMap<CallProgress, CallHookContext<Options>>();
  return (call) => {
    const { operationId, operation, options: own, progress, attempt } = call;
    let context = known.get(progress);
    if (context === undefined) {
      const required = Object.hasOwn(scopes, operationId) ? scopes[operationId] : undefined;
      const visible = {
        operationID: operationId,
        oAuth2Scopes: required ? [...required] : null,
        baseURL: baseURL(settings, operation, own),
        retryConfig: own.retries ??
          options.retryConfig ??
          operation.retries ??
          config.retries ?? { strategy: "backoff" as const },
        attempt,
      };
      hide(visible, { options });
      context = visible as CallHookContext<Options>; // the hidden member was added
      known.set(progress, context);
    }
    context.attempt = attempt;
    return context;
  };
}

/** The call as the hooks want it sent. */
async function prepare<Options>(
  hooks: readonly CallHook<Options>[],
  context: CallHookContext<Options>,
  call: Call,
): Promise<Call> {
  const isCreated = hooks.some((hook) => hook.beforeCreateRequest);
  if (!isCreated && !hooks.some((hook) => hook.beforeRequest)) return call;
  const original = isCreated ? await createRequest(hooks, context, call) : requestOf(call);
  let request = original;
  for (const hook of hooks) {
    if (!hook.beforeRequest) continue;
    const returned = await runHook(call, "beforeRequest", () =>
      hook.beforeRequest?.(context, request),
    );
    // Anything else is ignored: `headers.set()`, whose value an arrow function returns, returns an
    // object in the first releases of Node 20.
    if (isRequest(returned)) request = returned;
  }
  if (request.bodyUsed)
    throw hookError(
      call,
      "beforeRequest",
      new TypeError("the body was read; read a clone() instead"),
    );
  return await withRequest(call, request, isCreated || request !== original);
}

async function createRequest<Options>(
  hooks: readonly CallHook<Options>[],
  context: CallHookContext<Options>,
  call: Call,
): Promise<Request> {
  const name = "beforeCreateRequest";
  let input: RequestInput = { url: new URL(call.url), options: initOf(call) };
  for (const hook of hooks) {
    if (!hook.beforeCreateRequest) continue;
    const returned = await runHook(call, name, () => hook.beforeCreateRequest?.(context, input));
    if (isNothing(returned)) continue;
    if (!("url" in Object(returned)))
      throw unexpectedReturn(call, name, "an object with a url", returned);
    input = returned as RequestInput; // as just checked; `Request` checks the rest
  }
  try {
    return new Request(input.url, input.options ?? {});
  } catch (cause) {
    throw hookError(call, name, cause);
  }
}

async function afterSuccess<Options>(
  hooks: readonly CallHook<Options>[],
  context: CallHookContext<Options>,
  call: Call,
  received: TransportResponse,
): Promise<TransportResponse> {
  // The cast: with middleware, transports return a `Response`.
  let response = received as Response;
  for (const hook of hooks) {
    if (!hook.afterSuccess) continue;
    const returned = await runHook(call, "afterSuccess", () =>
      hook.afterSuccess?.(context, response),
    );
    if (!isNothing(returned) && !isResponse(returned))
      throw unexpectedReturn(call, "afterSuccess", "a Response, an Error or nothing", returned);
    response = unread(call, "afterSuccess", returned ?? response);
  }
  return response;
}

async function afterError<Options>(
  hooks: readonly CallHook<Options>[],
  context: CallHookContext<Options>,
  call: Call,
  handled: Result<TransportResponse, ClientError>,
): Promise<Result<TransportResponse, ClientError>> {
  const name = "afterError";
  let response = handled.ok ? (handled.value as Response) : null; // as in afterSuccess
  let error: unknown = handled.ok ? null : handled.error;
  for (const hook of hooks) {
    if (!hook.afterError) continue;
    let returned: unknown = await runHook(call, name, () =>
      hook.afterError?.(context, response, error),
    );
    if (isNothing(returned)) continue;
    if (isResponse(returned)) returned = { response: returned };
    const { response: next, error: failure } = Object(returned) as {
      readonly response?: unknown;
      readonly error?: unknown;
    };
    if (!isNothing(failure)) [response, error] = [null, failure];
    else if (isResponse(next)) [response, error] = [unread(call, name, next), null];
    else
      throw unexpectedReturn(
        call,
        name,
        "a Response, an Error, { response, error } or nothing",
        returned,
      );
  }
  if (response) return ok(unread(call, name, response));
  // Cast: an error of ours is one of those that the SDK returns, or the user's subclass of it.
  return err(hookError(call, name, error) as ClientError);
}

function unread(call: Call, name: string, response: Response): Response {
  if (!response.bodyUsed) return response;
  throw hookError(call, name, new TypeError("the body was read; read a clone() instead"));
}
