import {
  APIPromise,
  type ClientError,
  InvalidRequestError,
  RequestAbortedError,
  type RequestOptions,
  RequestTimeoutError,
  type Result,
  type UnsupportedOperationError,
  err,
  ok,
} from "../../lib/index.js";
import type { InspectableResult } from "../../lib/call/promise.js";
import { readOptions } from "../../lib/call/read-options.js";
import { retryAfterDelay } from "../../lib/pipeline/retry-timing.js";
import { race } from "../../lib/web/race.js";
import { eitherSignal } from "../../lib/web/signals.js";
import type { Connection, ConnectionData, ConnectionsPage } from "./connection.js";
import { clientErrorOf, inspectable } from "./promises.js";
import { dateOf, membersOf, recordOf } from "./read.js";
import {
  type ConnectionState,
  type RevisionOf,
  type SignIn,
  type SignInSession,
  updateTimeOf,
} from "./sign-in.js";
import { isStrangers } from "./tenant.js";
import type { ErrorOf, PlaceOf, PlatformTypes, RequestOf } from "./verbs.js";

/** What `waitFor` follows: a sign-in, its session, a connection, or the coordinates of one. */
export type WaitRequest<P extends PlatformTypes> =
  | SignIn
  | SignInSession
  | ConnectionData<PlaceOf<P>>
  | RequestOf<P, "get">;

/** Options of `waitFor`. All others are those of each request. */
export interface WaitOptions extends Omit<
  RequestOptions,
  "timeoutMs" | "retries" | "retryCodes" | "idempotencyKey"
> {
  /**
   * How long to wait in all, in milliseconds. Defaults to 600,000, which is ten minutes. Set 0 to
   * wait until `signal` aborts.
   */
  timeoutMs?: number | undefined;
  /** The pause between two requests in milliseconds. Defaults to 2,000. */
  intervalMs?: number | undefined;
  /** Stops waiting, at once. */
  signal?: AbortSignal | undefined;
}

/** What `connectionsWaitFor` returns. */
export type WaitResult<P extends PlatformTypes> = APIPromise<
  Result<
    Connection<P["raw"], PlaceOf<P>>,
    ErrorOf<P, "get"> | ErrorOf<P, "list"> | ClientError | UnsupportedOperationError
  >
>;

const DEFAULT_TIMEOUT_MS = 600_000;
const DEFAULT_INTERVAL_MS = 2_000;

/** How a platform is read. Each of them checks the coordinates. */
export interface Readers {
  /** Gets a connection. */
  readonly get: Reader<Connection>;
  /** Finds a connection without using its credentials, or gets it. */
  readonly find: Reader<Connection | undefined>;
  /** Lists connections. */
  readonly list: Reader<ConnectionsPage>;
  /** What changes when a connection is authorized again. */
  readonly revisionOf: RevisionOf | undefined;
  /** Whether the client is for one customer: a proof comes before `get`. */
  readonly isConfined: boolean;
}

type Reader<Value> = (
  request: unknown,
  options: RequestOptions,
) => APIPromise<Result<Value, unknown>>;

/** Polls until the connection that somebody signs in to is no longer pending. */
export function waitFor<P extends PlatformTypes>(
  readers: Readers,
  request: unknown,
  given: WaitOptions | undefined,
): WaitResult<P> {
  const promise = started(readers, request, given).catch((cause: unknown) => ({
    result: err(clientErrorOf(cause)),
  }));
  return new APIPromise(promise as Promise<InspectableResult<never>>); // of the platform's types
}

type Outcome = InspectableResult<Result<Connection, unknown>>;

async function started(
  readers: Readers,
  request: unknown,
  given: WaitOptions | undefined,
): Promise<Outcome> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, signal, ...others } = readOptions(given);
  const { intervalMs = DEFAULT_INTERVAL_MS } = given ?? {};
  checkMilliseconds("timeoutMs", timeoutMs);
  checkMilliseconds("intervalMs", intervalMs);
  const controller = new AbortController();
  const look = lookFor(readers, request, {
    ...others,
    signal: controller.signal,
    // What passes is tried again below, and not sooner.
    retries: { strategy: "none" },
  });
  let last: Outcome | undefined;
  const poll = async (): Promise<Outcome> => {
    let outcome: Look;
    do {
      outcome = await look();
      last = outcome.failed;
      if (outcome.ended) return outcome.ended;
      await race(
        Math.max(intervalMs * outcome.requests, outcome.retryAfter),
        controller.signal,
        () => {},
      );
    } while (!controller.signal.aborted);
    return { result: ok(undefined as never) }; // nobody waits for it
  };
  const limit = timeoutMs > 0 ? timeoutMs : Infinity;
  const stop = signalOf(signal, others.fetchOptions?.signal);
  const interrupted = (aborted: boolean): Outcome => {
    controller.abort();
    if (aborted)
      return {
        result: err(
          new RequestAbortedError("Request aborted by its signal", { cause: stop?.reason }),
        ),
      };
    const message = `Timed out after ${timeoutMs} ms (timeoutMs) while waiting for the sign-in`;
    const cause = last && !last.result.ok ? last.result.error : undefined;
    return { ...last, result: err(new RequestTimeoutError(message, { cause })) };
  };
  return race(limit, stop, interrupted, poll);
}

/** What one look at a connection has found. */
interface Look {
  /** The end of the waiting, if this is it. */
  readonly ended?: Outcome | undefined;
  /** The error, if it may pass. */
  readonly failed?: Outcome | undefined;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfter: number;
  /** The number of requests that the look has cost. */
  readonly requests: number;
}

/** Looks for the connection, once each time that it is called. */
function lookFor(
  { get, find, list, revisionOf, isConfined }: Readers,
  request: unknown,
  options: RequestOptions,
): () => Promise<Look> {
  const { place, before } = followed(request);
  const { connectionId } = place;
  const was = typeof connectionId === "string" ? stateIn(before, connectionId) : undefined;
  // What finds a connection does not use, and possibly use up, credentials that no longer work, and
  // is a proof of whose it is. But only `get` tells whether one has been authorized again.
  let mustGet = was ? was.status === "active" && was.revision !== undefined : !isConfined;
  // Only a session says that there will be a connection among those that its filters find.
  const mustList = before !== undefined && connectionId === undefined;
  const isNew = (connection: Connection): boolean =>
    hasChanged(connection, stateIn(before, connection.id), revisionOf ?? updateTimeOf);

  const read = async (): Promise<InspectableResult<Result<readonly Connection[], unknown>>> => {
    if (mustList) {
      const page = await inspectable(list(place, options));
      const { result } = page;
      if (!result.ok) return { ...page, result };
      // A platform may ignore a filter that it does not know.
      const theirs = result.value.connections.filter((each) => !isStrangers(place, each));
      return { ...page, result: ok(theirs) };
    }
    const one = await inspectable<Result<Connection | undefined, unknown>>(
      (mustGet ? get : find)(place, options),
    );
    const { result } = one;
    return { ...one, result: result.ok ? ok(result.value ? [result.value] : []) : result };
  };

  return async () => {
    // Within a customer, a proof comes before `get`.
    const requests = mustGet && isConfined ? 2 : 1;
    const looked = await read();
    const { result, response } = looked;
    const headers = response?.headers ?? headersOf(result);
    const retryAfter = (headers && retryAfterDelay(headers, problemIn(result))) ?? 0;
    if (result.ok) {
      const found = result.value.filter((each) => each.status !== "pending" && isNew(each));
      const best = found.find(({ status }) => status === "active") ?? found[0];
      return { ended: best && { ...looked, result: ok(best) }, retryAfter, requests };
    }
    const failed = { ...looked, result };
    const isRefused = mustGet && kindIn(result.error) === "credentialsRefused";
    if (isRefused) mustGet = false; // what finds it shows that it is broken
    return isRefused || mayPass(result.error)
      ? { failed, retryAfter, requests }
      : { ended: failed, retryAfter, requests };
  };
}

/** What is followed: where it is found, and what was there before. */
interface Followed {
  readonly place: Readonly<Record<string, unknown>>;
  readonly before: SignInSession["before"] | undefined;
}

/** What can be followed, read as one that fits nothing. */
interface Followable {
  readonly type?: unknown;
  readonly session?: unknown;
  readonly coordinates?: unknown;
}

function followed(request: unknown): Followed {
  const { type, session, coordinates } = membersOf(request as Followable);
  if (type === "signIn" && !session)
    throw new InvalidRequestError(
      "session: the sign-in has none, because its connection cannot be found. Pass groupRef or consumerRef to generate",
    );
  if (type === "connection" && !coordinates)
    throw new InvalidRequestError(
      "coordinates: the connection has none, because the platform has not told its id yet",
    );
  const { before, ...place } = Object(
    type === "signIn" ? session : type === "connection" ? coordinates : request,
  ) as Readonly<Record<string, unknown>>;
  const states = recordOf(before);
  if (before !== undefined && !(states && Object.values(states).every(recordOf)))
    throw new InvalidRequestError("before: expected the session as generate returned it");
  return { place, before: states as Followed["before"] }; // as a session has it
}

function stateIn(before: Followed["before"], id: string): ConnectionState | undefined {
  return before && Object.hasOwn(before, id) ? before[id] : undefined;
}

/** Whether a connection is another one than before, or not as it was. */
function hasChanged(
  connection: Connection,
  was: ConnectionState | undefined,
  revisionOf: RevisionOf,
): boolean {
  if (was === undefined || was.status !== connection.status) return true;
  const revision = revisionOf(connection);
  return revision !== undefined && revision !== was.revision;
}

/** Kinds of errors that pass, or that mean that there is no connection yet. */
const PASSING: ReadonlySet<unknown> = new Set(["notFound", "rateLimited", "unavailable", "server"]);

function mayPass(error: unknown): boolean {
  return PASSING.has(kindIn(error)) || (error as { retryable?: unknown }).retryable === true;
}

function kindIn(error: unknown): unknown {
  return membersOf(error as { kind?: unknown }).kind;
}

/** A problem document can say as well when to come back. */
function problemIn(result: Result<unknown, unknown>): { readonly retryAfter?: unknown } {
  const { retryAfter } = membersOf(result.ok ? {} : (result.error as { retryAfter?: unknown }));
  return { retryAfter: dateOf(retryAfter)?.toJSON() ?? retryAfter };
}

type Headers = NonNullable<Outcome["response"]>["headers"];

function headersOf(result: Result<unknown, unknown>): Headers | undefined {
  return result.ok ? undefined : (result.error as { headers?: Headers }).headers;
}

function signalOf(
  a: AbortSignal | undefined,
  b: AbortSignal | null | undefined,
): AbortSignal | undefined {
  return a && b ? eitherSignal(a, b) : (a ?? b ?? undefined);
}

function checkMilliseconds(name: string, value: unknown): void {
  if (!(typeof value === "number" && value >= 0))
    throw new InvalidRequestError(`${name}: expected a number of milliseconds`);
}
