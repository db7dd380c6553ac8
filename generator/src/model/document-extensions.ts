/** Extensions that apply to many operations at once. */
import { isList, isObject } from "../document/json.js";
import type { Document } from "../document/types.js";
import { stringOf } from "./docs.js";
import { itemsOf } from "./keywords.js";
import type { SchemaContext } from "./schema-context.js";

const usual: readonly string[] = ["4XX", "5XX"];

/**
 * `x-speakeasy-errors`: the statuses that are errors. An inner list adds to the outer ones, or
 * replaces them with `override`.
 */
export function errorStatusesOf(
  { document, report }: SchemaContext,
  inner: readonly unknown[],
): readonly string[] {
  let errorStatuses = usual;
  for (const source of [document, document.paths, ...inner]) {
    const extension = isObject(source) ? source["x-speakeasy-errors"] : undefined;
    if (isObject(extension) && isList(extension["statusCodes"])) {
      const codes = itemsOf(extension["statusCodes"]).map(String);
      errorStatuses = extension["override"] === true ? codes : errorStatuses.concat(codes);
    } else if (extension !== undefined) {
      report("extension-invalid", "", "`x-speakeasy-errors` has no list of `statusCodes`.");
    }
  }
  return errorStatuses;
}

/**
 * `x-speakeasy-name-override` of the document: patterns of operation ids, and the names of the
 * methods. The last rule that matches counts, so that a rule for many can precede its exceptions.
 */
export function renamed(
  { ["x-speakeasy-name-override"]: rules }: Document,
  id: string,
): string | undefined {
  const matching = itemsOf(rules).flatMap((rule) => {
    if (!isObject(rule)) return [];
    const pattern = stringOf(rule["operationId"]);
    const name = stringOf(rule["methodNameOverride"]);
    return pattern !== undefined && name !== undefined && matches(pattern, id) ? [name] : [];
  });
  return matching.at(-1);
}

function matches(pattern: string, id: string): boolean {
  try {
    return new RegExp(pattern, "u").test(id);
  } catch {
    return pattern === id;
  }
}
