/** Names of operations, of what they take and of what they answer. */
import type { Api, Operation, Parameter } from "../model/types.js";
import { nameErrors, type ErrorNames } from "./errors.js";
import type { NamedGroups } from "./groups.js";
import { camel, identifier, memberName, words } from "./identifier.js";
import { isNamed, typeName } from "./models.js";
import { keywords } from "./reserved.js";
import { scope, type Scope } from "./scope.js";
import type { OperationNames } from "./types.js";

/** The stem of each operation's types and the file that holds them. */
export interface Stem {
  readonly stem: string;
  readonly file: string;
  readonly request: string;
  readonly response: string;
}

/** Claims request and response types of every operation, before anything that was hoisted out of one. */
export function nameStems(api: Api, types: Scope): ReadonlyMap<Operation, Stem> {
  const stems = scope(["index"], { ignoreCase: true });
  return new Map(
    api.operations.map((operation) => {
      const stem = stems.claim(typeName(operation.id));
      const file = `models/operations/${stem.toLowerCase()}`;
      const request = types.claim(`${stem}Request`);
      return [operation, { stem, file, request, response: types.claim(`${stem}Response`) }];
    }),
  );
}

/** Everything that an operation is called. */
export function nameOperations(
  api: Api,
  stems: ReadonlyMap<Operation, Stem>,
  groups: NamedGroups,
): ReadonlyMap<Operation, OperationNames> {
  const functions = scope(["index"], { ignoreCase: true });
  const errors = nameErrors(api, stems);
  return new Map(
    [...stems].map(([operation, stem]) => [
      operation,
      namesOf(api, operation, { stem, groups, functions, errors }),
    ]),
  );
}

interface Setting {
  readonly stem: Stem;
  readonly groups: NamedGroups;
  readonly functions: Scope;
  readonly errors: ErrorNames;
}

function namesOf(
  api: Api,
  operation: Operation,
  { stem, groups, functions, errors }: Setting,
): OperationNames {
  const own = identifier(camel(operation.suggestedName), "call");
  const method = groups.members(operation.group).claim(own);
  const func = functions.claim(functionName(operation, method));
  const { file } = stem;
  const { members, bodyMember } = nameRequest(api, operation);
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
  api: Api,
  { parameters, body }: Operation,
): { readonly members: ReadonlyMap<string, string>; readonly bodyMember: string | undefined } {
  const taken = scope();
  const members = new Map(
    parameters.map((parameter) => [
      keyOf(parameter),
      taken.claim(parameterName(parameter), qualified(parameter)),
    ]),
  );
  if (!body || parameters.length === 0) return { members, bodyMember: undefined };
  const wanted = body.suggestedName ?? componentName(api, body.type) ?? "requestBody";
  return {
    members,
    bodyMember: taken.claim(identifier(memberName(wanted), "requestBody"), "requestBody"),
  };
}

function componentName(api: Api, type: NonNullable<Operation["body"]>["type"]): string | undefined {
  if (type.kind !== "ref" || !isNamed(type.to)) return undefined;
  return camel(api.models.find((model) => model.pointer === type.to)?.suggestedName ?? "");
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
