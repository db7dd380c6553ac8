/** Where a schema stands, and what it would be called if it became a model of its own. */
import { append, parsePointer } from "../document/pointer.js";
import type { Pointer } from "./types.js";

export interface Place {
  readonly pointer: Pointer;
  /** Words for a name: the owner's and the member's. */
  readonly name: string;
  readonly home: "components" | "operations";
  /** The operation that owns the place, where `home` is `operations`. */
  readonly operation?: string;
  /** What `x-speakeasy-name-override` beside the schema names: the type, or the member that holds it. */
  readonly overrides: "type" | "member";
  /** True where the place is itself a named schema, so that parts of it need another name. */
  readonly named: boolean;
}

/** A place inside another one; `words` are added to the name. */
export function inside(
  place: Place,
  tokens: readonly (string | number)[],
  words = "",
  overrides: Place["overrides"] = "type",
): Place {
  const pointer = append(place.pointer, ...tokens);
  return { ...place, pointer, name: `${place.name} ${words}`.trim(), overrides, named: false };
}

/** A place in the document by its pointer alone: named after the component that it is in, else after what leads there. */
export function placeOf(pointer: Pointer): Place {
  const [area, , ...rest] = parsePointer(pointer);
  const tokens = area === "components" ? rest : parsePointer(pointer).slice(1);
  const [owner = "", ...parts] = tokens;
  const name = [owner, ...parts.filter(isName)].join(" ");
  return { pointer, name, home: "components", overrides: "type", named: true };
}

/** A place that belongs to an operation, unless it is in a shared component or, without an id, to none. */
export function operationPlace(pointer: Pointer, operation: string, words: string): Place {
  if (operation === "")
    return { pointer, name: words, home: "components", overrides: "type", named: false };
  if (pointer.startsWith("/components/")) return { ...placeOf(pointer), named: false };
  const name = `${operation} ${words}`;
  return { pointer, name, home: "operations", operation, overrides: "type", named: false };
}

const KEYWORDS: ReadonlySet<string> = new Set(
  "properties items prefixItems allOf anyOf oneOf additionalProperties patternProperties schema content headers".split(
    " ",
  ),
);

/** Keywords, positions and media types on the way say nothing. */
function isName(token: string): boolean {
  return !KEYWORDS.has(token) && !/^\d+$/.test(token) && !token.includes("/");
}
