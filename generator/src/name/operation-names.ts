import type { Api, Operation } from "../model/types.js";
import { typeName } from "./type-name.js";
import { fileScope, type Scope } from "./scope.js";

/** The names of an operation's request and response types, and the base of both. */
export interface OperationTypeNames {
  readonly base: string;
  readonly request: string;
  readonly response: string;
}

/**
 * Names the request and response types of all operations, before anything that was hoisted out of
 * one.
 */
export function nameOperationTypes(
  api: Api,
  types: Scope,
): ReadonlyMap<Operation, OperationTypeNames> {
  const bases = fileScope();
  return new Map(
    api.operations.map((operation) => {
      const base = bases.claim(typeName(operation.id));
      const request = types.claim(`${base}Request`);
      return [operation, { base, request, response: types.claim(`${base}Response`) }];
    }),
  );
}
