import type { Call } from "./call.js";

/** Matches the names of headers that hold secrets. An idempotency key is not a secret. */
export const SECRET_HEADER: RegExp =
  /auth|cookie|(?<!idempotency-)key|token|secret|password|signature/i;

/**
 * Returns a function that removes the secrets of a call from a string before it is shown: the
 * credentials that were added to the call, and the values of headers with secret names. Servers
 * echo what they receive, so it also finds each secret as it is encoded in JSON, in JSON within
 * JSON and in a URL.
 */
export function redactor({ secrets, headers }: Call): (value: string) => string {
  const named = Object.entries(headers).flatMap(([name, value]) =>
    // `Basic key` is a secret, and so is `key` (RFC 9110 section 11.4). Only these headers have a
    // scheme.
    SECRET_HEADER.test(name) ? [value, /auth/i.test(name) ? value.replace(/^\S+ /, "") : ""] : [],
  );
  const forms = [...secrets, ...named]
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      inJSON(secret),
      inJSON(inJSON(secret)),
    ])
    .filter(Boolean);
  // Longest first, because one may begin with another.
  // oxlint-disable-next-line unicorn/no-array-sort -- a new array, and ES2022 has no `toSorted`
  forms.sort((a, b) => b.length - a.length);
  return (value) => forms.reduce((redacted, form) => redacted.replaceAll(form, "***"), value);
}

function inJSON(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}
