import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, done, failed, hasErrors } from "../diagnostics/stage-result.js";
import { checkKeys } from "./check-keys.js";
import { checkPaths } from "./check-paths.js";
import { checkRefs } from "./check-refs.js";
import { checkShape } from "./check-shape.js";
import { degrade } from "./degrade.js";
import { type Json, freeze } from "./json.js";
import { normalize } from "./normalize.js";
import { type DocumentNode, allNodes } from "./shape.js";
import { exceededLimit } from "./size-limit.js";
import type { Document } from "./types.js";

/**
 * Verifies that a 3.1 document matches the types of this folder, so that later stages can rely on
 * them. A part that does not is left out with a warning where the rest can do without it. Never
 * throws. The result is frozen, and so is what it shares with the given value.
 */
export function check(value: Json): StageResult<Document> {
  const tooMuch = exceededLimit(value);
  if (tooMuch !== undefined) return failed(tooLarge(tooMuch));
  const { value: document, diagnostics } = normalize(value);
  const all = nodesOf(document);
  const keys = [...diagnostics, ...checkKeys(all)];
  const { value: usable, diagnostics: found } = degrade(document, errorsOf(document, all), (next) =>
    errorsOf(next, nodesOf(next)),
  );
  const reported = [...keys, ...found];
  if (hasErrors(reported)) return failed(...reported);
  // `checkShape` has verified the type.
  return done(freeze(usable) as unknown as Document, reported);
}

function errorsOf(document: Json, all: readonly DocumentNode[]): readonly Diagnostic[] {
  return [...checkShape(all), ...checkRefs(document, all), ...checkPaths(document)];
}

function nodesOf(document: Json): readonly DocumentNode[] {
  return allNodes({ kind: "document", value: document, pointer: "" });
}

function tooLarge(what: string): Diagnostic {
  return diagnostic("document-too-large", "", `The document has ${what}.`);
}
