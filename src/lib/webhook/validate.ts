/** Validating and signing webhooks. */
import { type Result, err, ok } from "../call/result.js";
import { UnexpectedClientError } from "../errors/client.js";
import { SDKValidationError } from "../errors/validation.js";
import { decodeLeniently, encode } from "../schema/base.js";
import type { Issue, Schema } from "../schema/types.js";
import { ignoreErrors } from "../transport/logger.js";
import { parseJSON } from "../web/json.js";
import { WebhookPayloadError, WebhookVerificationError } from "./errors.js";
import type { WebhookKey } from "./keys.js";
import { type WebhookRequest, bodyOf, headerOf } from "./request.js";
import { type WebhookScheme, type WebhookSecret, signedContent } from "./schemes.js";

/** The default of `toleranceSeconds`: five minutes. */
const DEFAULT_TOLERANCE_SECONDS = 300;

/** The default of `maxBodyBytes`: 4 MiB. */
const DEFAULT_MAX_BODY_BYTES = 4_194_304;

/** What `validateWebhook` takes. */
export interface ValidateWebhookOptions {
  /**
   * The request as it was received: a Fetch `Request`, `{ headers, body }` with the raw body, or an
   * unread request of Node's HTTP server.
   */
  request: WebhookRequest;
  /** The signing secret. Pass several while you rotate them: one must match. */
  secret: WebhookSecret | readonly WebhookSecret[];
  /**
   * How far the timestamp of a webhook may be from now, in seconds, in either direction. Defaults
   * to 300. Has no effect if the sender signs no timestamp.
   */
  toleranceSeconds?: number | undefined;
  /** The maximum size of the body, in bytes. Defaults to 4,194,304 (4 MiB). */
  maxBodyBytes?: number | undefined;
  /** Called with the parts of the event that do not fit its schema, which are kept as they came. */
  onIssues?: ((issues: readonly Issue[]) => void) | undefined;
}

/** The errors of `validateWebhook`. */
export type WebhookError = WebhookVerificationError | WebhookPayloadError | UnexpectedClientError;

/** Checks the signature of a webhook and decodes its event. Never rejects and never throws. */
export type WebhookValidator<Event> = (
  options: ValidateWebhookOptions,
) => Promise<Result<Event, WebhookError>>;

/**
 * Creates a `validateWebhook`. Events are read leniently: what does not fit the schema is kept as
 * it came.
 */
export function webhookValidator<Event>(
  scheme: WebhookScheme,
  event: Schema<Event>,
): WebhookValidator<Event> {
  return async (options) => {
    try {
      const body = new TextDecoder().decode(await verify(scheme, options));
      const json = parseJSON(body);
      if (json === undefined) return err(new WebhookPayloadError(body));
      const { value, issues } = decodeLeniently(event, json);
      if (issues.length > 0) ignoreErrors(() => options.onIssues?.(issues));
      return ok(value as Event); // what does not fit is in the issues
    } catch (thrown) {
      return err(asError(thrown));
    }
  };
}

function asError(thrown: unknown): WebhookError {
  return thrown instanceof WebhookVerificationError
    ? thrown
    : new UnexpectedClientError("Unexpected error while validating a webhook", { cause: thrown });
}

/** Returns the body of a webhook whose signature is valid. */
async function verify(scheme: WebhookScheme, options: ValidateWebhookOptions): Promise<Uint8Array> {
  const {
    request,
    toleranceSeconds = DEFAULT_TOLERANCE_SECONDS,
    maxBodyBytes = DEFAULT_MAX_BODY_BYTES,
  } = options;
  const keys = keysOf(scheme, options.secret);
  const { prefix, signatures } = scheme.read(
    (name) => headerOf(request, name),
    Date.now(),
    toleranceSeconds,
  );
  const body = await bodyOf(request, maxBodyBytes);
  const content = signedContent(prefix, body);
  for (const key of keys) if (await key.verify(content, signatures)) return body;
  throw new WebhookVerificationError(
    "signature",
    "no signature matches. Check that the secret is the one of this endpoint, and that the body is passed as it was received",
  );
}

const BAD_SECRET =
  "Copy it from the settings of the webhook, and check that its environment variable is set";

function keysOf(
  scheme: WebhookScheme,
  secret: ValidateWebhookOptions["secret"],
): readonly WebhookKey[] {
  const secrets: readonly unknown[] = Array.isArray(secret) ? secret : [secret];
  if (secrets.length === 0)
    throw new WebhookVerificationError("secret", `there is no secret. ${BAD_SECRET}`);
  return secrets.map((each) => keyOf(scheme, each));
}

function keyOf(scheme: WebhookScheme, secret: unknown): WebhookKey {
  const isBytes = ArrayBuffer.isView(secret);
  if ((typeof secret !== "string" && !isBytes) || secret === "" || (isBytes && !secret.byteLength))
    throw new WebhookVerificationError("secret", `the secret is missing or empty. ${BAD_SECRET}`);
  // Without the whitespace that copying adds.
  const key = scheme.key(typeof secret === "string" ? secret.trim() : (secret as Uint8Array)); // bytes
  if (!key) throw new WebhookVerificationError("secret", `the secret is malformed. ${BAD_SECRET}`);
  return key;
}

/** What `signWebhook` takes. */
export interface SignWebhookOptions<Event> {
  /** The event, or a body as it is sent. */
  event: Event | string;
  /** The signing secret. */
  secret: WebhookSecret;
  /** The ID of the message. Defaults to a random one. */
  id?: string | undefined;
  /** When the webhook is sent. Defaults to now. */
  timestamp?: Date | undefined;
}

/** A signed webhook: what a sender sends, and what `validateWebhook` takes as `request`. */
export interface SignedWebhook {
  /** The signature, and what belongs to it. */
  readonly headers: Record<string, string>;
  /** The body. */
  readonly body: string;
}

/** Signs a webhook as the API does, for tests and for senders. */
export type WebhookSigner<Event> = (options: SignWebhookOptions<Event>) => Promise<SignedWebhook>;

/**
 * Creates a `signWebhook`. It rejects with an `SDKValidationError` if the event does not fit its
 * schema, and with a `WebhookVerificationError` if the secret is malformed.
 */
export function webhookSigner<Event>(
  scheme: WebhookScheme,
  event: Schema<Event>,
): WebhookSigner<Event> {
  return async (options) => {
    const key = keyOf(scheme, options.secret);
    const body = encoded(event, options.event);
    const { id = `msg_${crypto.randomUUID()}`, timestamp = new Date() } = options;
    const headers = await scheme.sign(key, new TextEncoder().encode(body), { id, timestamp });
    return { headers: { "content-type": "application/json", ...headers }, body };
  };
}

function encoded<Event>(schema: Schema<Event>, event: SignWebhookOptions<Event>["event"]): string {
  if (typeof event === "string") return event;
  const result = encode(schema, event);
  if (!result.ok) throw new SDKValidationError(result.issues, event);
  return JSON.stringify(result.value);
}
