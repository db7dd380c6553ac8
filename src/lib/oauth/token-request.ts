import type { Call } from "../call/call.js";
import { redactor } from "../call/redact.js";
import { type Result, err, ok } from "../call/result.js";
import { isA, messageOf } from "../errors/base.js";
import { ConnectionError, InvalidRequestError, UnexpectedClientError } from "../errors/client.js";
import type { ClientError } from "../errors/index.js";
import { readContent } from "../pipeline/read-content.js";
import { PERMANENT } from "../pipeline/retry.js";
import type { Settings } from "../pipeline/settings.js";
import { isObject } from "../schema/base.js";
import { DEFAULT_TIMEOUT_MS } from "../spec/defaults.js";
import { setHeader } from "../spec/headers.js";
import { compileOperation } from "../spec/operation-spec.js";
import { withLogging } from "../transport/logger.js";
import { network } from "../transport/network.js";
import { fetchTransport } from "../transport/transport.js";
import { toBase64 } from "../web/base64.js";
import { parseJSON } from "../web/json.js";
import { race } from "../web/race.js";
import type { Grant } from "./grant.js";
import type { StoredToken } from "./token-store.js";

/** How long a token request may take, in milliseconds, unless the client's timeout is shorter. */
const MAX_TIMEOUT_MS = 30_000;

/** How long before its end a token is renewed, in milliseconds. */
const RENEW_EARLY_MS = 60_000;

/** The code of an error that is no word on the credentials: retries of the call can help. */
const UNREACHABLE = "TOKEN_ENDPOINT_UNREACHABLE";

/** Why there is no token. */
export interface TokenFailure {
  readonly error: ClientError;
  /** The `error` of the token endpoint (RFC 6749 section 5.2), such as `invalid_grant`. */
  readonly code?: string;
}

let compiled: Call["operation"] | undefined;

/** The operation of a token request, as transports know it. */
function operation(): Call["operation"] {
  return (compiled ??= compileOperation({
    id: "oauth2Token",
    method: "POST",
    path: "",
    responses: [],
  }));
}

/**
 * Requests an access token. The request goes through the client's transport and debug log, but not
 * through middleware, which is for the calls of the API. It follows no redirect. Never rejects.
 */
export async function requestToken(
  grant: Grant,
  form: Readonly<Record<string, string>>,
  settings: Settings,
): Promise<Result<StoredToken, TokenFailure>> {
  const { timeoutMs = 0, httpClient } = settings.options;
  const limit = timeoutMs > 0 ? timeoutMs : DEFAULT_TIMEOUT_MS;
  const timeout = Math.min(limit, MAX_TIMEOUT_MS);
  const transport = httpClient ?? fetchTransport;
  const controller = transport.createController();
  const started = Date.now();
  const { host } = new URL(grant.url);
  const call = tokenCall(grant, form, settings, controller.signal);
  const redact = redactor(call);
  return race<Result<StoredToken, TokenFailure>>(
    timeout,
    undefined,
    () => {
      const message = `${grant.option}: the token request to ${host} timed out after ${timeout} ms`;
      const error = new ConnectionError(message, { code: UNREACHABLE });
      controller.abort(error);
      return err({ error });
    },
    async () => {
      try {
        const { logger } = settings;
        const send = (each: Call): ReturnType<typeof transport.send> => transport.send(each);
        const handled = await network(logger ? withLogging(send, logger) : send)(call);
        if (!handled.ok) return err({ error: unreachable(grant, handled.error) });
        const { value: response } = handled;
        const content = await readContent(call, response, undefined, "utf-8", 0);
        return read(grant, host, response.status, parseJSON(content), started, redact);
      } catch (cause) {
        const message = `${grant.option}: the token request to ${host} failed: ${redact(messageOf(cause))}`;
        return err({ error: new ConnectionError(message, { cause, code: UNREACHABLE }) });
      }
    },
  );
}

function tokenCall(
  { url, common, clientId, clientSecret, basic }: Grant,
  form: Readonly<Record<string, string>>,
  { userAgent }: Settings,
  signal: AbortSignal,
): Call {
  const headers: Record<string, string> = {
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
  };
  if (userAgent !== undefined) setHeader(headers, "user-agent", userAgent);
  const members: Record<string, string> = { ...form, ...common };
  const secrets = [clientSecret, form["refresh_token"], form["password"]].filter(
    (secret) => secret !== undefined,
  );
  if (basic && clientId !== undefined && clientSecret !== undefined) {
    // Both are encoded as in a form first (RFC 6749 section 2.3.1).
    const pair = `${formEncode(clientId)}:${formEncode(clientSecret)}`;
    const token = toBase64(new TextEncoder().encode(pair));
    secrets.push(formEncode(clientSecret), token);
    headers["authorization"] = `Basic ${token}`;
  } else {
    if (clientId !== undefined) members["client_id"] = clientId;
    if (clientSecret !== undefined) members["client_secret"] = clientSecret;
  }
  return {
    operationId: "oauth2Token",
    method: "POST",
    url,
    headers,
    body: Object.entries(members)
      .map((member) => member.map(formEncode).join("="))
      .join("&"),
    signal,
    attempt: 1,
    // Credentials go to no other host, and not elsewhere on this one.
    init: { redirect: "manual" },
    secrets,
    operation: operation(),
    options: {},
    progress: {},
    idempotent: false,
  };
}

/** Encodes as in a form. `URLSearchParams` is not whole in every runtime. */
function formEncode(value: string): string {
  return encodeURIComponent(value).replaceAll("%20", "+");
}

/** The error of a token endpoint without a response. */
function unreachable({ option }: Grant, error: ClientError): ClientError {
  // A hook of the caller's failed, or the runtime cannot send the request.
  if (!isA(error, ConnectionError)) {
    const Kind = isA(error, UnexpectedClientError) ? UnexpectedClientError : InvalidRequestError;
    return new Kind(`${option}: the token request failed: ${error.message}`, { cause: error });
  }
  const { code = "" } = error;
  return new ConnectionError(`${option}: the token request failed: ${error.message}`, {
    cause: error,
    code: PERMANENT.test(code) ? code : UNREACHABLE,
  });
}

/** Reads the response of a token endpoint (RFC 6749 section 5). */
function read(
  { option, form }: Grant,
  host: string,
  status: number,
  json: unknown,
  started: number,
  redact: (text: string) => string,
): Result<StoredToken, TokenFailure> {
  const members: Readonly<Record<string, unknown>> = isObject(json) ? json : {};
  const refused = (what: string, code?: string): Result<StoredToken, TokenFailure> => {
    const error = new InvalidRequestError(`${option}: the token endpoint ${host} ${redact(what)}`);
    return err({ error, ...(code !== undefined && { code }) });
  };
  // Browsers hide redirects, and give them no status.
  if (status < 200 || (status >= 300 && status < 400))
    return refused("redirects, which is not followed: set tokenURL to the final URL");
  const message = `${option}: the token endpoint ${host} responded with status ${status}`;
  // Which may pass.
  if (status >= 500 || status === 408 || status === 429)
    return err({ error: new ConnectionError(message, { code: UNREACHABLE }) });
  const { error: code, error_description: description } = members;
  // Some servers respond with 200.
  if (isPrintable(code)) {
    const detail = isPrintable(description) ? ` (${description.slice(0, 200)})` : "";
    return refused(`refused the request: ${code.slice(0, 100)}${detail}${hint(code, form)}`, code);
  }
  if (status >= 300) return err({ error: new InvalidRequestError(message) });
  const { access_token: accessToken, token_type: type, refresh_token: refreshToken } = members;
  if (typeof accessToken !== "string" || accessToken.trim() === "")
    return refused("returned no access_token as JSON");
  // RFC 6750 section 2.1 allows fewer characters. A header can hold these.
  if (!/^[\x21-\x7e]+$/.test(accessToken.trim()))
    return refused("returned an access_token that no header can hold");
  if (type !== undefined && type !== null && !/^bearer$/i.test(`${type}`)) {
    const shown = isPrintable(type) ? ` "${type.slice(0, 40)}"` : "";
    return refused(`returned a token of type${shown}: only bearer tokens are supported`);
  }
  return ok({
    accessToken,
    ...(typeof refreshToken === "string" && refreshToken !== "" && { refreshToken }),
    ...lifetime(members["expires_in"], started),
  });
}

/** Printable text (RFC 6749 appendix A.7), and not the length of a book. */
function isPrintable(value: unknown): value is string {
  return typeof value === "string" && /^[\x20-\x7e]+$/.test(value);
}

/** What to do about an error of RFC 6749 section 5.2. */
function hint(code: string, form: Grant["form"]): string {
  if (code === "invalid_client") return ": check clientId and clientSecret";
  if (code === "invalid_scope") return ": check scopes";
  if (code !== "invalid_grant") return "";
  return form["refresh_token"]
    ? ": the refresh token is expired, revoked or used; have the user sign in again"
    : ": check username and password";
}

/**
 * When a token expires and is renewed. `expires_in` is in seconds; some servers send a string. A
 * token without it is used until it is refused, and one of no or negative duration only once.
 */
function lifetime(expiresIn: unknown, started: number): Pick<StoredToken, "expiresAt" | "renewAt"> {
  const seconds = typeof expiresIn === "string" && expiresIn.trim() ? Number(expiresIn) : expiresIn;
  if (typeof seconds !== "number" || Number.isNaN(seconds)) return {};
  const ms = Math.min(Math.max(seconds * 1000, 0), Number.MAX_SAFE_INTEGER - started);
  // From the time of the request, because the response may have taken long. A short life is halved.
  return { expiresAt: started + ms, renewAt: started + ms - Math.min(RENEW_EARLY_MS, ms / 2) };
}
