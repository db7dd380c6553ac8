/** Which named schemas extend which others by `allOf`, as far as discriminators need to know. */
import { append } from "../document/pointer.js";
import type { DiscriminatorObject, Document, SchemaObject } from "../document/types.js";
import {
  addsToRef,
  endOf,
  entriesOf,
  has,
  isAnnotation,
  isSchema,
  itemsOf,
  shapesNothing,
} from "./keywords.js";
import type { Pointer } from "./types.js";

/** A named schema, and those that extend it. */
export interface HierarchyNode {
  readonly pointer: Pointer;
  readonly schema: SchemaObject;
  readonly discriminator: DiscriminatorObject | undefined;
  readonly parents: readonly HierarchyNode[];
  /** In document order. */
  readonly children: readonly HierarchyNode[];
  /** True if the schema only refers to what it extends, as `allOf` around a single `$ref` does. */
  readonly isBare: boolean;
}

interface Draft extends HierarchyNode {
  readonly parents: HierarchyNode[];
  readonly children: HierarchyNode[];
}

/** The named schemas by pointer. Empty if none of them can stand for those that extend it. */
export function hierarchyOf(document: Document): ReadonlyMap<Pointer, HierarchyNode> {
  const nodes = new Map(
    entriesOf(document.components?.schemas).flatMap(([name, schema]) => {
      const pointer = append("/components/schemas", name);
      return isObjectSchema(schema) ? [[pointer, draftOf(pointer, schema)] as const] : [];
    }),
  );
  const canBeBase = ({ discriminator, schema }: HierarchyNode): boolean =>
    discriminator !== undefined || has(schema, "oneOf", "anyOf");
  if (![...nodes.values()].some(canBeBase)) return new Map();
  for (const node of nodes.values()) {
    for (const pointer of new Set(extendedBy(document, node.schema))) {
      const parent = nodes.get(pointer);
      if (parent === undefined || parent === node) continue;
      parent.children.push(node);
      node.parents.push(parent);
    }
  }
  return nodes;
}

/** All nodes that extend one, directly or through others, those that are nearer first. */
export function descendantsOf(
  node: HierarchyNode,
  isEnd: (node: HierarchyNode) => boolean = () => false,
): ReadonlySet<HierarchyNode> {
  const found = new Set(node.children);
  // The set grows during the iteration.
  for (const child of found) {
    if (!isEnd(child)) for (const next of child.children) found.add(next);
  }
  found.delete(node);
  return found;
}

function draftOf(pointer: Pointer, schema: SchemaObject): Draft {
  const isBare =
    typeof schema.$ref !== "string" &&
    itemsOf(schema.allOf).filter(hasShape).length === 1 &&
    Object.keys(schema).every((key) => key === "allOf" || key === "type" || isAnnotation(key));
  const discriminator = discriminatorIn(schema);
  return { pointer, schema, discriminator, parents: [], children: [], isBare };
}

function hasShape(part: unknown): boolean {
  return isObjectSchema(part) && !shapesNothing(part);
}

/** The discriminator of a schema, or of an inline part of its `allOf`. */
function discriminatorIn(schema: SchemaObject): DiscriminatorObject | undefined {
  if (schema.discriminator && typeof schema.discriminator.propertyName === "string")
    return schema.discriminator;
  for (const part of itemsOf(schema.allOf)) {
    const isOwn = isObjectSchema(part) && part.$ref === undefined && !part.oneOf && !part.anyOf;
    const found = isOwn ? discriminatorIn(part) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The schemas to which the parts of a schema refer, through aliases. */
function extendedBy(document: Document, schema: SchemaObject): readonly Pointer[] {
  const own = addsToRef(schema) ? (endOf(document, schema) ?? []) : [];
  const inherited = itemsOf(schema.allOf).flatMap((part) => {
    if (!isObjectSchema(part)) return [];
    return typeof part.$ref === "string" && !addsToRef(part)
      ? (endOf(document, part) ?? [])
      : extendedBy(document, part);
  });
  return inherited.concat(own);
}

function isObjectSchema(schema: unknown): schema is SchemaObject {
  return isSchema(schema) && typeof schema === "object";
}
