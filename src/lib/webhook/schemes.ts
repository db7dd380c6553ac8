/** How webhooks are signed. */
import { fromBase64URL, toBase64, toBase64URL } from "../web/base64.js";
import { WebhookVerificationError } from "./errors.js";
import { hmac } from "./hmac.js";

/** A secret: a string as the sender shows it, or the bytes of the key. */
export type WebhookSecret = string | Uint8Array;

/** Reads a header of the request. */
type ReadHeader = (name: string) => string | undefined;

/** What the headers of a webhook say: what is signed before the body, and the signatures. */
export interface WebhookSignatures {
  /** The bytes that are signed before those of the body. */
  readonly prefix: string;
  /** The signatures, one of which must match. */
  readonly signatures: readonly Uint8Array[];
}

/** The moment of sending, and the name of the message. */
export interface WebhookDelivery {
  readonly id: string;
  readonly timestamp: Date;
}

/** A way to sign webhooks. */
export interface WebhookScheme {
  /** The key of a secret; `undefined` if the secret is malformed. */
  readonly key: (secret: WebhookSecret) => Uint8Array | undefined;
  /**
   * Reads the headers. Throws if one is missing or the timestamp is out of tolerance, before the
   * body is read.
   */
  readonly read: (header: ReadHeader, now: number, toleranceSeconds: number) => WebhookSignatures;
  /** The headers that sign a body. */
  readonly sign: (
    key: Uint8Array,
    body: Uint8Array,
    delivery: WebhookDelivery,
  ) => Promise<Readonly<Record<string, string>>>;
}

/** The bytes that are signed. */
export function signedContent(prefix: string, body: Uint8Array): Uint8Array {
  if (prefix === "") return body;
  const head = new TextEncoder().encode(prefix);
  const whole = new Uint8Array(head.length + body.length);
  whole.set(head);
  whole.set(body, head.length);
  return whole;
}

/**
 * Standard Webhooks: `webhook-id`, `webhook-timestamp` and `webhook-signature`. Svix's own names of
 * the same headers, `svix-id` and so on, are read too.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function standardWebhooks(): WebhookScheme {
  return {
    key: (secret) =>
      typeof secret === "string" ? nonEmpty(fromBase64URL(secret.replace(/^whsec_/, ""))) : secret,
    read: (header, now, toleranceSeconds) => {
      const prefix = header("webhook-signature") === undefined ? "svix" : "webhook";
      const [id, timestamp, signature] = ["id", "timestamp", "signature"].map((name) =>
        requiredHeader(header, `${prefix}-${name}`, `webhook-${name}`),
      ) as [string, string, string]; // one for each name
      checkTimestamp(timestamp, now, toleranceSeconds);
      return {
        prefix: `${id}.${timestamp}.`,
        // Other versions, such as `v1a`, are for keys of another kind.
        signatures: decoded(
          [...signature.matchAll(/(?:^|[\s,])v1,([\w+/=-]+)/g)].map(([, value = ""]) => value),
          fromBase64URL,
        ),
      };
    },
    sign: async (key, body, { id, timestamp }) => {
      const seconds = `${Math.floor(timestamp.getTime() / 1000)}`;
      const signature = await hmac(key, signedContent(`${id}.${seconds}.`, body));
      return {
        "webhook-id": id,
        "webhook-timestamp": seconds,
        "webhook-signature": `v1,${toBase64(signature)}`,
      };
    },
  };
}

/** The encodings of a signature. */
export type SignatureEncoding = "base64" | "base64url" | "hex";

/**
 * HMAC-SHA256 of the body alone in one header: `x-speakeasy-webhooks`. There is no timestamp, so a
 * webhook that is sent again by somebody else cannot be told from the first.
 *
 * @param name - The name of the header.
 * @param encoding - The encoding of the signature. Base64 is read in both alphabets.
 */
export function signatureHeader(name: string, encoding: SignatureEncoding): WebhookScheme {
  const lowerCase = name.toLowerCase();
  const read = encoding === "hex" ? fromHex : fromBase64URL;
  const write = { hex: toHex, base64: toBase64, base64url: toBase64URL }[encoding];
  return {
    key: (secret) =>
      typeof secret === "string" ? nonEmpty(new TextEncoder().encode(secret)) : secret,
    read: (header) => ({
      prefix: "",
      signatures: decoded(
        requiredHeader(header, lowerCase, lowerCase)
          .split(/[\s,]+/)
          // GitHub and others put the algorithm before it.
          .map((value) => value.replace(/^sha256=/, "")),
        read,
      ),
    }),
    sign: async (key, body) => ({ [lowerCase]: write(await hmac(key, body)) }),
  };
}

function nonEmpty(bytes: Uint8Array | undefined): Uint8Array | undefined {
  return bytes?.length ? bytes : undefined;
}

/** The signatures that can be decoded. One that cannot matches nothing. */
function decoded(
  values: readonly string[],
  read: (value: string) => Uint8Array | undefined,
): readonly Uint8Array[] {
  return values.flatMap((value) => read(value) ?? []);
}

function requiredHeader(header: ReadHeader, name: string, shown: string): string {
  const value = header(name);
  if (value === undefined)
    throw new WebhookVerificationError(
      "header",
      `the header \`${shown}\` is missing. Check that the request is a webhook of this API, and that a proxy keeps its headers`,
    );
  return value;
}

function checkTimestamp(timestamp: string, now: number, toleranceSeconds: number): void {
  if (!/^\d{1,15}$/.test(timestamp))
    throw new WebhookVerificationError(
      "header",
      "the header `webhook-timestamp` is not a number of seconds",
    );
  const age = Math.round(now / 1000) - Number(timestamp);
  // A tolerance that is not a number tolerates nothing.
  if (Math.abs(age) <= toleranceSeconds) return;
  throw new WebhookVerificationError(
    "timestamp",
    `it was sent ${Math.abs(age)} s ${age < 0 ? "in the future" : "ago"}, and ${toleranceSeconds} s are tolerated. ` +
      "Check the clock of this machine, or increase `toleranceSeconds`",
  );
}

function fromHex(value: string): Uint8Array | undefined {
  if (!/^(?:[\da-f]{2})+$/i.test(value)) return undefined;
  return Uint8Array.from(value.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
