import type { SchemeUse, Security, SecurityScheme } from "../../model/types.js";
import { schemeFunction } from "./oauth.js";
import type { EmitContext } from "../context.js";
import { arrayLiteral, call, isMatrix } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";

/**
 * A security requirement as a list of alternatives, each a list of schemes that are needed
 * together.
 */
export function securityExpression(context: EmitContext, security: Security): Layout {
  const rows = security.map((schemes) =>
    arrayLiteral(schemes.flatMap((use) => schemeExpression(context, use))),
  );
  return arrayLiteral(rows, { broken: isMatrix(security) });
}

function schemeExpression(
  context: EmitContext,
  { key, scopes = [] }: SchemeUse,
): readonly Layout[] {
  const scheme = context.api.schemes.find((candidate) => candidate.key === key);
  if (!scheme) return [];
  if (scheme.kind === "oauth2")
    return [call(schemeFunction(context, scheme), scopes.map(stringLiteral))];
  const option = stringLiteral(context.names.option(scheme));
  if (scheme.kind === "http")
    return [call(context.runtime("httpScheme"), [option, stringLiteral(scheme.scheme)])];
  if (scheme.kind !== "apiKey") return [call(context.runtime(scheme.kind), [option])];
  return [call(context.runtime(API_KEY[scheme.in]), [option, stringLiteral(scheme.name)])];
}

/** The runtime's function for an API key, by location. */
const API_KEY = { header: "apiKeyHeader", query: "apiKeyQuery", cookie: "apiKeyCookie" } as const;

/** True if an operation needs other credentials than the default. */
export function isSecurityOfItsOwn(context: EmitContext, security: Security): boolean {
  return JSON.stringify(security) !== JSON.stringify(context.api.security);
}

/**
 * The environment variable of a client option, or of a part of it, or `undefined` if none is read.
 */
export function environmentVariable(
  context: EmitContext,
  scheme: SecurityScheme,
  part?: string,
): string | undefined {
  const prefix = context.options.envVarPrefix;
  if (prefix === "") return undefined;
  const name = context.names.option(scheme);
  const option = part === undefined ? name : `${name}_${part}`;
  return `${prefix}_${option.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase()}`;
}
