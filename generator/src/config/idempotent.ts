import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, done } from "../diagnostics/stage-result.js";
import { append } from "../document/pointer.js";
import { type Document, METHODS, type PathItemObject } from "../document/types.js";
import { isIgnored } from "../model/extensions.js";
import { IDEMPOTENT } from "../model/idempotent.js";
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
    const changed = METHODS.flatMap((method) => {
      const value = item[method];
      if (value === undefined || isIgnored(value)) return [];
      const id = operationId({ value, method, path });
      ids.add(id);
      const idempotent = operations.get(id);
      return idempotent === undefined ? [] : [[method, { ...value, [IDEMPOTENT]: idempotent }]];
    });
    return [path, { ...item, ...Object.fromEntries(changed) }];
  });
  const unknown = [...operations.keys()].filter((id) => !ids.has(id));
  return done(
    { ...document, paths: Object.fromEntries(paths) },
    unknown.map((id) => unknownOperation(append(pointer, id), id, [...ids])),
  );
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
