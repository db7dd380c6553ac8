import type { Call } from "./call.js";

/** Headers that hold secrets, by their names. An idempotency key is none. */
export const SECRET_HEADER: RegExp =
  /auth|cookie|(?<!idempotency-)key|token|secret|password|signature/i;

/**
 * Takes the secrets of a call out of a text that will be shown: the credentials that were put into it, and what stands in its
 * headers under the name of a secret. Servers repeat what they were sent, so each is looked for as it is and as it stands in
 * JSON, in JSON within JSON and in a URL.
 */
export function maskOf({ secrets, headers }: Call): (text: string) => string {
  const named = Object.entries(headers).flatMap(([name, value]) =>
    // `Basic key` is a secret, and so is `key` (RFC 9110 section 11.4). Elsewhere no scheme stands before a key.
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
  // One may begin with another. `toSorted` is newer than what we compile for.
  // oxlint-disable-next-line unicorn/no-array-sort -- made just here
  forms.sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((masked, form) => masked.replaceAll(form, "***"), text);
}

function inJSON(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
