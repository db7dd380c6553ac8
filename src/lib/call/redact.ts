import { fromBase64 } from "../web/base64.js";
import { SECRET_HEADER, redactURLs } from "../web/secret-names.js";
import type { Call } from "./call.js";
import { secretReplacer } from "./spellings.js";

/** Shorter secrets are not redacted: they occur in too many words. */
const MIN_LENGTH = 4;

/** Shorter secrets are redacted as whole words only. */
const MIN_LENGTH_IN_WORD = 8;

/** Removes secrets from a string before it is shown. */
export type Redact = (value: string) => string;

/**
 * Returns a function that removes the secrets of a call from a string before it is shown: the
 * credentials that were added to the call, the values of headers with secret names, and the secrets
 * of any URL. Servers echo what they receive, so it finds a secret in any encoding.
 */
export function redactor({ secrets, headers }: Pick<Call, "secrets" | "headers">): Redact {
  let replacers: readonly Redact[] | undefined;
  return (value) => {
    // Created when something is shown: most calls show nothing.
    replacers ??= allSecrets(secrets, headers).map((secret) =>
      secretReplacer(secret, secret.length < MIN_LENGTH_IN_WORD),
    );
    return redactURLs(replacers.reduce((shown, replace) => replace(shown), value));
  };
}

/** Returns the value of a header as it is shown. */
export function redactHeader(
  { secrets }: Pick<Call, "secrets">,
  redact: Redact,
  name: string,
  value: string,
): string {
  // A value that is nothing but a secret is shown to nobody, however short it is.
  return SECRET_HEADER.test(name) || secrets.includes(value) ? "***" : redact(value);
}

/** The secrets of a call in the forms in which servers know them, the longest first. */
function allSecrets(secrets: Call["secrets"], headers: Call["headers"]): readonly string[] {
  const forms = new Set(secrets);
  for (const [name, value] of Object.entries(headers)) {
    if (!SECRET_HEADER.test(name)) continue;
    forms.add(value);
    if (/cookie/i.test(name))
      for (const pair of value.split("; ")) forms.add(pair.slice(pair.indexOf("=") + 1));
  }
  const sent = Array.from(forms);
  for (const form of sent) {
    // `Basic key` is a secret, and so is `key` (RFC 9110 section 11.4).
    const [, scheme = "", key = ""] = /^(\S+) (.*)/.exec(form) ?? [];
    forms.add(key);
    if (/^basic$/i.test(scheme)) for (const part of decodeBasic(key)) forms.add(part);
  }
  const distinct = [...forms].filter((form) => form.length >= MIN_LENGTH);
  // One may begin with another.
  // oxlint-disable-next-line unicorn/no-array-sort -- a new array, and ES2022 has no `toSorted`
  return distinct.sort((a, b) => b.length - a.length);
}

/** The credential in `Basic <base64>`, and the part of it that is secret (RFC 7617). */
function decodeBasic(base64: string): readonly string[] {
  const pair = new TextDecoder().decode(fromBase64(base64));
  const [, username = "", password] = /^([^:]*):([^]*)/.exec(pair) ?? [];
  // Without a password, the user name is the secret.
  return [pair, password || username];
}
