/** Paths that end with a query, which OpenAPI does not allow and authors write all the same. */
import type { Parameter, Type } from "./types.js";

/** The path without its query, query expression (`{?page}`) and fragment. */
export function pathOnly(path: string): string {
  return path.replace(/(?:\{[?&#]|[?#]).*$/, "");
}

/**
 * The parameters that the query of a path implies and nobody declares: `{type}` in `?type={type}`
 * is a required string, and `list` in `?action=list` the only value of its parameter.
 */
export function impliedByQuery(path: string, declared: readonly Parameter[]): readonly Parameter[] {
  const [, query = ""] = /^[^?#]*[^{?#]\?([^#]*)/.exec(path) ?? [];
  const pairs = new Map(new URLSearchParams(query));
  return [...pairs].flatMap(([wire, value]) => {
    const [, variable] = /^\{([^{}]+)\}$/.exec(value) ?? [];
    const isDeclared = declared.some(
      (item) => item.in === "query" && (item.wire === wire || item.wire === variable),
    );
    if (isDeclared || wire === "" || wire.includes("{")) return [];
    return [queryParameter(wire, variable === undefined ? { kind: "literal", value } : STRING)];
  });
}

const STRING: Type = { kind: "string" };

function queryParameter(wire: string, type: Type): Parameter {
  return {
    wire,
    in: "query",
    required: true,
    style: "form",
    explode: true,
    allowReserved: false,
    type,
    docs: {},
  };
}
