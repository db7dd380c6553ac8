/** How webhooks are signed. */
import { fromBase64URL, toBase64, toBase64URL } from "../web/base64.js";
import { WebhookVerificationError } from "./errors.js";
import {
  type VersionedSignatures,
  type WebhookKey,
  privateKey,
  publicKey,
  secretKey,
} from "./keys.js";

/**
 * A secret: a string as the sender shows it, or the bytes of a shared secret. Of a key pair
 * (Standard Webhooks), the public key validates (`whpk_...`) and the private one signs
 * (`whsk_...`).
 */
export type WebhookSecret = string | Uint8Array;

/** Reads a header of the request. */
type ReadHeader = (name: string) => string | undefined;

/** What the headers of a webhook say: what is signed before the body, and the signatures. */
export interface WebhookSignatures {
  /** The bytes that are signed before those of the body. */
  readonly prefix: string;
  /** The signatures, one of which must match. */
  readonly signatures: VersionedSignatures;
}

/** The moment of sending, and the name of the message. */
export interface WebhookDelivery {
  readonly id: string;
  readonly timestamp: Date;
}

/** A way to sign webhooks. */
export interface WebhookScheme {
  /** The key of a secret; `undefined` if the secret is malformed. */
  readonly key: (secret: WebhookSecret) => WebhookKey | undefined;
  /**
   * Reads the headers. Throws if one is missing or the timestamp is out of tolerance, before the
   * body is read.
   */
  readonly read: (header: ReadHeader, now: number, toleranceSeconds: number) => WebhookSignatures;
  /** The headers that sign a body. */
  readonly sign: (
    key: WebhookKey,
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
    key(secret) {
      if (typeof secret !== "string") return secretKey(secret);
      const [, prefix = "whsec", base64 = ""] = /^(?:(whsec|whpk|whsk)_)?(.*)$/s.exec(secret) ?? [];
      // A public key is never a shared secret: everybody knows it.
      return CREATE[prefix as keyof typeof CREATE](fromBase64URL(base64)); // as the pattern says
    },
    read: (header, now, toleranceSeconds) => {
      const prefix = header("webhook-signature") === undefined ? "svix" : "webhook";
      const [id, timestamp, signature] = ["id", "timestamp", "signature"].map((name) =>
        requiredHeader(header, `${prefix}-${name}`, `webhook-${name}`),
      ) as [string, string, string]; // one for each name
      checkTimestamp(timestamp, now, toleranceSeconds);
      return {
        prefix: `${id}.${timestamp}.`,
        signatures: { v1: listed(signature, "v1"), v1a: listed(signature, "v1a") },
      };
    },
    sign: async (key, body, { id, timestamp }) => {
      const seconds = `${Math.floor(timestamp.getTime() / 1000)}`;
      const signature = await key.sign(signedContent(`${id}.${seconds}.`, body));
      return {
        "webhook-id": id,
        "webhook-timestamp": seconds,
        "webhook-signature": `${key.version},${toBase64(signature)}`,
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
      secretKey(typeof secret === "string" ? new TextEncoder().encode(secret) : secret),
    read: (header) => ({
      prefix: "",
      signatures: {
        v1: decoded(
          requiredHeader(header, lowerCase, lowerCase)
            .split(/[\s,]+/)
            // GitHub and others put the algorithm before it.
            .map((value) => value.replace(/^sha256=/, "")),
          read,
        ),
      },
    }),
    sign: async (key, body) => ({ [lowerCase]: write(await key.sign(body)) }),
  };
}

/** The kinds of keys by the prefix of their strings. */
const CREATE = { whsec: secretKey, whpk: publicKey, whsk: privateKey } as const;

/** The signatures of one version in a header. */
function listed(header: string, version: string): readonly Uint8Array[] {
  const pattern = new RegExp(`(?:^|[\\s,])${version},([\\w+/=-]+)`, "g");
  return decoded(
    Array.from(header.matchAll(pattern), ([, value = ""]) => value),
    fromBase64URL,
  );
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
