import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, done } from "../diagnostics/stage-result.js";
import { append } from "../document/pointer.js";
import type { Document, OperationObject, PathItemObject } from "../document/types.js";
import { isIgnored } from "../model/extensions.js";
import { IDEMPOTENT } from "../model/idempotent.js";
import { methodsOf } from "../model/methods.js";
import { operationId } from "../model/operation.js";
import { nearest } from "../strings/spelling.js";
import type { Job } from "./job.js";

/**
 * Sets `x-idempotent` of the operations that gen.yaml names, whatever the document says. Warns
 * about names that are no operation IDs.
 */
export function withIdempotent(document: Document, { config }: Job): StageResult<Document> {
  if (!config.idempotent) return done(document);
  const { pointer, operations } = config.idempotent;
  const ids = new Set<string>();
  const paths = Object.entries(document.paths).map(([path, item]): [string, PathItemObject] => {
    if (isIgnored(item)) return [path, item];
    const changed = methodsOf(item).flatMap(({ value, method, tokens }): [string, Change][] => {
      if (isIgnored(value)) return [];
      const id = operationId({ value, method, path });
      ids.add(id);
      const idempotent = operations.get(id);
      if (idempotent === undefined) return [];
      return [[tokens[0] ?? "", { method, value: { ...value, [IDEMPOTENT]: idempotent } }]];
    });
    let next = item;
    for (const [key, change] of changed) next = withChange(next, key, change);
    return [path, next];
  });
  const unknown = [...operations.keys()].filter((id) => !ids.has(id));
  return done(
    { ...document, paths: Object.fromEntries(paths) },
    unknown.map((id) => unknownOperation(append(pointer, id), id, [...ids])),
  );
}

interface Change {
  readonly method: string;
  readonly value: OperationObject;
}

function withChange(item: PathItemObject, key: string, { method, value }: Change): PathItemObject {
  if (key !== "additionalOperations") return { ...item, [key]: value };
  return { ...item, [key]: { ...item.additionalOperations, [method]: value } };
}

function unknownOperation(pointer: string, id: string, ids: readonly string[]): Diagnostic {
  const near = nearest(id, ids);
  return diagnostic(
    "config-operation-unknown",
    pointer,
    `The document has no operation \`${id}\`.`,
    ...(near === undefined ? [] : [`Did you mean \`${near}\`?`]),
  );
}
