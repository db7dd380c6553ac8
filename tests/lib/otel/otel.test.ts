import { SpanKind, SpanStatusCode, context, propagation, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Telemetry, openTelemetry } from "../../../src/lib/otel/index.js";
import { type Client, type Middleware, method } from "../../../src/lib/index.js";
import {
  type CoreOptions,
  KEY,
  coreOf,
  thingsCreate,
  thingsGet,
  thingsList,
} from "../../support/sdk.js";
import { inTurn, respondWith, serve, silence, unusedURL } from "../../support/server.js";

const exporter = new InMemorySpanExporter();
const tracerProvider = new BasicTracerProvider({
  spanProcessors: [new SimpleSpanProcessor(exporter)],
});
const metricExporter = new InMemoryMetricExporter(AggregationTemporality.DELTA);
const reader = new PeriodicExportingMetricReader({ exporter: metricExporter });
const meterProvider = new MeterProvider({ readers: [reader] });

const one = respondWith(200, { id: "t" });
const request = { thingId: "t" };

beforeAll(() => {
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  return () => propagation.disable();
});
beforeEach(async () => {
  exporter.reset();
  await reader.forceFlush();
  metricExporter.reset();
});

function telemetry(): Telemetry {
  return openTelemetry({ tracerProvider, meterProvider });
}

function client(serverURL: string, options: CoreOptions = {}): Client {
  return coreOf(serverURL, { ...telemetry(), ...options });
}

const broken: Middleware = () => () => {
  throw new Error("broken");
};
const purge: Middleware = (next) => (call) => next({ ...call, method: "PURGE" });

const failure = (status: number): object => ({
  "http.response.status_code": status,
  "error.type": `${status}`,
});

/** The span of the call, and those of its attempts in order. */
function spans(): { call: ReadableSpan; attempts: ReadableSpan[] } {
  const all = exporter.getFinishedSpans();
  const call = all.at(-1) as ReadableSpan; // ends last
  return { call, attempts: all.slice(0, -1) };
}

const parentOf = ({ parentSpanContext }: ReadableSpan): string | undefined =>
  parentSpanContext?.spanId;

describe("spans", () => {
  test("a call has a span with a span for each of its attempts", async () => {
    const server = await serve(inTurn(respondWith(503), one));
    await thingsGet(client(server.url), request);
    const { call, attempts } = spans();
    const { hostname, port } = new URL(server.url);
    const target = { "server.address": hostname, "server.port": Number(port) };
    const about = { "http.request.method": "GET", "url.template": "/things/{thingId}" };
    expect(call.name).toBe("getThing");
    expect(call.kind).toBe(SpanKind.CLIENT);
    expect(parentOf(call)).toBeUndefined();
    expect(call.attributes).toEqual({
      ...about,
      ...target,
      "sdk.operation.id": "getThing",
      "http.response.status_code": 200,
      "http.request.resend_count": 1,
    });
    expect(call.status.code).toBe(SpanStatusCode.UNSET);
    expect(attempts.map(({ name, kind }) => [name, kind])).toEqual([
      ["GET /things/{thingId}", SpanKind.CLIENT],
      ["GET /things/{thingId}", SpanKind.CLIENT],
    ]);
    expect(attempts.map(parentOf)).toEqual([call.spanContext().spanId, call.spanContext().spanId]);
    const url = `${server.url}/things/t`;
    expect(attempts.map(({ attributes }) => attributes)).toEqual([
      {
        ...about,
        ...target,
        "url.full": url,
        "http.response.status_code": 503,
        "error.type": "503",
      },
      {
        ...about,
        ...target,
        "url.full": url,
        "http.response.status_code": 200,
        "http.request.resend_count": 1,
      },
    ]);
    expect(attempts.map(({ status }) => status.code)).toEqual([
      SpanStatusCode.ERROR,
      SpanStatusCode.UNSET,
    ]);
    expect(call.instrumentationScope.name).toBe("connections-sdk");
  });

  test("a response that asResponse takes is a success", async () => {
    const server = await serve(one);
    const raw = await method(thingsGet, client(server.url), request, undefined).asResponse();
    expect(await raw.json()).toEqual({ id: "t" });
    expect(spans().call.attributes).not.toHaveProperty("error.type");
  });

  test("an error status is the error type of the call and its attempt", async () => {
    const server = await serve(respondWith(404, { title: "gone" }));
    await thingsGet(client(server.url), request);
    const { call, attempts } = spans();
    for (const span of [call, ...attempts]) {
      expect(span.attributes).toMatchObject({
        "http.response.status_code": 404,
        "error.type": "404",
      });
      expect(span.status).toEqual({ code: SpanStatusCode.ERROR });
    }
  });

  test("a failed connection has the error code as its type", async () => {
    const options = { retryConfig: { strategy: "none" as const } };
    await thingsGet(client(await unusedURL(), options), request);
    const { call, attempts } = spans();
    expect(attempts).toHaveLength(1);
    for (const span of [call, ...attempts])
      expect(span.attributes["error.type"]).toBe("ECONNREFUSED");
  });

  test("a timeout and an abort have the name of the error as their type", async () => {
    const server = await serve(silence);
    const retryConfig = { strategy: "none" as const };
    await thingsGet(client(server.url, { retryConfig, timeoutMs: 50 }), request);
    expect(exporter.getFinishedSpans().map(({ attributes }) => attributes["error.type"])).toEqual([
      "RequestTimeoutError",
      "RequestTimeoutError",
    ]);
    exporter.reset();
    const signal = AbortSignal.timeout(50);
    await thingsGet(client(server.url, { retryConfig }), request, { signal });
    expect(exporter.getFinishedSpans().map(({ attributes }) => attributes["error.type"])).toEqual([
      "RequestAbortedError",
      "RequestAbortedError",
    ]);
  });

  test("a transport that ignores the signal leaves no span open", async () => {
    const httpClient = {
      send: () => new Promise<never>(() => {}),
      createController: () => new AbortController(),
    };
    const retryConfig = { strategy: "none" as const };
    await thingsGet(
      client("http://localhost", { httpClient, retryConfig, timeoutMs: 20 }),
      request,
    );
    expect(exporter.getFinishedSpans()).toHaveLength(2);
  });

  test("a request that fails validation has a span without attempts", async () => {
    await thingsGet(client("http://localhost"), { thingId: "" });
    const { call, attempts } = spans();
    expect(attempts).toEqual([]);
    expect(call.attributes["error.type"]).toBe("SDKValidationError");
  });

  test("middleware that throws ends the spans", async () => {
    const server = await serve(one);
    const { callMiddleware, middleware } = telemetry();
    await thingsGet(
      coreOf(server.url, { callMiddleware, middleware: [...middleware, broken] }),
      request,
    );
    expect(exporter.getFinishedSpans()).toHaveLength(2);
  });

  test("a method of its own is _OTHER, with its name beside it", async () => {
    const server = await serve(one);
    const { callMiddleware, middleware } = telemetry();
    await thingsGet(
      coreOf(server.url, { callMiddleware, middleware: [purge, ...middleware] }),
      request,
    );
    expect(spans().attempts[0]?.attributes).toMatchObject({
      "http.request.method": "_OTHER",
      "http.request.method_original": "PURGE",
    });
  });
});

describe("context", () => {
  const manager = new AsyncLocalStorageContextManager();
  beforeEach(() => void context.setGlobalContextManager(manager.enable()));
  afterEach(() => context.disable());

  test("every attempt sends the trace context of its own span", async () => {
    const server = await serve(inTurn(respondWith(503), one));
    await thingsGet(client(server.url), request);
    const sent = server.seen.map(({ headers }) => headers["traceparent"]);
    expect(sent).toEqual(
      spans().attempts.map((span) => {
        const { traceId, spanId } = span.spanContext();
        return `00-${traceId}-${spanId}-01`;
      }),
    );
  });

  test("a header of the caller's takes precedence, and `propagate: false` sends none", async () => {
    const server = await serve(one);
    const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    await thingsGet(client(server.url), request, { headers: { traceparent } });
    expect(server.last().headers["traceparent"]).toBe(traceparent);
    await thingsGet(
      coreOf(server.url, { ...openTelemetry({ tracerProvider, propagate: false }) }),
      request,
    );
    expect(server.last().headers["traceparent"]).toBeUndefined();
  });

  test("spans are children of the caller's span, whatever runs at the same time", async () => {
    const server = await serve(one);
    const sdk = client(server.url);
    const tracer = tracerProvider.getTracer("test");
    const roots = await Promise.all(
      ["a", "b", "c"].map((name) =>
        tracer.startActiveSpan(name, async (span) => {
          await thingsGet(sdk, request);
          span.end();
          return span.spanContext();
        }),
      ),
    );
    const calls = exporter.getFinishedSpans().filter(({ name }) => name === "getThing");
    expect(new Set(calls.map(parentOf))).toEqual(new Set(roots.map(({ spanId }) => spanId)));
  });

  test("code inside of the call and of the attempt sees their spans", async () => {
    const server = await serve(one);
    const seen: (string | undefined)[] = [];
    const inside: Middleware = (next) => (call) => {
      seen.push(trace.getActiveSpan()?.spanContext().spanId);
      return next(call);
    };
    const { callMiddleware, middleware } = telemetry();
    await thingsGet(
      coreOf(server.url, { callMiddleware, middleware: [inside, ...middleware, inside] }),
      request,
    );
    const { call, attempts } = spans();
    expect(seen).toEqual([call, attempts[0]].map((span) => span?.spanContext().spanId));
  });
});

test("without a context manager attempts are still children of their call", async () => {
  const server = await serve(one);
  const sdk = client(server.url);
  await Promise.all([thingsGet(sdk, request), thingsGet(sdk, request)]);
  const all = exporter.getFinishedSpans();
  const calls = all.filter(({ name }) => name === "getThing");
  const attempts = all.filter(({ name }) => name !== "getThing");
  expect(new Set(attempts.map(parentOf))).toEqual(
    new Set(calls.map((span) => span.spanContext().spanId)),
  );
});

test("no attribute, name or event contains a credential or a value of the query", async () => {
  const secret = "canary-secret-4711";
  const server = await serve(respondWith(400, { title: `no ${secret} ${KEY}` }));
  const sdk = client(server.url);
  await thingsList(sdk, {
    projectId: "p",
    groupRef: secret,
    tags: [secret],
    requestTag: secret,
    session: secret,
  });
  await thingsCreate(sdk, { id: secret }, { headers: { authorization: `Bearer ${secret}` } });
  await reader.forceFlush();
  const all = exporter.getFinishedSpans();
  const exported = JSON.stringify([
    ...all.map(({ name, attributes, events, links, status }) => ({
      name,
      attributes,
      events,
      links,
      status,
    })),
    metricExporter
      .getMetrics()
      .map(({ scopeMetrics }) =>
        scopeMetrics.map(({ metrics }) => metrics.map(({ dataPoints }) => dataPoints)),
      ),
  ]);
  expect(exported).not.toContain(secret);
  expect(exported).not.toContain(KEY);
  const [attempt] = all;
  expect(attempt?.attributes["url.full"]).toBe(
    `${server.url}/projects/p/things?groupRef=REDACTED&tags=REDACTED`,
  );
});

test("calls, requests, attempts and the retry budget are measured", async () => {
  const server = await serve(inTurn(respondWith(503), one, respondWith(404, {})));
  const sdk = client(server.url);
  await thingsGet(sdk, request);
  await thingsGet(sdk, request);
  await reader.forceFlush();
  const { hostname, port } = new URL(server.url);
  const target = {
    "http.request.method": "GET",
    "server.address": hostname,
    "server.port": Number(port),
  };
  const points = Object.fromEntries(
    metricExporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics))
      .map(({ descriptor: { name, unit }, dataPoints }) => [
        `${name} ${unit}`,
        dataPoints.map(({ attributes, value }) => ({
          ...attributes,
          value: typeof value === "number" ? value : value.count,
        })),
      ]),
  );
  const operation = { "sdk.operation.id": "getThing" };
  expect(points).toEqual({
    "http.client.request.duration s": [
      { ...target, ...failure(503), value: 1 },
      { ...target, "http.response.status_code": 200, value: 1 },
      { ...target, ...failure(404), value: 1 },
    ],
    "sdk.client.call.duration s": [
      { ...operation, value: 1 },
      { ...operation, "error.type": "404", value: 1 },
    ],
    "sdk.client.call.attempts {attempt}": [{ ...operation, value: 2 }],
    "sdk.client.retry.tokens {token}": [{ value: 500 }],
  });
});

test("without an OpenTelemetry SDK in the application, calls work and nothing is recorded", async () => {
  const server = await serve(one);
  const res = await thingsGet(coreOf(server.url, { ...openTelemetry() }), request);
  expect(res).toEqual({ ok: true, value: { id: "t" } });
  expect(server.last().headers["traceparent"]).toBeUndefined();
});
