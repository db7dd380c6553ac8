import { randomUUID } from "../web/uuid.js";

/** The header of the idempotency keys of an operation. */
export interface IdempotencyKey {
  /** The name of the header, in lower case. */
  readonly header: string;
  /** Makes the key of a call that has none. Without it, such a call sends no key. */
  readonly make?: () => string;
}

/**
 * An idempotency key for each call of an operation that is not idempotent, so that it can be
 * retried. All attempts of the call send the same. The option `idempotencyKey` replaces it.
 *
 * @param header - The name of the header, which the server must know.
 */
export function idempotencyKey(header: string): IdempotencyKey {
  return { header: header.toLowerCase(), make: randomUUID };
}
