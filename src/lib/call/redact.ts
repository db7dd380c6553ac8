import type { Call } from "./call.js";

/** Headers that hold secrets, by name. An idempotency key is not one. */
export const SECRET_HEADER: RegExp =
  /auth|cookie|(?<!idempotency-)key|token|secret|password|signature/i;

/**
 * Returns a function that removes the secrets of a call from a string before it is shown: the credentials that were put into
 * the call, and the values of headers whose names say that they are secret. Servers echo what they receive, so each secret is
 * also found in the form that it has in JSON, in JSON within JSON and in a URL.
 */
export function redactor({ secrets, headers }: Call): (value: string) => string {
  const named = Object.entries(headers).flatMap(([name, value]) =>
    // `Basic key` is a secret, and so is `key` (RFC 9110 section 11.4). Other headers have no scheme before the key.
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
  // Longest first, as one may begin with another. `toSorted` is newer than our compile target.
  // oxlint-disable-next-line unicorn/no-array-sort -- made just here
  forms.sort((a, b) => b.length - a.length);
  return (value) => forms.reduce((redacted, form) => redacted.replaceAll(form, "***"), value);
}

function inJSON(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}
