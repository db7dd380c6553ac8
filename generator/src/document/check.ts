import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, failed, hasErrors } from "../diagnostics/stage-result.js";
import { checkKeys } from "./check-keys.js";
import { checkRefs } from "./check-refs.js";
import { checkPaths } from "./check-paths.js";
import { checkShape } from "./check-shape.js";
import { excess } from "./excess.js";
import { type Json, freeze } from "./json.js";
import { everything } from "./shape.js";
import { tidy } from "./tidy.js";
import type { Document } from "./types.js";

/**
 * Makes sure that a 3.1 document is what the types of this folder say, so that the stages after this need not ask.
 * Never throws, whatever the value. The result is frozen, and so is what it shares with the value that was given.
 */
export function check(value: Json): StageResult<Document> {
  const tooMuch = excess(value);
  if (tooMuch !== undefined) return failed(tooLarge(tooMuch));
  const { value: document, diagnostics } = tidy(value);
  const all = everything({ kind: "document", value: document, pointer: "" });
  const found = [
    ...diagnostics,
    ...checkShape(all),
    ...checkKeys(all),
    ...checkRefs(document, all),
  ];
  if (hasErrors(found)) return failed(...found);
  // The shape has just been checked.
  const typed = freeze(document) as unknown as Document;
  const checked = [...found, ...checkPaths(typed)];
  return { value: hasErrors(checked) ? undefined : typed, diagnostics: checked };
}

function tooLarge(what: string): Diagnostic {
  return diagnostic("document-too-large", "", `The document has ${what}.`);
}
