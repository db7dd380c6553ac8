import type { Api, Operation } from "../model/types.js";
import { typeName } from "./models.js";
import { fileScope, type Scope } from "./scope.js";

/** The stem of each operation's types and the file that holds them. */
export interface Stem {
  readonly stem: string;
  readonly file: string;
  readonly request: string;
  readonly response: string;
}

/** Claims request and response types of every operation, before anything that was hoisted out of one. */
export function nameStems(api: Api, types: Scope): ReadonlyMap<Operation, Stem> {
  const stems = fileScope();
  return new Map(
    api.operations.map((operation) => {
      const stem = stems.claim(typeName(operation.id));
      const file = `models/operations/${stem.toLowerCase()}`;
      const request = types.claim(`${stem}Request`);
      return [operation, { stem, file, request, response: types.claim(`${stem}Response`) }];
    }),
  );
}
