/** Extensions that hold for many operations at once. */
import { isList, isObject } from "../document/json.js";
import type { Document } from "../document/types.js";
import type { Context } from "./context.js";
import { itemsOf } from "./keywords.js";
import { textOf } from "./words.js";

const usual: readonly string[] = ["4XX", "5XX"];

/**
 * `x-speakeasy-errors`: the statuses that are failures, from the document inwards. A list adds to what holds outside
 * of it; with `override` it takes its place.
 */
export function failuresOf(
  { document, report }: Context,
  inner: readonly unknown[],
): readonly string[] {
  let failures = usual;
  for (const source of [document, document.paths, ...inner]) {
    const said = isObject(source) ? source["x-speakeasy-errors"] : undefined;
    if (isObject(said) && isList(said["statusCodes"])) {
      const codes = itemsOf(said["statusCodes"]).map(String);
      failures = said["override"] === true ? codes : failures.concat(codes);
    } else if (said !== undefined) {
      report("extension-invalid", "", "`x-speakeasy-errors` lists no `statusCodes`.");
    }
  }
  return failures;
}

/** `x-speakeasy-name-override` of the document: patterns of operation ids, and what the methods are called. */
export function renamed(
  { ["x-speakeasy-name-override"]: rules }: Document,
  id: string,
): string | undefined {
  for (const rule of itemsOf(rules)) {
    if (!isObject(rule)) continue;
    const pattern = textOf(rule["operationId"]);
    const name = textOf(rule["methodNameOverride"]);
    if (pattern !== undefined && name !== undefined && matches(pattern, id)) return name;
  }
  return undefined;
}

function matches(pattern: string, id: string): boolean {
  try {
    return new RegExp(pattern, "u").test(id);
  } catch {
    return pattern === id;
  }
}
