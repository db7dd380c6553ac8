import fc from "fast-check";
import type { Json } from "../../src/document/json.js";
import { formatPointer, pointerToRef } from "../../src/document/pointer.js";

type Path = readonly string[];

/**
 * A change to a document, at a place chosen by numbers, so that failures shrink to few changes near
 * the start.
 */
export interface Mutation {
  readonly kind: "delete" | "copy" | "swap" | "rename" | "replace" | "refer";
  readonly at: number;
  readonly to: number;
  readonly value: Json;
}

const odd: fc.Arbitrary<Json> = fc.constantFrom<Json>(
  null,
  true,
  -1,
  1e300,
  "",
  "object",
  "__proto__",
  "*/ ${x} `",
  [],
  {},
  [[]],
  { $ref: "#" },
  { $ref: "#/nowhere" },
  { type: ["string", "null"] },
  { oneOf: [{ $ref: "#" }, { type: "string" }] },
);

/** One to four changes. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Mutation["kind"][]>(
      "delete",
      "copy",
      "swap",
      "rename",
      "replace",
      "refer",
    ),
    at: fc.nat(),
    to: fc.nat(),
    value: odd,
  }),
  { minLength: 1, maxLength: 4 },
);

/** A copy of the document with the changes applied in order. */
export function mutated(document: Json, changes: readonly Mutation[]): Json {
  let current = document;
  for (const change of changes) {
    const paths = pathsOf(current);
    if (paths.length > 0) current = applied(current, change, paths);
  }
  return current;
}

function applied(document: Json, { kind, at, to, value }: Mutation, paths: readonly Path[]): Json {
  const place = paths[at % paths.length] ?? [];
  const other = paths[to % paths.length] ?? [];
  switch (kind) {
    case "delete":
      return set(document, place, undefined);
    case "copy":
      return set(document, [...other.slice(0, -1), `${place.at(-1) ?? ""}`], get(document, place));
    case "swap":
      return set(
        set(document, place, get(document, other)),
        other,
        get(document, place) as Json | undefined,
      );
    case "rename":
      return set(
        set(document, place, undefined),
        [...place.slice(0, -1), typeof value === "string" ? value : "x"],
        get(document, place),
      );
    case "replace":
      return set(document, place, value);
    case "refer":
      return set(document, place, { $ref: pointerToRef(formatPointer(other)) });
    default:
      return kind satisfies never;
  }
}

function pathsOf(value: Json): readonly Path[] {
  const paths: Path[] = [];
  collect(value, [], paths);
  return paths;
}

function collect(value: Json, path: Path, into: Path[]): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value) as [string, Json][]) {
    const own = path.concat(key);
    into.push(own);
    collect(inner, own, into);
  }
}

function get(value: Json, [key, ...rest]: Path): Json | undefined {
  if (key === undefined) return value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return get(Reflect.get(value, key) as Json, rest);
}

/**
 * A copy with a value at a path; `undefined` removes it. A path that does not exist changes
 * nothing.
 */
function set(value: Json, [key, ...rest]: Path, next: Json | undefined): Json {
  if (key === undefined) return next ?? null;
  if (typeof value !== "object" || value === null) return value;
  const entries = new Map<string, Json>(Object.entries(value));
  const inner = rest.length === 0 ? next : set(entries.get(key) ?? null, rest, next);
  if (inner === undefined) entries.delete(key);
  else entries.set(key, inner);
  return Array.isArray(value) ? [...entries.values()] : Object.fromEntries(entries);
}
