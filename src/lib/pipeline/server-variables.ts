import { InvalidRequestError } from "../errors/client.js";
import { findServer } from "./servers.js";
import type { ClientConfig, ServerVariable } from "./settings.js";

/**
 * Selects a server and replaces the variables in its URL. The `select` of clients whose document
 * has server variables (OpenAPI 3.1 sections 4.8.5 and 4.8.6).
 */
export function selectServerWithVariables(
  config: ClientConfig,
  options: Readonly<Record<string, unknown>>,
): string | undefined {
  const server = findServer(config, options);
  if (typeof server !== "object") return server;
  return server.url.replace(/\{([^{}]+)\}/g, (placeholder, name: string) =>
    valueOf(name, options[name], server.variables?.[name] ?? { default: placeholder }),
  );
}

/**
 * Characters that end a part of a URL or start another: neither unreserved nor a sub-delimiter
 * (RFC 3986 section 2.2).
 */
const DELIMITERS = /[^!$&-.0-9;=A-Z_a-z~\x80-\uffff]/g;

const PLAIN_HTTP = /^http(:|$)/i;

/** The value of a variable: one of its enum, or any that cannot leave its part of the URL. */
function valueOf(name: string, option: unknown, variable: ServerVariable): string {
  const { default: byDefault, values } = variable;
  const value = String(option ?? byDefault);
  if (value === byDefault || (values ? values.includes(value) : staysInPart(value, byDefault)))
    return value;
  const expected = values
    ? `one of ${JSON.stringify(values)}`
    : `such as ${JSON.stringify(byDefault)}, without any of /:?#@[]\\% and without http unless the default has them`;
  throw new InvalidRequestError(
    `${name}: expected a part of the server URL, ${expected}; to use another server, set serverURL`,
  );
}

/**
 * Whether a value spans no more parts of the URL than the default does. Dots alone would remove a
 * path segment (RFC 3986 section 5.2.4).
 */
function staysInPart(value: string, byDefault: string): boolean {
  // A credential that is encrypted by default must stay encrypted.
  if (PLAIN_HTTP.test(value) && !PLAIN_HTTP.test(byDefault)) return false;
  const delimiters = value.match(DELIMITERS) ?? [];
  return !/^\.{0,2}$/.test(value) && delimiters.every((each) => byDefault.includes(each));
}
