import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type StageResult, andThen, failed } from "../diagnostics/stage-result.js";
import type { Json } from "../document/json.js";
import { exceededLimit } from "../document/size-limit.js";
import { keepNumbers } from "./numbers.js";
import { parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";
import { tooLarge } from "./too-large.js";

/**
 * Parses YAML or JSON. The pointer of a syntax error is `file:line:column`. A second document and a
 * key that occurs twice are errors, and no number is changed without a warning.
 *
 * YAML is read as 1.2, so `no` is a string and not false, with the `<<` merge keys that many
 * documents use. JSON is tried first, because that is much faster.
 */
export function parse(text: string, file: string): StageResult<Json> {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const rejected = notADocument(source, file);
  if (rejected) return failed(rejected);
  return andThen(parseJson(source, file) ?? parseYaml(source, file), (parsed) => {
    const tooMuch = exceededLimit(parsed.value);
    return tooMuch === undefined ? keepNumbers(parsed, file) : failed(tooLarge(file, tooMuch));
  });
}

function notADocument(text: string, file: string): Diagnostic | undefined {
  if (text.trim() === "") {
    return diagnostic("file-empty", file, "The file is empty.");
  }
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) {
    return diagnostic("file-not-openapi", file, "The file contains HTML or XML.");
  }
  return undefined;
}
