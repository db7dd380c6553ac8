/**
 * The parts of JSONPath (RFC 9535) that overlays use: members, wildcards, indexes, slices,
 * recursive descent, and filters with comparisons, existence tests and logic. Functions are not
 * supported.
 */

/** A parsed path: `$` and the segments after it. */
export type Path = readonly Segment[];

/**
 * A step of a path. A descendant segment (`..`) applies its selectors to a value and to everything
 * in it.
 */
export interface Segment {
  readonly descend: boolean;
  readonly selectors: readonly Selector[];
}

/** Selects children of a value. */
export type Selector =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | {
      readonly kind: "slice";
      readonly start?: number;
      readonly end?: number;
      readonly step: number;
    }
  | { readonly kind: "wildcard" }
  | { readonly kind: "filter"; readonly test: Test };

/** The condition of a filter. */
export type Test =
  | { readonly kind: "or" | "and"; readonly tests: readonly Test[] }
  | { readonly kind: "not"; readonly test: Test }
  | { readonly kind: "exists"; readonly query: Query }
  | {
      readonly kind: "compare";
      readonly operator: Operator;
      readonly left: Operand;
      readonly right: Operand;
    };

/** A comparison operator. */
export type Operator = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** A side of a comparison. */
export type Operand =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "query"; readonly query: Query };

/** A path in a filter, starting at the tested value (`@`) or at the root (`$`). */
export interface Query {
  readonly from: "@" | "$";
  readonly path: Path;
}
