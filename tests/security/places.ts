/** The places where a secret could be shown, and how to find it there. */
import { format, inspect } from "node:util";
import { processError } from "vitest/internal/browser";

/**
 * Everything that people and their loggers print of a value. Members that are read by name
 * (`error.cause`, `error.body`, `error.rawValue`) are not included.
 */
export const places: Readonly<Record<string, (value: unknown) => string>> = {
  "util.inspect": (value) => inspect(value, { depth: 20, maxStringLength: Infinity }),
  "util.inspect with hidden members": (value) => inspect(value, { depth: 20, showHidden: true }),
  "console.log": (value) => format(value),
  "console.log with %o": (value) => format("%o", value),
  "console.log with %O": (value) => format("%O", value),
  "console.log with %j": (value) => format("%j", value),
  "console.log with %s": (value) => format("%s", value),
  "String()": String,
  "JSON.stringify": (value) => JSON.stringify(value) ?? "",
  "JSON.stringify of its members": (value) => JSON.stringify({ ...Object(value) }),
  "its enumerable members": (value) =>
    inspect(Object.entries(Object(value)), { depth: 20, showHidden: true }),
  // Prints every member of an error, even hidden ones, unless the error has a toJSON method.
  "vitest, but for the cause": (value) =>
    value instanceof Error ? inspect({ ...processError(value), cause: 0 }, { depth: 20 }) : "",
  message: (value) => String((value as Error | undefined)?.message),
  stack: (value) => String((value as Error | undefined)?.stack),
  "pretty()": (value) => {
    const { pretty } = Object(value) as { pretty?: () => string };
    return typeof pretty === "function" ? pretty.call(value) : "";
  },
  "structuredClone of its members": (value) => {
    const plain = Object.entries(Object(value)).filter(([, v]) => typeof v !== "function");
    return inspect(structuredClone(Object.fromEntries(plain)), { depth: 20 });
  },
};

/** The places where one of the secrets is shown, with some context. */
export function leaks(value: unknown, ...secrets: readonly string[]): readonly string[] {
  return Object.entries(places).flatMap(([place, shown]) => {
    const text = shown(value);
    const at = find(text, secrets);
    return at < 0 ? [] : [`${place}: ${text.slice(Math.max(0, at - 60), at + 60)}`];
  });
}

/** Whether a string contains one of the secrets, as it is or in base64 at any offset. */
export function found(text: string, ...secrets: readonly string[]): boolean {
  return find(text, secrets) >= 0;
}

function find(text: string, secrets: readonly string[]): number {
  const forms = secrets.flatMap((secret) => [secret, ...inBase64(secret)]);
  return Math.max(...forms.map((form) => text.indexOf(form)));
}

/** The parts of base64 that any string with the secret contains, for each offset in a group. */
function inBase64(secret: string): readonly string[] {
  return [0, 1, 2].map((before) => {
    const bytes = Buffer.from("\0".repeat(before) + secret);
    // The first and the last group contain bits of other bytes.
    return bytes.toString("base64").slice(before && 4, Math.floor(bytes.length / 3) * 4);
  });
}

/** A secret with characters that are escaped in JSON, URLs, forms and patterns. */
export function hard(core: string): string {
  return `a!'()*~"\\+/= %$^${core}.[x]{2}|?&#`;
}

/** The forms in which a server may repeat what it received. */
export const repeated: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "in a URL": encodeURIComponent,
  "in JSON": (text) => JSON.stringify(text),
  "in JSON within JSON": (text) => JSON.stringify({ was: text }),
};
