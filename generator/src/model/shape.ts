/** Shapes: what a type says about values, whatever its parts are called and where they are. */
import { isNamedSchema } from "../document/pointer.js";
import { sorted } from "./sorted.js";
import { canonical, mapChildren } from "./type-helpers.js";
import type { Pointer, Type } from "./types.js";

/**
 * A string that is the same for types of equal shape. Named schemas are the same only if they are
 * the same schema. Descriptions, limits and the order of members do not matter.
 */
export function shapeOf(type: Type, typeAt: (pointer: Pointer) => Type | undefined): string {
  const open: Pointer[] = [];
  const expanded = (of: Type): Type => {
    if (of.kind !== "ref" || isNamedSchema(of.to)) return mapChildren(inOrder(of), expanded);
    const depth = open.indexOf(of.to);
    const target = typeAt(of.to);
    // Counted from the inside, so that it is the same for every type that contains itself.
    if (depth >= 0) return { kind: "ref", to: `^${open.length - depth}` };
    if (target === undefined) return of;
    open.push(of.to);
    const inside = expanded(target);
    open.pop();
    return inside;
  };
  return canonical(JSON.parse(JSON.stringify(expanded(type), withoutProse)));
}

/** What says nothing about the type. */
const PROSE: ReadonlySet<string> = new Set(["docs", "description", "limits"]);

function withoutProse(key: string, value: unknown): unknown {
  return PROSE.has(key) ? undefined : value;
}

function inOrder(type: Type): Type {
  if (type.kind !== "object") return type;
  return { ...type, fields: sorted(type.fields, (a, b) => (a.wire < b.wire ? -1 : 1)) };
}
