import { inspect, isDeepStrictEqual } from "node:util";
import type { Client, HTTPClient, Result } from "../../src/lib/index.js";
import { decodeLeniently } from "../../src/lib/schema/base.js";
import { NodeHTTPClient } from "../../src/node/index.js";
import { array } from "../../src/lib/schema/index.js";
import {
  KEY,
  Thing,
  bytesGet,
  coreOf,
  textGet,
  thingsCreate,
  thingsDelete,
  thingsGet,
  thingsList,
} from "../support/sdk.js";
import { type Delivery, mutated } from "./mutations.js";
import { readResponse } from "./reader.js";
import { type CallName, type Recording, good } from "./recordings.js";
import { type FuzzServer, serveOnce } from "./server.js";

const MAX_ATTEMPTS = 2;
/** For the delays between attempts, and the turns of a busy machine. */
const GRACE_MS = 5000;

const calls: Readonly<Record<CallName, (core: Client) => PromiseLike<Result<unknown, unknown>>>> = {
  get: (core) => thingsGet(core, { thingId: "t" }),
  list: (core) => thingsList(core, { projectId: "p" }),
  create: (core) => thingsCreate(core, { id: "t" }),
  delete: (core) => thingsDelete(core, { thingId: "t" }),
  text: (core) => textGet(core),
  bytes: (core) => bytesGet(core),
};

/** The value of a body, by the call that it responds to. */
function valueOf(call: CallName, body: Buffer): unknown {
  switch (call) {
    case "delete":
      return undefined;
    case "text":
      return new TextDecoder().decode(body);
    case "bytes":
      return new Uint8Array(body);
    default: {
      const schema = call === "list" ? array(Thing) : Thing;
      const json: unknown = JSON.parse(new TextDecoder().decode(body));
      return decodeLeniently(schema as typeof Thing, json).value;
    }
  }
}

function valuesOf(
  call: CallName,
  response: ReturnType<typeof readResponse>,
  hidesCuts = false,
): readonly unknown[] {
  if (typeof response === "string" || response.status >= 300) return [];
  return [response.body, hidesCuts ? response.cutBody : undefined].flatMap((body) => {
    if (body === undefined) return [];
    try {
      return [valueOf(call, body)];
    } catch {
      return [];
    }
  });
}

/** How a call ended, and what is wrong with that, if anything. */
export interface Tried {
  /** The result; a string if there is none. */
  readonly outcome: Result<unknown, unknown> | string;
  readonly complaints: readonly string[];
}

/** Makes the call of a recording, on a server of its own. */
export async function tryCall(
  recording: Recording,
  delivery: Delivery,
  httpClient: HTTPClient,
  timeoutMs: number,
): Promise<Tried> {
  const server = await serveOnce(recording, delivery);
  const core = coreOf(server.url, {
    httpClient,
    timeoutMs,
    retryConfig: {
      strategy: "backoff",
      backoff: { initialInterval: 1, maxInterval: 2 },
      maxAttempts: MAX_ATTEMPTS,
    },
  });
  const outcome = await settled(calls[recording.call](core), timeoutMs * MAX_ATTEMPTS + GRACE_MS);
  const sent = mutated(recording.bytes, delivery.mutations);
  // `fetch` takes a compressed body for complete wherever it ends.
  const hidesCuts = !(httpClient instanceof NodeHTTPClient);
  const open = await server.close(GRACE_MS);
  return {
    outcome,
    complaints: [
      ...wrongOutcome(outcome, recording, delivery, sent, server, hidesCuts),
      ...sentTwice(server, sent),
      ...(open === 0 ? [] : [`${open} connections stay open`]),
    ],
  };
}

/** The result of a call, or what is wrong with its promise. */
async function settled(
  call: PromiseLike<Result<unknown, unknown>>,
  deadline: number,
): Promise<Result<unknown, unknown> | string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("the call did not end"), deadline);
  });
  try {
    return await Promise.race([call, late]);
  } catch (cause) {
    return `the call rejected: ${inspect(cause)}`;
  } finally {
    clearTimeout(timer);
  }
}

function wrongOutcome(
  outcome: Tried["outcome"],
  { call }: Recording,
  { ending }: Delivery,
  sent: Buffer,
  { requests }: FuzzServer,
  hidesCuts: boolean,
): readonly string[] {
  if (typeof outcome === "string") return [outcome];
  if (!outcome.ok) return wrongError(outcome.error);
  const { value } = outcome;
  const received = readResponse(sent, ending !== "keep");
  if (received === "unclear") return [];
  const possible = [
    ...valuesOf(call, received, hidesCuts),
    ...(requests.length > 1 ? valuesOf(call, readResponse(good[call], false)) : []),
  ];
  return possible.some((each) => isDeepStrictEqual(each, value))
    ? []
    : [`a value that the server did not send: ${inspect(value, { depth: 9 })}`];
}

function wrongError(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [`not an error: ${inspect(error)}`];
  const shown = [inspect(error, { depth: 9 }), JSON.stringify(error), error.stack].join("\n");
  return shown.includes(KEY) ? [`the error shows the key: ${shown}`] : [];
}

/**
 * Statuses with which a server says that it has not begun the work. After a 421, `fetch` itself
 * sends the request again: https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 */
const NOT_BEGUN = /^HTTP\/1\.[01] (?:421|429|503)/m;

/**
 * After any response, a POST to one URL is sent once. Exceptions: the response says that the work
 * was not begun, or redirects the POST to its own URL.
 */
function sentTwice({ requests, url }: FuzzServer, sent: Buffer): readonly string[] {
  if (sent.length === 0 || NOT_BEGUN.test(sent.toString("latin1"))) return [];
  const posts = requests.filter((request) => request.startsWith("POST "));
  const [first = "", ...more] = posts;
  const response = readResponse(sent, true);
  if (typeof response === "object" && /307|308/.test(`${response.status}`)) {
    const own = `${url}${first.slice("POST ".length)}`;
    const { location = "" } = response;
    const isOwn = URL.canParse(location, own) && new URL(location, own).href === own;
    if (isOwn && more.length === 1) return [];
  }
  return more.includes(first) ? [`sent twice: ${posts.join(", ")}`] : [];
}
