/** Where a secret could show, and how to find it there. */
import { format, inspect } from "node:util";
import { processError } from "vitest/internal/browser";

/**
 * Everything that people and their loggers make of a value. What is asked for by name (`error.cause`, `error.body`,
 * `error.rawValue`) is there to be read and no such place.
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
  // It reads every member of an error, those too that do not show, unless the error says by itself what it is in JSON.
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

/** The places where one of the secrets shows, with what stands around it. */
export function leaks(value: unknown, ...secrets: readonly string[]): readonly string[] {
  return Object.entries(places).flatMap(([place, shown]) => {
    const text = shown(value);
    const at = find(text, secrets);
    return at < 0 ? [] : [`${place}: ${text.slice(Math.max(0, at - 60), at + 60)}`];
  });
}

/** Whether a text holds one of the secrets, as it is or in base64 with whatever stood before and behind it. */
export function found(text: string, ...secrets: readonly string[]): boolean {
  return find(text, secrets) >= 0;
}

function find(text: string, secrets: readonly string[]): number {
  const forms = secrets.flatMap((secret) => [secret, ...inBase64(secret)]);
  return Math.max(...forms.map((form) => text.indexOf(form)));
}

/** What the base64 form of any text with the secret in it holds: its groups, by where in a group it begins. */
function inBase64(secret: string): readonly string[] {
  return [0, 1, 2].map((before) => {
    const octets = Buffer.from("\0".repeat(before) + secret);
    // The first group and the last hold bits of other octets.
    return octets.toString("base64").slice(before && 4, Math.floor(octets.length / 3) * 4);
  });
}

/** A text around a secret with everything that is written differently in JSON, URLs, forms and patterns. */
export function hard(core: string): string {
  return `a!'()*~"\\+/= %$^${core}.[x]{2}|?&#`;
}

/** The forms in which a server may repeat what it was sent. */
export const repeated: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "in a URL": encodeURIComponent,
  "in JSON": (text) => JSON.stringify(text),
  "in JSON within JSON": (text) => JSON.stringify({ was: text }),
};
