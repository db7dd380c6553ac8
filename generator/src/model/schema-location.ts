import { append, parsePointer } from "../document/pointer.js";
import type { Pointer } from "./types.js";

/** The location of a schema, and its name if it becomes a model. */
export interface SchemaLocation {
  readonly pointer: Pointer;
  /** Words for the name: those of the owner and the member. */
  readonly name: string;
  readonly home: "components" | "operations";
  /**
   * What `x-speakeasy-name-override` next to the schema names: the type, or the member that
   * contains it.
   */
  readonly overrides: "type" | "member";
  /** True for a named schema. Its parts need other names. */
  readonly named: boolean;
}

/** A location inside another one. `words` are added to the name. */
export function locationInside(
  location: SchemaLocation,
  tokens: readonly (string | number)[],
  words = "",
  overrides: SchemaLocation["overrides"] = "type",
): SchemaLocation {
  const pointer = append(location.pointer, ...tokens);
  return {
    ...location,
    pointer,
    name: `${location.name} ${words}`.trim(),
    overrides,
    named: false,
  };
}

/** The location of a pointer, named after its component and the tokens that lead to it. */
export function locationOf(pointer: Pointer): SchemaLocation {
  const [area, , ...rest] = parsePointer(pointer);
  const tokens = area === "components" ? rest : parsePointer(pointer).slice(1);
  const [owner = "", ...parts] = tokens;
  const name = [owner, ...parts.filter(isName)].join(" ");
  return { pointer, name, home: "components", overrides: "type", named: true };
}

/** A location in an operation, unless it is in a shared component or the id is empty. */
export function operationLocation(
  pointer: Pointer,
  operation: string,
  words: string,
): SchemaLocation {
  if (operation === "")
    return { pointer, name: words, home: "components", overrides: "type", named: false };
  if (pointer.startsWith("/components/")) return { ...locationOf(pointer), named: false };
  const name = `${operation} ${words}`;
  return { pointer, name, home: "operations", overrides: "type", named: false };
}

const KEYWORDS: ReadonlySet<string> = new Set(
  "properties items prefixItems allOf anyOf oneOf additionalProperties patternProperties schema content headers".split(
    " ",
  ),
);

/** Keywords, positions and media types in a pointer contribute nothing to a name. */
function isName(token: string): boolean {
  return !KEYWORDS.has(token) && !/^\d+$/.test(token) && !token.includes("/");
}
