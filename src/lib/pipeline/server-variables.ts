import { InvalidRequestError } from "../errors/client.js";
import { chosenServer } from "./servers.js";
import type { ClientConfig, ServerVariable } from "./settings.js";

/**
 * Chooses among servers and puts values into the variables of their URLs: given to a client's `select` where a description has
 * such servers. OpenAPI 3.1, sections 4.8.5 and 4.8.6.
 */
export function selectServerWithVariables(
  config: ClientConfig,
  options: Readonly<Record<string, unknown>>,
): string | undefined {
  const chosen = chosenServer(config, options);
  if (typeof chosen !== "object") return chosen;
  return chosen.url.replace(/\{([^{}]+)\}/g, (whole, name: string) =>
    valueOf(name, options[name], chosen.variables?.[name] ?? { default: whole }),
  );
}

/** What is neither unreserved nor a sub-delimiter ends a part of a URL or starts another (RFC 3986 section 2.2). */
const DELIMITERS = /[^!$&-.0-9;=A-Z_a-z~\x80-\uffff]/g;

const OPEN = /^http(:|$)/i;

/** One of the variable's enum, or what cannot leave the part of the URL in which the description has put it. */
function valueOf(name: string, given: unknown, about: ServerVariable): string {
  const { default: usual, values } = about;
  const value = String(given ?? usual);
  if (value === usual || (values ? values.includes(value) : staysInPart(value, usual)))
    return value;
  const expected = values
    ? `one of ${JSON.stringify(values)}`
    : `such as ${JSON.stringify(usual)}, with nothing of /:?#@[]\\% and no http that is not in it`;
  throw new InvalidRequestError(
    `${name}: expected a part of the server's URL, ${expected}; another server is given as serverURL`,
  );
}

/** Where the default spans several parts of the URL, values may do so too. Dots alone would take a part away (section 5.2.4). */
function staysInPart(value: string, usual: string): boolean {
  // A key that goes encrypted by default does so always.
  if (OPEN.test(value) && !OPEN.test(usual)) return false;
  const delimiters = value.match(DELIMITERS) ?? [];
  return !/^\.{0,2}$/.test(value) && delimiters.every((each) => usual.includes(each));
}
