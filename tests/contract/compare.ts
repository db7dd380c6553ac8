import type { Exchange } from "./exchange.js";

/** Names for values that differ from run to run, by value. */
export type Names = ReadonlyMap<string, string>;

/** Where an exchange with a server differs from the one with the emulator. */
export interface Difference {
  /** `status`, `content type`, or the path to a member of the body. */
  readonly at: string;
  readonly emulator: unknown;
  readonly server: unknown;
}

/** Compares an exchange with the emulator and one with a server. */
export function compare(
  emulator: Exchange,
  server: Exchange,
  names: { readonly emulator: Names; readonly server: Names },
): Difference[] {
  return [
    ...differences("status", emulator.status, server.status),
    ...differences("content type", emulator.type, server.type),
    ...differences(
      "body",
      neutral(emulator.body, names.emulator),
      neutral(server.body, names.server),
    ),
  ];
}

/** The value without what differs from run to run: ids and times. */
function neutral(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item) => neutral(item, names));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, neutralMember(key, member, names)]),
    );
  }
  return typeof value === "string" ? neutralString(value, names) : value;
}

function neutralMember(key: string, value: unknown, names: Names): unknown {
  if (key === "log_id" || (key === "id" && typeof value === "number")) return "<id>";
  // The page where customers sign in is at an address that the server is configured with.
  if (key === "connect_link" && typeof value === "string") {
    return neutral(value.replace(/^https?:\/\/[^/]+/, "<connect>"), names);
  }
  return neutral(value, names);
}

const TOKEN = /(nango_connect_session_)[0-9a-f]{64}/g;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

function neutralString(value: string, names: Names): string {
  // The format of a time is part of the contract, its digits are not.
  if (/^\d{4}-\d\d-\d\dT/.test(value)) {
    return value.replace(/\.\d+/, ".digits").replaceAll(/\d/g, "0");
  }
  let result = value;
  for (const [from, to] of names) result = result.replaceAll(wholeWord(from), to);
  return result.replaceAll(UUID, "<uuid>").replaceAll(TOKEN, "$1<token>");
}

/** A value that is not part of a longer word, as `exa` is of `example`. */
function wholeWord(value: string): RegExp {
  return new RegExp(`(?<!\\w)${value.replaceAll(/[^\w-]/g, "\\$&")}(?!\\w)`, "g");
}

function differences(at: string, emulator: unknown, server: unknown): Difference[] {
  if (Object.is(emulator, server)) return [];
  if (!isObject(emulator) || !isObject(server) || Array.isArray(emulator) !== Array.isArray(server))
    return [{ at, emulator, server }];
  const keys = new Set([...Object.keys(emulator), ...Object.keys(server)]);
  return [...keys].flatMap((key) => differences(`${at}.${key}`, emulator[key], server[key]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
