import { inspect, types } from "node:util";
import { SDK, SDKCore, SDKError } from "connections-sdk";
import { connectionsDelete } from "connections-sdk/funcs/connectionsDelete.js";
import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { KEY, good, requests } from "./good.js";
import type { Ending, Expectation, Kind, Options, RequestOptions, Scene, Verb } from "./kind.js";
import { type RawServer, startServer } from "../support/raw-server.js";
import type { Transport } from "./transports.js";

/** One of the ways in which every kind is tried. */
export interface Variant {
  readonly transport: Transport;
  readonly style: "function" | "method";
  readonly retried: boolean;
}

/** What was seen of a kind in one variant. */
export interface Observation {
  readonly kind: Kind;
  readonly variant: Variant;
  /** `value`, or the name of the error. */
  readonly ending: string;
  readonly message: string;
  readonly attempts: number;
  readonly requests: number;
  /** What is not as the kind says; none where all is well. */
  readonly complaints: readonly string[];
}

/** No kind is to end by this limit: those that wait for one set their own. */
const LONG = 120_000;
/** How long a client may take to let go of its connections, in milliseconds. */
const GRACE = 2000;

/** Every way to try a kind over these transports. */
export function variantsOf(transports: readonly Transport[]): readonly Variant[] {
  return transports.flatMap((transport) =>
    (["function", "method"] as const).flatMap((style) =>
      [false, true].map((retried) => ({ transport, style, retried })),
    ),
  );
}

/** Tries a kind in one variant, on a server of its own, and judges what came of it. */
export async function run(kind: Kind, variant: Variant): Promise<Observation> {
  const { serve = good(kind.verb), connect, tls } = kind.server ?? {};
  const server: RawServer = await startServer({
    serve: (exchange) => serve(exchange, scene),
    connect: connect && ((socket) => connect(socket, scene)),
    tls,
  });
  const other = kind.elsewhere ? await startServer({ serve: good(kind.verb) }) : server;
  const { httpClient } = variant.transport;
  const scene: Scene = { server, other, controller: new AbortController(), httpClient };
  try {
    return await tried(kind, variant, scene);
  } finally {
    server.close();
    other.close();
  }
}

async function tried(kind: Kind, variant: Variant, scene: Scene): Promise<Observation> {
  const { transport, retried } = variant;
  let attempts = 0;
  const client = kind.client?.(scene) as Partial<Options> | undefined; // hostile on purpose
  const given: Options = {
    timeoutMs: LONG,
    allowHTTP: true,
    retryConfig: retried
      ? { strategy: "backoff", backoff: { initialInterval: 1, maxInterval: 2 } }
      : { strategy: "none" },
    ...client,
    serverURL: kind.at?.(scene.server.url) ?? scene.server.url,
    apiKeyHeader() {
      attempts++;
      return (kind.credential ?? (() => KEY))() as string;
    },
    ...(!transport.isDefault && { httpClient: client?.httpClient ?? transport.httpClient() }),
  };
  if (kind.warm) {
    await connectionsGet(new SDKCore(given), requests.get as never);
    attempts = 0;
  }
  const before = scene.server.seen.length;
  const request = kind.request ? kind.request(scene) : requests[kind.verb ?? "get"];
  const options = kind.options?.(scene) as RequestOptions | undefined; // hostile on purpose
  const untouched = [given, request, options].map(guard);

  const started = performance.now();
  const ending = await call(kind.verb ?? "get", variant.style, given, request, options);
  const took = performance.now() - started;
  if (!kind.expect.connecting) await settled(scene);

  const seen = scene.server.seen.length - before;
  const { expect } = kind;
  const at = retried ? 1 : 0;
  const expected = retried ? (expect.retried ?? expect) : expect;
  const complaints = [
    ...judged(expected, ending),
    ...counted("attempts", attempts, expect.attempts[at]),
    // A server under load may not have seen what timed out.
    ...(expected.error === "RequestTimeoutError" && seen < requestsOf(expect)[at]
      ? []
      : counted("requests", seen, requestsOf(expect)[at])),
    ...(expect.connecting ? [] : [...new Set([scene.server, scene.other])].flatMap(leaked)),
    ...untouched.flatMap((check) => check()),
    ...(retried && took < (expect.waits ?? 0) ? [`ended after ${took} ms`] : []),
    ...held("afterwards", () => expect.after?.(scene)),
  ];
  const { error } = ending;
  return {
    kind,
    variant,
    ending: error === undefined ? "value" : nameOf(error),
    message: error instanceof Error ? error.message : "",
    attempts,
    requests: seen,
    complaints,
  };
}

/** How a call ended; `broken` where it did so in a way that it never may. */
interface Ended {
  readonly value?: unknown;
  readonly error?: unknown;
  readonly broken?: string;
}

const functions = {
  get: connectionsGet,
  generate: connectionsGenerate,
  delete: connectionsDelete,
  list: connectionsList,
};

async function call(
  verb: Verb,
  style: Variant["style"],
  given: Options,
  request: unknown,
  options: RequestOptions | undefined,
): Promise<Ended> {
  let promise: PromiseLike<unknown>;
  try {
    promise =
      style === "function"
        ? functions[verb](new SDKCore(given), request as never, options)
        : new SDK(given).connections[verb](request as never, options);
  } catch (error) {
    return { error, broken: "it threw, where it may only reject" };
  }
  try {
    const value = await promise;
    if (style === "method") return { value };
    const result = value as { ok: boolean; value?: unknown; error?: unknown }; // a function's Result
    return result.ok ? { value: result.value } : { error: result.error };
  } catch (error) {
    return style === "method" ? { error } : { error, broken: "it rejected, where it never may" };
  }
}

function judged(expected: Ending, { value, error, broken }: Ended): string[] {
  if (broken !== undefined) return [broken];
  if (expected.error === undefined) {
    if (error !== undefined) return [`expected ${expected.value}, received ${text(error)}`];
    return held("the value", () => expected.check?.(value as never));
  }
  if (!(error instanceof SDKError)) return [`expected ${expected.error}, received ${text(error)}`];
  const complaints: string[] = [];
  if (error.name !== expected.error || expected.message?.test(error.message) !== true)
    complaints.push(
      `expected ${expected.error} ${String(expected.message)}, received ${text(error)}`,
    );
  // Useful, and no more than a log can take.
  if (error.message.length < 9 || error.message.length > 1000)
    complaints.push(`a message of ${error.message.length} characters`);
  // Node looks at the cause when it prints an error, and cannot print one whose cause throws then.
  const printed = types.isProxy(error.cause) ? "" : inspect(error, { depth: 20 });
  const shown = [printed, JSON.stringify(error), error.stack].join("\n");
  if (shown.includes(KEY)) complaints.push("the error shows the key");
  return [...complaints, ...held("the error", () => expected.check?.(error as never))];
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function text(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : inspect(error);
}

/** How many requests a server is to see, without and with retries. */
export function requestsOf({ requests, attempts }: Expectation): Expectation["attempts"] {
  return requests ?? attempts;
}

function counted(what: string, count: number, expected: number): string[] {
  return count === expected ? [] : [`${count} ${what} and not ${expected}`];
}

function held(what: string, check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [`${what}: ${text(error)}`];
  }
}

/** Waits until the client has let go of what it does not keep, and not for ever. */
async function settled({ server, other }: Scene): Promise<void> {
  for (let turn = 0; turn < GRACE / 4; turn++) {
    // A turn at least, for what goes wrong a moment after the end.
    await new Promise((resolve) => setTimeout(resolve, 4));
    if (leaked(server).length + leaked(other).length === 0) return;
  }
}

/**
 * Connections may stay for the next call, where nothing is left to be read from them: one, or two where the runtime did not
 * know yet that the first was free when the call went on.
 */
function leaked(server: RawServer): string[] {
  return [
    ...(server.busy() > 0 ? [`${server.busy()} connections are left open`] : []),
    ...(server.idle() > 2 ? [`${server.idle()} connections are kept`] : []),
    // Node 20's fetch makes a new one after each abort, before anybody asks.
    ...(server.unused() > 3 ? [`${server.unused()} connections were made for nothing`] : []),
  ];
}

/** Freezes what is the caller's as far as it can be frozen, so that writing to it fails, and tells later what was changed all the same. */
function guard(value: unknown): () => string[] {
  if (types.isProxy(value)) return () => [];
  if (value instanceof Headers) {
    const before = JSON.stringify([...value]);
    return () => (JSON.stringify([...value]) === before ? [] : ["the caller's headers changed"]);
  }
  if (typeof value !== "object" || value === null) return () => [];
  const plain = [Object.prototype, Array.prototype, null].includes(Object.getPrototypeOf(value));
  if (!plain || Object.isFrozen(value)) return () => [];
  Object.freeze(value);
  const checks = Object.values(Object.getOwnPropertyDescriptors(value)).map((property) =>
    guard((property as PropertyDescriptor).value),
  );
  return () => checks.flatMap((check) => check());
}
