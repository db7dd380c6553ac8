import {
  type Attributes,
  type Context,
  type MeterProvider,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  type TracerProvider,
  context,
  metrics,
  propagation,
  trace,
} from "@opentelemetry/api";
import type { CallMiddleware } from "../call/call-middleware.js";
import type { Call } from "../call/call.js";
import type { Middleware } from "../call/middleware.js";
import type { RequestOptions } from "../call/request-options.js";
import { SDKError } from "../errors/base.js";
import type { CallContext } from "../operation/send.js";
import { attemptAttributes, errorAttributes, metricAttributes } from "./attributes.js";
import { type Instruments, createInstruments } from "./instruments.js";

/** Options of {@link openTelemetry}. */
export interface TelemetryOptions {
  /** Creates the tracer. Defaults to the global tracer provider. */
  tracerProvider?: TracerProvider | undefined;
  /** Creates the instruments. Defaults to the global meter provider. */
  meterProvider?: MeterProvider | undefined;
  /**
   * Whether to send the trace context, such as `traceparent`, to the API. Defaults to `true`. The
   * global propagator decides what is sent. A header of the caller's takes precedence.
   */
  propagate?: boolean | undefined;
}

/** The client options that {@link openTelemetry} returns. */
export interface Telemetry {
  /** Makes a span and metrics for every call. */
  readonly callMiddleware: readonly CallMiddleware[];
  /** Makes a span and metrics for every attempt, and propagates the context. */
  readonly middleware: readonly Middleware[];
}

/**
 * Instruments a client with OpenTelemetry: a span for every call with a span for each of its
 * attempts, metrics, and context propagation. Returns client options. Without an OpenTelemetry SDK
 * in the application, nothing is recorded.
 *
 * Attributes follow the HTTP semantic conventions. They contain no credential, no header, no body,
 * and of a query only the names.
 *
 * @example
 * const sdk = new SDK({ apiKeyHeader: "<YOUR_API_KEY_HERE>", ...openTelemetry() });
 */
export function openTelemetry(options: TelemetryOptions = {}): Telemetry {
  return { callMiddleware: [aroundCalls(options)], middleware: [aroundAttempts(options)] };
}

/** What the attempts of a call need of it, and what it needs of them. */
interface CallState {
  readonly context: Context;
  attempts: number;
  /** Attributes of the last attempt. */
  last: Attributes;
}

/** Where the options of a call carry its state. A copy of the options carries it along. */
const STATE = Symbol("call state");

interface OptionsWithState extends RequestOptions {
  [STATE]?: CallState;
}

function aroundCalls(options: TelemetryOptions): CallMiddleware {
  return (next) => {
    const { tracer, instruments } = instrumentation(options);
    return async (call) => {
      const { id, method, path } = call.operation;
      const parent = context.active();
      const span = tracer.startSpan(
        id,
        {
          kind: SpanKind.CLIENT,
          attributes: {
            "sdk.operation.id": id,
            "http.request.method": method,
            "url.template": path,
          },
        },
        parent,
      );
      const state: CallState = { context: trace.setSpan(parent, span), attempts: 0, last: {} };
      const withState: OptionsWithState = { ...call.options, [STATE]: state };
      const started = performance.now();
      const end = (error: Attributes = {}): void => {
        const operation = { "sdk.operation.id": id };
        instruments.callDuration.record(secondsSince(started), { ...operation, ...error });
        instruments.attempts.record(state.attempts, operation);
        instruments.retryTokens.record(tokensOf(call.context as CallContext)); // our own
        const resends = state.attempts - 1;
        span.setAttributes({
          ...state.last,
          ...(resends > 0 && { "http.request.resend_count": resends }),
        });
        endSpan(span, error);
      };
      try {
        const result = await context.with(state.context, () =>
          next({ ...call, options: withState }),
        );
        end(result.ok ? undefined : errorAttributes(result.error));
        return result;
      } catch (cause) {
        end(errorAttributes(cause));
        throw cause;
      }
    };
  };
}

function aroundAttempts(options: TelemetryOptions): Middleware {
  return (next) => {
    const { tracer, instruments } = instrumentation(options);
    return async (call) => {
      const state = (call.options as OptionsWithState)[STATE];
      const parent = state?.context ?? context.active();
      const name = `${call.method} ${call.operation.path}`;
      const attributes = attemptAttributes(call);
      const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, parent);
      const own = trace.setSpan(parent, span);
      const measured = metricAttributes(call);
      const started = performance.now();
      let hasEnded = false;
      const end = (outcome: Attributes): void => {
        if (hasEnded) return;
        hasEnded = true;
        instruments.requestDuration.record(secondsSince(started), { ...measured, ...outcome });
        span.setAttributes(outcome);
        endSpan(span, outcome);
        if (!state) return;
        const { "error.type": _, ...known } = outcome;
        state.last = { ...measured, ...known };
      };
      // The pipeline does not wait for a transport that ignores the signal.
      const onAbort = (): void => end(errorAttributes(call.signal?.reason));
      call.signal?.addEventListener("abort", onAbort);
      if (state) state.attempts++;
      try {
        const sent = options.propagate === false ? call : withContext(call, own);
        const result = await context.with(own, () => next(sent));
        end(result.ok ? statusAttributes(result.value.status) : errorAttributes(result.error));
        return result;
      } catch (cause) {
        end(errorAttributes(cause));
        throw cause;
      } finally {
        call.signal?.removeEventListener("abort", onAbort);
      }
    };
  };
}

/** Looked up by the first call, because applications may set the global providers late. */
function instrumentation({ tracerProvider = trace, meterProvider = metrics }: TelemetryOptions): {
  readonly tracer: Tracer;
  readonly instruments: Instruments;
} {
  // The name of the package that this copy of the runtime core belongs to.
  const scope = SDKError._brand.description ?? "sdk";
  return {
    tracer: tracerProvider.getTracer(scope),
    instruments: createInstruments(meterProvider.getMeter(scope)),
  };
}

/** The call with the headers of the trace context, such as `traceparent`. */
function withContext(call: Call, own: Context): Call {
  const headers: Record<string, string> = {};
  propagation.inject(own, headers, {
    set(carrier, name, value) {
      carrier[name.toLowerCase()] = value;
    },
  });
  return { ...call, headers: { ...headers, ...call.headers } };
}

function statusAttributes(status: number): Attributes {
  return {
    "http.response.status_code": status,
    ...(status >= 400 && { "error.type": `${status}` }),
  };
}

function endSpan(span: Span, outcome: Attributes): void {
  if (outcome["error.type"] !== undefined) {
    span.setAttributes({ "error.type": outcome["error.type"] });
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

function tokensOf({ runtime }: CallContext): number {
  return runtime.settings.bucket.tokens;
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}
