/** Names of operations, of what they take and of what they answer. */
import type { Api, Operation, Parameter, Pointer, Type } from "../model/types.js";
import { nameErrors, type ErrorNames } from "./errors.js";
import type { NamedGroups } from "./groups.js";
import { camel, identifier, memberName, words } from "./identifier.js";
import { isNamed } from "./models.js";
import { keywords } from "./reserved.js";
import { fileScope, scope, type Scope } from "./scope.js";
import type { Stem } from "./stems.js";
import type { OperationNames } from "./types.js";

/** Everything that an operation is called. */
export function nameOperations(
  api: Api,
  stems: ReadonlyMap<Operation, Stem>,
  groups: NamedGroups,
): ReadonlyMap<Operation, OperationNames> {
  const functions = fileScope();
  const schemaNames = new Map(api.models.map((model) => [model.pointer, model.suggestedName]));
  const errors = nameErrors(stems, schemaNames);
  return new Map(
    [...stems].map(([operation, stem]) => [
      operation,
      namesOf(operation, { stem, groups, functions, schemaNames, errors }),
    ]),
  );
}

interface Setting {
  readonly stem: Stem;
  readonly groups: NamedGroups;
  readonly functions: Scope;
  readonly schemaNames: ReadonlyMap<Pointer, string>;
  readonly errors: ErrorNames;
}

function namesOf(
  operation: Operation,
  { stem, groups, functions, schemaNames, errors }: Setting,
): OperationNames {
  const own = identifier(camel(operation.suggestedName), "call");
  const method = groups.members(operation.group).claim(own);
  const func = functions.claim(functionName(operation, method));
  const { file } = stem;
  const { members, bodyMember } = nameRequest(operation, schemaNames);
  return {
    func: { name: func, file: `funcs/${func}` },
    method,
    request: { name: stem.request, file },
    response: { name: stem.response, file },
    bodyMember,
    member: (parameter) => members.get(keyOf(parameter)) ?? memberName(parameter.wire),
    error: (answer) => errors(operation, answer),
  };
}

/** `connections` and `list` make `connectionsList`. */
function functionName({ group }: Operation, method: string): string {
  const name = camel([...group, ...words(method)].join(" "));
  return identifier(keywords.has(name) ? `${name}_` : name, "call");
}

/** Parameters in their order, then the body. Of two with one name the second is told apart by where it goes. */
function nameRequest(
  { parameters, body }: Operation,
  schemaNames: ReadonlyMap<Pointer, string>,
): { readonly members: ReadonlyMap<string, string>; readonly bodyMember: string | undefined } {
  const taken = scope();
  const members = new Map(
    parameters.map((parameter) => [
      keyOf(parameter),
      taken.claim(parameterName(parameter), qualified(parameter)),
    ]),
  );
  if (!body || parameters.length === 0) return { members, bodyMember: undefined };
  const wanted = body.suggestedName ?? componentName(body.type, schemaNames) ?? "requestBody";
  return {
    members,
    bodyMember: taken.claim(identifier(memberName(wanted), "requestBody"), "requestBody"),
  };
}

function componentName(type: Type, schemaNames: ReadonlyMap<Pointer, string>): string | undefined {
  return type.kind === "ref" && isNamed(type.to)
    ? camel(schemaNames.get(type.to) ?? "")
    : undefined;
}

/** The member of a request, and the client option of a global one. */
export function parameterName({ suggestedName, wire }: Parameter): string {
  return identifier(memberName(suggestedName ?? wire), "parameter");
}

function qualified(parameter: Parameter): string {
  return identifier(
    camel(`${parameter.in} ${parameter.suggestedName ?? parameter.wire}`),
    "parameter",
  );
}

function keyOf(parameter: Parameter): string {
  return `${parameter.in} ${parameter.wire}`;
}
