import { inspect, types } from "node:util";
import { SDK, SDKCore, SDKError } from "connections-sdk";
import { connectionsDelete } from "connections-sdk/funcs/connectionsDelete.js";
import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import type { OAuthClientCredentials } from "../../src/lib/oauth/index.js";
import { withTokens } from "./with-tokens.js";
import { KEY, good, requests } from "./good.js";
import type { Ending, Expectation, Kind, Options, RequestOptions, Scene, Verb } from "./kind.js";
import { type RawServer, startServer } from "../support/raw-server.js";
import type { Transport } from "./transports.js";

/** A variant in which every kind is tried. */
export interface Variant {
  readonly transport: Transport;
  readonly style: "function" | "method";
  readonly retried: boolean;
}

/** The result of a kind in one variant. */
export interface Observation {
  readonly kind: Kind;
  readonly variant: Variant;
  /** `value`, or the name of the error. */
  readonly ending: string;
  readonly message: string;
  readonly attempts: number;
  readonly requests: number;
  /** What differs from what the kind expects; none if all is well. */
  readonly complaints: readonly string[];
}

/** A timeout that no kind reaches. Kinds that test timeouts set their own. */
const LONG = 120_000;
/** How long a client may take to release its connections, in milliseconds. */
const GRACE = 2000;

/** All variants of a kind for some transports. */
export function variantsOf(transports: readonly Transport[]): readonly Variant[] {
  return transports.flatMap((transport) =>
    (["function", "method"] as const).flatMap((style) =>
      [false, true].map((retried) => ({ transport, style, retried })),
    ),
  );
}

/** Tries a kind in one variant, on a server of its own, and checks the result. */
export async function run(kind: Kind, variant: Variant): Promise<Observation> {
  const { serve = good(kind.verb), connect, tls } = kind.server ?? {};
  const server: RawServer = await startServer({
    serve: (exchange) => serve(exchange, scene),
    connect: connect && ((socket) => connect(socket, scene)),
    tls,
  });
  const { tokens } = kind;
  const other = tokens
    ? await startServer({ serve: (exchange) => tokens(exchange, scene) })
    : kind.elsewhere
      ? await startServer({ serve: good(kind.verb) })
      : server;
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
  const client = kind.client?.(scene) as Partial<Options> | undefined; // invalid on purpose
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
  const options = kind.options?.(scene) as RequestOptions | undefined; // invalid on purpose
  const untouched = [given, request, options].map(guard);

  const started = performance.now();
  const login = (): OAuthClientCredentials => {
    attempts++;
    return { clientId: "app", clientSecret: KEY, tokenURL: `${scene.other.url}/token` };
  };
  const calls = kind.tokens ? withTokens(given, login) : ofPlatform(given);
  const ending = await call(
    ownCalls(kind, given) ?? calls,
    kind.verb ?? "get",
    variant.style,
    request,
    options,
  );
  const took = performance.now() - started;
  if (!kind.expect.connecting) await settled(scene);

  const seen = scene.server.seen.length - before;
  const expect = (transport.isDefault ? undefined : kind.expect.onNode) ?? kind.expect;
  const at = retried ? 1 : 0;
  const expected = retried ? (expect.retried ?? expect) : expect;
  const complaints = [
    ...compared(expected, ending),
    ...counted("attempts", attempts, expect.attempts[at]),
    // A server under load may not have received a request that timed out.
    ...(expected.error === "RequestTimeoutError" && seen < requestsOf(expect)[at]
      ? []
      : counted("requests", seen, requestsOf(expect)[at])),
    ...(expect.connecting ? [] : [...new Set([scene.server, scene.other])].flatMap(leaked)),
    ...untouched.flatMap((check) => check()),
    ...(retried && took < (expect.waits ?? 0) ? [`ended after ${took} ms`] : []),
    ...thrownBy("afterwards", () => expect.after?.(scene)),
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

/** How a call ended; `broken` if it ended in a way that is never allowed. */
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

/** Makes a call, with a function or a method. */
type Calls = Readonly<
  Record<
    Variant["style"],
    (verb: Verb, request: unknown, options: RequestOptions | undefined) => PromiseLike<unknown>
  >
>;

function ofPlatform(given: Options): Calls {
  return {
    function: (verb, request, options) =>
      functions[verb](new SDKCore(given), request as never, options),
    method: (verb, request, options) => new SDK(given).connections[verb](request as never, options),
  };
}

/** The calls of a kind that has its own. */
function ownCalls({ call: own }: Kind, given: Options): Calls | undefined {
  return (
    own && {
      function: (_, __, options) => own(given, options),
      method: (_, __, options) => thrown(own(given, options)),
    }
  );
}

async function call(
  calls: Calls,
  verb: Verb,
  style: Variant["style"],
  request: unknown,
  options: RequestOptions | undefined,
): Promise<Ended> {
  let promise: PromiseLike<unknown>;
  try {
    promise = calls[style](verb, request, options);
  } catch (error) {
    return { error, broken: "it threw instead of rejecting" };
  }
  try {
    const value = await promise;
    if (style === "method") return { value };
    // a function's Result
    const result = value as { ok: boolean; value?: unknown; error?: unknown };
    return result.ok ? { value: result.value } : { error: result.error };
  } catch (error) {
    return style === "method"
      ? { error }
      : { error, broken: "it rejected, although functions never do" };
  }
}

/** What the method of a function does with its result. */
async function thrown(result: ReturnType<NonNullable<Kind["call"]>>): Promise<unknown> {
  const settled = await result;
  if (settled.ok) return settled.value;
  throw settled.error;
}

function compared(expected: Ending, { value, error, broken }: Ended): string[] {
  if (broken !== undefined) return [broken];
  if (expected.error === undefined) {
    if (error !== undefined)
      return [`expected ${expected.value}, received ${describeError(error)}`];
    return thrownBy("the value", () => expected.check?.(value as never));
  }
  if (!(error instanceof SDKError))
    return [`expected ${expected.error}, received ${describeError(error)}`];
  const complaints: string[] = [];
  if (error.name !== expected.error || expected.message?.test(error.message) !== true)
    complaints.push(
      `expected ${expected.error} ${String(expected.message)}, received ${describeError(error)}`,
    );
  // A message must say something, but not too much for a log.
  if (error.message.length < 9 || error.message.length > 1000)
    complaints.push(`a message of ${error.message.length} characters`);
  // Node cannot print an error whose cause throws when it is read.
  const printed = types.isProxy(error.cause) ? "" : inspect(error, { depth: 20 });
  const shown = [printed, JSON.stringify(error), error.stack].join("\n");
  if (shown.includes(KEY)) complaints.push("the error shows the key");
  return [...complaints, ...thrownBy("the error", () => expected.check?.(error as never))];
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : inspect(error);
}

/** The number of requests that a server must receive, without and with retries. */
export function requestsOf({ requests, attempts }: Expectation): Expectation["attempts"] {
  return requests ?? attempts;
}

function counted(what: string, count: number, expected: number): string[] {
  return count === expected ? [] : [`${count} ${what} instead of ${expected}`];
}

function thrownBy(what: string, check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [`${what}: ${describeError(error)}`];
  }
}

/** Waits, for a limited time, until the client has released its connections. */
async function settled({ server, other }: Scene): Promise<void> {
  for (let turn = 0; turn < GRACE / 4; turn++) {
    // At least once, for errors right after the call.
    await new Promise((resolve) => setTimeout(resolve, 4));
    if (leaked(server).length + leaked(other).length === 0) return;
  }
}

/**
 * Idle connections may be kept for the next call: one, or two if the runtime did not know yet that
 * the first one was free.
 */
function leaked(server: RawServer): string[] {
  return [
    ...(server.busy() > 0 ? [`${server.busy()} connections left open`] : []),
    ...(server.idle() > 2 ? [`${server.idle()} idle connections kept`] : []),
    // Node 20's fetch opens a new one after each abort.
    ...(server.unused() > 3 ? [`${server.unused()} unused connections opened`] : []),
  ];
}

/**
 * Freezes the caller's objects, so that modifying them fails. Returns a check for what cannot be
 * frozen.
 */
function guard(value: unknown): () => string[] {
  if (types.isProxy(value)) return () => [];
  if (value instanceof Headers) {
    const before = JSON.stringify([...value]);
    return () =>
      JSON.stringify([...value]) === before ? [] : ["the caller's headers were modified"];
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
