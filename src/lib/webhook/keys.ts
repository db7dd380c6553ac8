/** Keys of webhooks, by Web Crypto: a shared secret, or a key pair. */
import { WebhookVerificationError } from "./errors.js";
import { hmac, isEqual } from "./hmac.js";

/** The signatures of a webhook: `v1` with a shared secret, `v1a` with a key pair. */
export type VersionedSignatures = Readonly<Partial<Record<"v1" | "v1a", readonly Uint8Array[]>>>;

/** A key that validates signatures, or makes them. */
export interface WebhookKey {
  /** The version of its signatures. */
  readonly version: "v1" | "v1a";
  /** Whether one of the signatures is of this key. */
  readonly verify: (content: Uint8Array, signatures: VersionedSignatures) => Promise<boolean>;
  /** Signs content. */
  readonly sign: (content: Uint8Array) => Promise<Uint8Array>;
}

/** A shared secret: HMAC-SHA256. `undefined` if it is empty. */
export function secretKey(bytes: Uint8Array | undefined): WebhookKey | undefined {
  if (!bytes?.length) return undefined;
  return {
    version: "v1",
    async verify(content, { v1 = [] }) {
      const expected = await hmac(bytes, content);
      return v1.some((signature) => isEqual(signature, expected));
    },
    sign: (content) => hmac(bytes, content),
  };
}

/** The public key of a pair: Ed25519. `undefined` if it does not have 32 bytes. */
export function publicKey(bytes: Uint8Array | undefined): WebhookKey | undefined {
  if (bytes?.length !== 32) return undefined;
  return {
    version: "v1a",
    async verify(content, { v1a = [] }) {
      const key = await ed25519("raw", bytes, "verify");
      for (const signature of v1a)
        if (await crypto.subtle.verify("Ed25519", key, source(signature), source(content)))
          return true;
      return false;
    },
    sign: () => Promise.reject(wrongHalf("A public key cannot sign", "private key, `whsk_...`")),
  };
}

/** What an Ed25519 private key in PKCS #8 begins with (RFC 8410 section 7). */
const PKCS8 = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32);

/** The private key of a pair: its seed of 32 bytes, which the public key may follow. */
export function privateKey(bytes: Uint8Array | undefined): WebhookKey | undefined {
  if (bytes?.length !== 32 && bytes?.length !== 64) return undefined;
  return {
    version: "v1a",
    verify: () =>
      Promise.reject(wrongHalf("A private key is for senders", "public key, `whpk_...`")),
    async sign(content) {
      const pkcs8 = Uint8Array.of(...PKCS8, ...bytes.subarray(0, 32));
      const key = await ed25519("pkcs8", pkcs8, "sign");
      return new Uint8Array(await crypto.subtle.sign("Ed25519", key, source(content)));
    },
  };
}

async function ed25519(
  format: "raw" | "pkcs8",
  bytes: Uint8Array,
  usage: "sign" | "verify",
): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey(format, source(bytes), "Ed25519", false, [usage]);
  } catch (cause) {
    if ((cause as Error).name !== "NotSupportedError") throw malformed(cause);
    throw new WebhookVerificationError(
      "unsupported",
      "this runtime has no Ed25519, which webhooks with a key pair need. Update it, or use a shared secret (`whsec_...`)",
      { cause },
    );
  }
}

function malformed(cause: unknown): WebhookVerificationError {
  return new WebhookVerificationError("secret", "the key is malformed", { cause });
}

function wrongHalf(problem: string, help: string): WebhookVerificationError {
  return new WebhookVerificationError("secret", `${problem}. Pass the ${help}`);
}

/** TypeScript's DOM types exclude shared buffers. */
function source(bytes: Uint8Array): BufferSource {
  return bytes as BufferSource;
}
