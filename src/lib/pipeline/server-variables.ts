import { InvalidRequestError } from "../errors/client.js";
import { LOOPBACK, findServer } from "./servers.js";
import type { ClientConfig, ServerVariable } from "./settings.js";

type Options = Readonly<Record<string, unknown>>;

/**
 * Selects a server and replaces the variables in its URL. The `select` of clients whose document
 * has server variables (OpenAPI 3.1 sections 4.8.5 and 4.8.6).
 */
export function selectServerWithVariables(
  config: ClientConfig,
  options: Options,
): string | undefined {
  const server = findServer(config, options);
  if (typeof server !== "object") return server;
  const { url, variables = {} } = server;
  const selected = url.replace(/\{([^{}]+)\}/g, (placeholder, name: string, start: number) => {
    const after = url.slice(start + placeholder.length);
    const part = partOf(url.slice(0, start), after);
    return valueOf(name, options[name], variables[name] ?? { default: placeholder }, part, after);
  });
  const [, first = ""] = /^\{([^{}]+)\}/.exec(url) ?? [];
  const variable = variables[first];
  if (variable) checkScheme(first, variable, selected, options);
  return selected;
}

/**
 * The part of the URL that a variable is all of: `{origin}/v1`, `{scheme}://`, `//{authority}/`,
 * `.{label}.`. All others are within a part, or in the path.
 */
type Part = "origin" | "scheme" | "authority" | "label" | undefined;

function partOf(before: string, after: string): Part {
  if (before === "") {
    if (after.startsWith("://")) return "scheme";
    return /^([/:]|$)/.test(after) ? "origin" : undefined;
  }
  if (!/^[^/]*:\/\/([^/]*\.)?$/.test(before)) return undefined;
  if (before.endsWith("/") && /^(\/|$)/.test(after)) return "authority";
  return /^([.:/]|$)/.test(after) ? "label" : undefined;
}

/**
 * The value of a variable: one of its enum, an http or https URL at the start of the server's, or
 * else any value that cannot leave its part of the URL.
 */
function valueOf(
  name: string,
  option: unknown,
  { default: byDefault, values }: ServerVariable,
  part: Part,
  after: string,
): string {
  const value = String(option ?? byDefault ?? "");
  // Without its host, a URL would have the next thing for a host.
  if (value === "" && !byDefault && (part || byDefault === undefined))
    throw new InvalidRequestError(
      `${name}: required, as it is part of the server URL; to use another server, set serverURL`,
    );
  const hasForm =
    part === "origin"
      ? isOrigin(value, after)
      : part === "scheme"
        ? /^https?$/i.test(value)
        : undefined;
  const isListed = value === byDefault || values?.includes(value);
  const isAllowed = isListed || (!values && (hasForm ?? staysInPart(value, byDefault ?? "", part)));
  if (isAllowed && hasForm !== false)
    return part === "origin" && after ? value.replace(/(?<!\/)\/+$/, "") : value;
  throw invalidVariable(
    name,
    !isListed && values ? `, one of ${JSON.stringify(values)}` : expectation(byDefault ?? "", part),
  );
}

/** What a variable may be, after "expected a part of the server URL". */
function expectation(byDefault: string, part: Part): string {
  if (part === "origin")
    return ", such as https://api.example.com, without query, fragment or credentials";
  if (part === "scheme") return ", http or https";
  return `, such as ${JSON.stringify(byDefault)}, without any of /:?#@[]\\% and without http unless the default has them`;
}

/** Whether a value is an http or https URL that `after` can follow. */
function isOrigin(value: string, after: string): boolean {
  const pattern = after.startsWith(":")
    ? /^https?:\/\/[^\s\\?#@/:]+$/i
    : /^https?:\/\/[^\s\\?#@/]+(\/[^\s\\?#]*)?$/i;
  return pattern.test(value) && URL.canParse(value);
}

/**
 * Characters that end a part of a URL or start another: neither unreserved nor a sub-delimiter
 * (RFC 3986 section 2.2).
 */
const DELIMITERS = /[^!$&-.0-9;=A-Z_a-z~\x80-\uffff]/g;

const PLAIN_HTTP = /^http(:|$)/i;

/**
 * Whether a value spans no more parts of the URL than the default does. An authority may have a
 * port or be an IPv6 address. Dots alone would remove a path segment (RFC 3986 section 5.2.4).
 */
function staysInPart(value: string, byDefault: string, part: Part): boolean {
  // A credential that is encrypted by default must stay encrypted.
  if (PLAIN_HTTP.test(value) && !PLAIN_HTTP.test(byDefault)) return false;
  const name =
    part === "authority" ? value.replace(/:\d+$/, "").replace(/^\[[\da-f:.]+]$/i, "ip") : value;
  const delimiters = name.match(DELIMITERS) ?? [];
  return !/^\.{0,2}$/.test(name) && delimiters.every((each) => byDefault.includes(each));
}

/** Rejects http for https, as `serverURL` does: it would reveal credentials. */
function checkScheme(
  name: string,
  { default: byDefault = "", values }: ServerVariable,
  selected: string,
  options: Options,
): void {
  if (!PLAIN_HTTP.test(selected) || PLAIN_HTTP.test(byDefault) || values || options["allowHTTP"])
    return;
  if (!URL.canParse(selected) || !LOOPBACK.test(new URL(selected).hostname))
    throw invalidVariable(
      name,
      ` with https; http is allowed for localhost, or with allowHTTP: true`,
    );
}

function invalidVariable(name: string, expected: string): InvalidRequestError {
  return new InvalidRequestError(
    `${name}: expected a part of the server URL${expected}; to use another server, set serverURL`,
  );
}
