/** Names of operations, of their requests and of their responses. */
import { isNamedSchema } from "../document/pointer.js";
import { hasOwnOptions, ownCredentials, successHeaders } from "../model/operation-facts.js";
import type { Api, Field, Operation, Parameter, Pointer, Type } from "../model/types.js";
import type { ErrorNames } from "./errors.js";
import type { NamedGroups } from "./groups.js";
import { camel, camelPath, identifier, memberName } from "./identifier.js";
import type { ModelFiles } from "./model-files.js";
import type { OperationTypeNames } from "./operation-names.js";
import { keywords } from "./reserved.js";
import { fileScope, scope, type Scope } from "./scope.js";
import type { Home, OperationNames } from "./types.js";

/** All names of each operation. */
export function nameOperations(
  api: Api,
  { operationTypes, groups, files, errors, types }: NamedParts,
): ReadonlyMap<Operation, OperationNames> {
  const functions = fileScope();
  const schemaNames = new Map(api.models.map((model) => [model.pointer, model.suggestedName]));
  return new Map(
    [...operationTypes].map(([operation, typeNames]) => [
      operation,
      namesOf(api, operation, { typeNames, groups, files, functions, schemaNames, errors, types }),
    ]),
  );
}

/** The names that there are before those of operations. */
export interface NamedParts {
  readonly operationTypes: ReadonlyMap<Operation, OperationTypeNames>;
  readonly groups: NamedGroups;
  readonly files: ModelFiles;
  readonly errors: ErrorNames;
  /** The names of types, for those of options and headers. */
  readonly types: Scope;
}

interface OperationScopes {
  readonly typeNames: OperationTypeNames;
  readonly groups: NamedGroups;
  readonly files: ModelFiles;
  readonly functions: Scope;
  readonly schemaNames: ReadonlyMap<Pointer, string>;
  readonly errors: ErrorNames;
  readonly types: Scope;
}

function namesOf(
  api: Api,
  operation: Operation,
  { typeNames, groups, files, functions, schemaNames, errors, types }: OperationScopes,
): OperationNames {
  const wanted = identifier(camel(operation.suggestedName), "call");
  const method = groups.members(operation.group).claim(wanted);
  const func = functions.claim(functionName(operation, method));
  const file = `models/operations/${files.ofOperation(operation)}`;
  const { members, bodyMember } = nameRequest(operation, schemaNames);
  const { base } = typeNames;
  const headers = successHeaders(operation);
  const headerNames = nameHeaders(headers);
  const own = (isThere: boolean, words: string): Home | undefined =>
    isThere ? { name: types.claim(`${base}${words}`, `${base}Call${words}`), file } : undefined;
  return {
    func: { name: func, file: `funcs/${func}` },
    method,
    request: { name: typeNames.request, file },
    response: { name: typeNames.response, file },
    options: own(hasOwnOptions(operation), "Options"),
    security: own(ownCredentials(api, operation).length > 0, "Security"),
    headers: own(headers.length > 0, "Headers"),
    header: ({ wire }) => headerNames.get(wire) ?? memberName(wire),
    bodyMember,
    member: (parameter) => members.get(keyOf(parameter)) ?? memberName(parameter.wire),
    error: (response) => errors(operation, response),
  };
}

/** `connections` and `list` make `connectionsList`. */
function functionName({ group }: Operation, method: string): string {
  const name = camelPath([...group, method]);
  return identifier(keywords.has(name) ? `${name}_` : name, "call");
}

/**
 * Parameters in order, then the body. If two have the same name, the second is qualified by its
 * location.
 */
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

/** The members for the headers of a response, by wire name. */
function nameHeaders(headers: readonly Field[]): ReadonlyMap<string, string> {
  const taken = scope();
  return new Map(
    headers.map(({ wire }) => [wire, taken.claim(identifier(memberName(wire), "header"))]),
  );
}

function componentName(type: Type, schemaNames: ReadonlyMap<Pointer, string>): string | undefined {
  return type.kind === "ref" && isNamedSchema(type.to)
    ? camel(schemaNames.get(type.to) ?? "")
    : undefined;
}

/** The member of the request, or the client option of a global parameter. */
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
