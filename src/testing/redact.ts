import { SECRET_HEADER } from "../lib/call/redact.js";

/** What stands in the log where a secret was. */
export const REDACTED = "[redacted]";

const secretMember =
  /^(?:.*password|.*secret|.*token|api_?key|authorization|code|credentials?|private_?key|connection_data)$/i;
const secretTree = /^(?:custom_?auth|callback_?params|credentials)$/i;

/** Headers as an object, with the value of those that authorize replaced. */
export function redactHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => [name, SECRET_HEADER.test(name) ? REDACTED : value]),
  );
}

/** A URL with the value of secret query parameters replaced. */
export function redactUrl(url: string): string {
  const redacted = new URL(url);
  const secrets = [...redacted.searchParams.keys()].filter((name) => secretMember.test(name));
  for (const name of secrets) redacted.searchParams.set(name, REDACTED);
  return secrets.length > 0 ? redacted.href : url;
}

/** A text, unless it names a secret: JSON that is cut, a form. Nobody can say where in it the secret ends. */
export function redactText(text: string): string {
  return /password|secret|token|key|credential|authorization/i.test(text) ? REDACTED : text;
}

/** A copy of a JSON value with every text and number replaced that is a secret by its name. */
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
