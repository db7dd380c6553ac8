import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, failed, hasErrors } from "../diagnostics/stage-result.js";
import { checkKeys } from "./check-keys.js";
import { checkPaths } from "./check-paths.js";
import { checkRefs } from "./check-refs.js";
import { checkShape } from "./check-shape.js";
import { type Json, freeze } from "./json.js";
import { normalize } from "./normalize.js";
import { allNodes } from "./shape.js";
import { exceededLimit } from "./size-limit.js";
import type { Document } from "./types.js";

/**
 * Verifies that a 3.1 document matches the types of this folder, so that later stages can rely on
 * them. Never throws. The result is frozen, and so is what it shares with the given value.
 */
export function check(value: Json): StageResult<Document> {
  const tooMuch = exceededLimit(value);
  if (tooMuch !== undefined) return failed(tooLarge(tooMuch));
  const { value: document, diagnostics } = normalize(value);
  const all = allNodes({ kind: "document", value: document, pointer: "" });
  const found = [
    ...diagnostics,
    ...checkShape(all),
    ...checkKeys(all),
    ...checkRefs(document, all),
  ];
  if (hasErrors(found)) return failed(...found);
  // `checkShape` has verified the type.
  const typed = freeze(document) as unknown as Document;
  const checked = [...found, ...checkPaths(typed)];
  return { value: hasErrors(checked) ? undefined : typed, diagnostics: checked };
}

function tooLarge(what: string): Diagnostic {
  return diagnostic("document-too-large", "", `The document has ${what}.`);
}
