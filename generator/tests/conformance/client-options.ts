import { Code, type Literal } from "../../src/emit/example/literal.js";
import type { SecurityScheme } from "../../src/model/types.js";
import type { Match } from "./match.js";
import type { ScenarioCall } from "./scenarios.js";

/**
 * The options of the client for a call: what the servers and the security of the document ask for.
 * The program has the server's origin in a variable.
 */
export function clientOptions(match: Match, call: ScenarioCall): ReadonlyMap<string, Literal> {
  const { names, api } = match.sdk.context;
  const options = new Map<string, Literal>();
  const origin = new Code("origin");
  if (match.originVariable === undefined) options.set("serverURL", origin);
  else options.set(names.variable(match.originVariable), origin);
  for (const [name, value] of match.variables) options.set(names.variable(name), value);
  for (const scheme of api.schemes) {
    const value = credentialOf(scheme, call);
    const isNeeded =
      match.operation.security.length > 0 &&
      match.operation.security.every((uses) => uses.some(({ key }) => key === scheme.key));
    if (value !== undefined) options.set(names.option(scheme), value);
    else if (isNeeded) options.set(names.option(scheme), "none");
  }
  return options;
}

/** The credential that a call expects for a scheme. */
function credentialOf(
  scheme: SecurityScheme,
  { headers, query }: ScenarioCall,
): string | undefined {
  if (scheme.kind !== "apiKey") return headers["authorization"]?.split(" ")[1];
  if (scheme.in === "header") return headers[scheme.name.toLowerCase()];
  const value = query[scheme.name];
  return value === undefined ? undefined : String(value);
}
