import { SECRET_HEADER } from "../lib/call/redact.js";

/** The replacement for a secret in the log. */
export const REDACTED = "[redacted]";

const secretMember =
  /^(?:.*password|.*secret|.*token|api_?key|authorization|code|credentials?|private_?key|connection_data)$/i;
const secretTree = /^(?:custom_?auth|callback_?params|credentials)$/i;

/** Redacts the values of headers that contain credentials. */
export function redactHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => [name, SECRET_HEADER.test(name) ? REDACTED : value]),
  );
}

/** Redacts the values of secret query parameters. */
export function redactUrl(url: string): string {
  const redacted = new URL(url);
  const secrets = [...redacted.searchParams.keys()].filter((name) => secretMember.test(name));
  for (const name of secrets) redacted.searchParams.set(name, REDACTED);
  return secrets.length > 0 ? redacted.href : url;
}

/**
 * Redacts a whole body that is not JSON if it names a secret, because where the secret ends is not
 * known.
 */
export function redactText(text: string): string {
  return /password|secret|token|key|credential|authorization/i.test(text) ? REDACTED : text;
}

/**
 * Redacts every string and number in a JSON value whose name says that it is a secret. Returns a
 * copy.
 */
export function redactJson(value: unknown, secret = false): unknown {
  if (Array.isArray(value)) return value.map((item) => redactJson(item, secret));
  if (typeof value === "object" && value !== null) return redactMembers(value, secret);
  return secret && value !== null ? REDACTED : value;
}

function redactMembers(value: object, secret: boolean): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const leaf = typeof member !== "object";
      const hide = secret || secretTree.test(name) || (leaf && secretMember.test(name));
      return [name, redactJson(member, hide)];
    }),
  );
}
