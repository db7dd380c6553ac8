import { type Result, err, ok } from "../call/result.js";
import { messageOf } from "../errors/base.js";
import { InvalidRequestError, UnexpectedClientError } from "../errors/client.js";
import type { Settings } from "../pipeline/settings.js";
import { isObject } from "../schema/base.js";
import { race } from "../web/race.js";
import type { Grant } from "./grant.js";
import { type TokenFailure, requestToken } from "./token-request.js";
import type { StoredToken, TokenStore } from "./token-store.js";

/** What a client knows of the tokens of a grant. */
interface Entry {
  token?: StoredToken | undefined;
  /** Whether the store does not have the token yet. */
  isUnsaved?: boolean;
  /** The access token that the API refused last. */
  refused?: string | undefined;
  /** The renewal that calls share. It belongs to none of them: an abort does not cancel it. */
  pending?: Promise<StoredToken> | undefined;
}

/** The tokens of clients, by grant. */
const caches = /* @__PURE__ */ new WeakMap<Settings, Map<string, Entry>>();

/** How long the caller's store may take, in milliseconds. */
const MAX_STORE_MS = 60_000;

/** How many grants a client keeps tokens of. Calls can bring credentials of their own. */
const MAX_ENTRIES = 1_000;

/** A token, and what to call if the API refuses it. */
export interface Access {
  readonly accessToken: string;
  readonly drop: () => void;
}

/**
 * Returns an access token: the one in memory, synchronously, or else the stored or a new one. Calls
 * with the same grant share one token and one request.
 */
export function accessToken(grant: Grant, settings: Settings): Access | Promise<Access> {
  const entry = entryOf(grant, settings);
  const access = ({ accessToken: current }: StoredToken): Access => ({
    accessToken: current,
    // Another call may have renewed it meanwhile.
    drop: () => {
      if (entry.token?.accessToken === current) entry.refused = current;
    },
  });
  const { token } = entry;
  if (token && !entry.isUnsaved && isFresh(entry, token)) return access(token);
  if (!entry.pending) {
    const pending = renew(entry, grant, settings).finally(() => (entry.pending = undefined));
    // Every call that waits for it may have ended.
    pending.catch(() => {});
    entry.pending = pending;
  }
  return entry.pending.then(access);
}

function entryOf(grant: Grant, settings: Settings): Entry {
  const entries = caches.get(settings) ?? new Map<string, Entry>();
  caches.set(settings, entries);
  // All of it, so that a wrong secret never gets the token of the right one.
  const key = keyOf(grant);
  const entry = entries.get(key) ?? {};
  entries.delete(key); // the least recently used one comes first
  entries.set(key, entry);
  if (entries.size > MAX_ENTRIES)
    for (const [old, { pending, token }] of entries) {
      // A refresh token that replaced another exists nowhere else.
      if (old === key || pending || token?.refreshToken) continue;
      entries.delete(old);
      break;
    }
  return entry;
}

function keyOf({ option, url, form, common, clientId, clientSecret }: Grant): string {
  return JSON.stringify([option, url, form, common, clientId, clientSecret]);
}

/** Whether a token can be used and need not be renewed yet. */
function isFresh({ refused }: Entry, { accessToken: current, renewAt = Infinity }: StoredToken) {
  return current !== refused && Date.now() < renewAt;
}

async function renew(entry: Entry, grant: Grant, settings: Settings): Promise<StoredToken> {
  const store = settings.options["tokenStore"] as TokenStore | undefined; // SDKs with flows have it
  if (!store) return obtain(entry, grant, settings);
  const key = `${grant.option}:${await hash(keyOf(grant))}`;
  const run = (): Promise<StoredToken> => obtain(entry, grant, settings, storeOf(store, key));
  if (!store.lock) return run();
  // What the task comes to does not pass through the caller's code.
  let obtained: Promise<StoredToken> | undefined;
  const task = (): Promise<unknown> => (obtained ??= run()).then(String, String);
  await guard("lock", () => store.lock?.(key, task));
  return obtained ?? run();
}

/** The store of one key. */
interface Store {
  readonly get: () => Promise<StoredToken | undefined>;
  readonly set: (token: StoredToken) => Promise<void>;
}

function storeOf(store: TokenStore, key: string): Store {
  return {
    async get() {
      const found: unknown = await guard("get", () => store.get(key));
      return isObject(found) && typeof found["accessToken"] === "string"
        ? (found as unknown as StoredToken) // as this module has stored it
        : undefined;
    },
    set: (token) => guard("set", async () => void (await store.set(key, token))),
  };
}

/** Gets a token that can be used. The caller has made sure that nobody else in this client does. */
async function obtain(
  entry: Entry,
  grant: Grant,
  settings: Settings,
  store?: Store,
): Promise<StoredToken> {
  if (store && !entry.isUnsaved) entry.token = (await store.get()) ?? entry.token;
  const known = entry.token;
  if (!known || !isFresh(entry, known)) {
    const started = Date.now();
    const result = await request(entry, grant, settings, store);
    if (!result.ok) {
      const { accessToken: current, expiresAt = 0 } = known ?? {};
      // The last minute of a token is for trying again.
      if (known && current !== entry.refused && started < expiresAt) return known;
      throw result.error.error;
    }
    if (result.value !== entry.token) {
      entry.token = result.value;
      entry.isUnsaved = store !== undefined;
    }
    // A server that returns the same token again must not be asked forever.
    entry.refused = undefined;
  }
  const token = entry.token as StoredToken; // set above, if it was not
  // Stored before it is used: the refresh token that it came by may be void.
  if (entry.isUnsaved) await store?.set(token);
  entry.isUnsaved = false;
  return token;
}

/** Requests a token by the last refresh token, or else by what the grant begins with. */
async function request(
  entry: Entry,
  grant: Grant,
  settings: Settings,
  store: Store | undefined,
): Promise<Result<StoredToken, TokenFailure>> {
  const { form } = grant;
  const refreshToken = isForClient(grant)
    ? undefined
    : (entry.token?.refreshToken ?? form["refresh_token"]);
  let result = await exchange(grant, refreshToken, settings);
  if (refreshToken === undefined || !isVoid(result)) return result;
  // Another process may have used the refresh token, and stored the one that replaces it.
  const stored = await store?.get();
  if (stored?.refreshToken && stored.refreshToken !== refreshToken) {
    entry.token = stored;
    if (isFresh(entry, stored)) return ok(stored);
    result = await exchange(grant, stored.refreshToken, settings);
    if (!isVoid(result)) return result;
  }
  // A password outlasts the refresh tokens that it is exchanged for.
  return form["password"] ? exchange(grant, undefined, settings) : result;
}

function isVoid(result: Result<StoredToken, TokenFailure>): boolean {
  return !result.ok && result.error.code === "invalid_grant";
}

/** Whether the grant is for the application itself, which gets no refresh tokens. */
function isForClient({ form }: Grant): boolean {
  return form["grant_type"] === "client_credentials";
}

/** Exchanges a refresh token, or else what the grant begins with. */
async function exchange(
  grant: Grant,
  refreshToken: string | undefined,
  settings: Settings,
): Promise<Result<StoredToken, TokenFailure>> {
  const form =
    refreshToken === undefined
      ? grant.form
      : { grant_type: "refresh_token", refresh_token: refreshToken };
  const result = await requestToken(grant, form, settings);
  if (!result.ok) return result;
  // A server that returns no refresh token goes on accepting the last one.
  const { refreshToken: next = refreshToken, ...token } = result.value;
  return ok(next === undefined || isForClient(grant) ? token : { ...token, refreshToken: next });
}

/**
 * Runs code of the caller's store. A store that hangs must not harm later calls, which would wait
 * for it as well.
 */
async function guard<T>(method: string, run: () => T | Promise<T>): Promise<T> {
  const failed = (how: string, cause?: unknown): Error =>
    // Without the message of the cause, which may quote a token.
    new UnexpectedClientError(`Unexpected error in tokenStore.${method}: ${how}`, { cause });
  const result = await race<Result<T, Error>>(
    MAX_STORE_MS,
    undefined,
    () => err(failed(`no result after ${MAX_STORE_MS} ms`)),
    async () => {
      try {
        return ok(await run());
      } catch (cause) {
        return err(failed("see error.cause", cause));
      }
    },
  );
  if (!result.ok) throw result.error;
  return result.value;
}

/** A hash that reveals nothing of the credentials in the names of what is stored. */
async function hash(text: string): Promise<string> {
  try {
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch (cause) {
    throw new InvalidRequestError(
      `tokenStore: needs crypto.subtle, which this runtime does not have: ${messageOf(cause)}`,
      { cause },
    );
  }
}
