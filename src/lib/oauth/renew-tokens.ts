import type { ClientOptions } from "../pipeline/settings.js";
import { type Call, type CallProgress, hasStreamBody } from "../call/call.js";
import type { Middleware } from "../call/middleware.js";
import type { Signature } from "../spec/security.js";
import { cancelBody } from "../web/body.js";

/** What a call can do if the API refuses its access token. */
export interface Renewal {
  /** Drops the token, unless another call has. */
  readonly drop: () => void;
  /** Adds a new token to a copy of the call. */
  readonly sign: (into: Signature) => Promise<void>;
}

const renewals = /* @__PURE__ */ new WeakMap<CallProgress, Renewal>();

/** The calls that have been sent again. */
const renewed = /* @__PURE__ */ new WeakSet<CallProgress>();

/** Notes what an attempt can do if the API refuses its access token. */
export function noteRenewal({ progress }: Call, renewal: Renewal): void {
  renewals.set(progress, renewal);
}

/**
 * The middleware that renews access tokens. After a 401 the token is dropped, and the call is sent
 * again with a new one, once, whatever the policy of its retries. Even a call that is not
 * idempotent is: a 401 says that the request was not applied (RFC 9110 section 15.5.2).
 */
const renewTokens: Middleware = (next) => async (call) => {
  const { progress } = call;
  const result = await next(call);
  const renewal = renewals.get(progress);
  if (!renewal || renewed.has(progress) || !result.ok || result.value.status !== 401) return result;
  renewal.drop();
  // A stream has been consumed. After a redirect or another response, work may have been done.
  if (hasStreamBody(call) || (!call.idempotent && progress.hasResponse)) return result;
  renewed.add(progress);
  cancelBody(result.value.body);
  // The secrets stay the same array, so that both tokens are redacted wherever the call is shown.
  const again = { ...call, headers: { ...call.headers }, secrets: call.secrets as string[] };
  await renewal.sign(again);
  return next(again);
};

/** Adds the renewal of access tokens to the options of a client. */
export function withTokenRenewal<T extends ClientOptions>(options: T): T {
  // Whatever the caller has passed: the first call says what is wrong with it.
  const { middleware = [] } = Object(options) as ClientOptions;
  return { ...options, middleware: [renewTokens].concat(middleware) };
}
