/** Names of client options: credentials, global parameters and server variables. */
import type { Api } from "../model/types.js";
import { camel, identifier } from "./identifier.js";
import { parameterName } from "./operations.js";
import { optionMembers } from "./reserved.js";
import { scope } from "./scope.js";

/** Options by scheme key, by location and wire name, and by variable name. */
export interface OptionNames {
  readonly schemes: ReadonlyMap<string, string>;
  readonly globals: ReadonlyMap<string, string>;
  readonly variables: ReadonlyMap<string, string>;
}

/** All options are members of one object, which already has members of its own. */
export function nameOptions(api: Api): OptionNames {
  // SDKs that get access tokens have an option more.
  const getsTokens = api.schemes.some(({ kind }) => kind === "oauth2");
  const options = scope(new Set([...optionMembers, ...(getsTokens ? ["tokenStore"] : [])]));
  const schemes = new Map(
    api.schemes.map(({ key }) => {
      const name = identifier(camel(key), "credential");
      return [key, options.claim(name, `${name}Auth`)];
    }),
  );
  const globals = new Map(
    api.globals.map((parameter) => {
      const name = parameterName(parameter);
      return [`${parameter.in} ${parameter.wire}`, options.claim(name, `${name}Parameter`)];
    }),
  );
  const variables = new Map<string, string>();
  for (const name of api.servers.flatMap((server) =>
    server.variables.map((variable) => variable.name),
  )) {
    const option = identifier(camel(name), "variable");
    if (!variables.has(name)) variables.set(name, options.claim(option, `${option}Variable`));
  }
  return { schemes, globals, variables };
}
