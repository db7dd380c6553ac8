/**
 * Inheritance: a named schema with a discriminator stands for all schemas that extend it by
 * `allOf`. OpenAPI 3.1, section 4.8.25.
 */
import type { DiscriminatorObject, Document, SchemaObject } from "../document/types.js";
import { propertyConstants } from "./constants.js";
import { type HierarchyNode, descendantsOf, hierarchyOf } from "./hierarchy.js";
import { endOf, isSchema, itemsOf } from "./keywords.js";
import { implicitValue, mappingOf } from "./mapping.js";
import type { Pointer } from "./types.js";

/** A schema that a value of a base can have, and the values of the discriminator that select it. */
export interface Subtype {
  readonly pointer: Pointer;
  readonly values: readonly string[];
  /** False for a schema that only the mapping names. It lacks the members of the base. */
  readonly extendsBase: boolean;
}

/** A schema that stands for those that extend it. */
export interface Base {
  readonly schema: SchemaObject;
  /** The property that tells the subtypes apart, if there is a discriminator. */
  readonly wire: string | undefined;
  /**
   * In document order. The base itself comes last. `undefined` if `oneOf` or `anyOf` lists the
   * subtypes.
   */
  readonly subtypes: readonly Subtype[] | undefined;
}

/** The inheritance in a document. */
export interface Subtypes {
  /** The base at a pointer, if the schema there is one. */
  readonly baseAt: (pointer: Pointer) => Base | undefined;
  /** True for a named schema that extends a base, and so has its members. */
  readonly isSubtype: (pointer: Pointer) => boolean;
  /** The values that select a schema, by discriminator property. */
  readonly valuesOf: (pointer: Pointer) => ReadonlyMap<string, readonly string[]>;
  /** True for a discriminator that tells subtypes apart. */
  readonly isUsed: (discriminator: DiscriminatorObject) => boolean;
}

interface Found {
  readonly bases: Map<Pointer, Base>;
  readonly subtypes: Set<Pointer>;
  readonly values: Map<Pointer, Map<string, readonly string[]>>;
  readonly used: Set<DiscriminatorObject>;
}

/** How many variants the unions of all bases may have. A hostile document has a base per level. */
const MAX_VARIANTS = 20_000;

/** Finds the bases of a document and their subtypes. */
export function subtypesOf(document: Document): Subtypes {
  const nodes = hierarchyOf(document);
  const found: Found = {
    bases: new Map(),
    subtypes: new Set(),
    values: new Map(),
    used: new Set(),
  };
  for (const node of nodes.values()) addListed(found, document, nodes, node);
  for (const root of rootsOf(nodes)) if (!isChoice(root)) addTree(found, document, root);
  return {
    baseAt: (pointer) => found.bases.get(pointer),
    isSubtype: (pointer) => found.subtypes.has(pointer),
    valuesOf: (pointer) => found.values.get(pointer) ?? new Map(),
    isUsed: (discriminator) => found.used.has(discriminator),
  };
}

/** The schemas with a discriminator that do not extend another one with the same property. */
function rootsOf(nodes: ReadonlyMap<Pointer, HierarchyNode>): readonly HierarchyNode[] {
  const all = [...nodes.values()].filter(({ discriminator }) => discriminator);
  const inner = new Set(
    all.flatMap((node) =>
      [...descendantsOf(node)].filter((other) => wireOf(other) === wireOf(node)),
    ),
  );
  return all.filter((node) => !inner.has(node));
}

function wireOf({ discriminator }: HierarchyNode): string | undefined {
  return discriminator?.propertyName;
}

function isChoice({ schema }: HierarchyNode): boolean {
  return schema.oneOf !== undefined || schema.anyOf !== undefined;
}

/**
 * A base that lists its own subtypes in `oneOf` or `anyOf`. They extend its members, not the
 * choice, which would contain itself.
 */
function addListed(
  found: Found,
  document: Document,
  nodes: ReadonlyMap<Pointer, HierarchyNode>,
  base: HierarchyNode,
): void {
  if (!isChoice(base) || base.children.length === 0) return;
  const all = descendantsOf(base);
  const listed = itemsOf(base.schema.oneOf ?? base.schema.anyOf).flatMap((variant) => {
    const pointer =
      isSchema(variant) && typeof variant === "object" ? endOf(document, variant) : undefined;
    return pointer === undefined ? [] : (nodes.get(pointer) ?? []);
  });
  if (!listed.some((node) => all.has(node))) return;
  const wire = wireOf(base);
  found.bases.set(base.pointer, { schema: base.schema, wire, subtypes: undefined });
  for (const { pointer } of all) found.subtypes.add(pointer);
  if (wire !== undefined) {
    const values = assignValues(document, wire, base, listed);
    for (const node of listed)
      if (node !== base) note(found, node, wire, values.get(node.pointer) ?? []);
  }
}

/** A base that leaves its subtypes to the schemas that extend it, as does each of those below. */
function addTree(found: Found, document: Document, root: HierarchyNode): void {
  const wire = wireOf(root);
  if (wire === undefined) return;
  const isNested = (node: HierarchyNode): boolean =>
    wireOf(node) !== undefined && wireOf(node) !== wire && node.children.length > 0;
  const tree = descendantsOf(root, isNested);
  const values = assignValues(document, wire, root, [...tree]);
  const pointers = new Set([...pointersOf(tree), ...values.keys()]);
  const all = pointersOf(descendantsOf(root));
  let left = MAX_VARIANTS;
  const addBase = (node: HierarchyNode, isInside: (pointer: Pointer) => boolean): void => {
    const others = [...pointers].filter((pointer) => pointer !== node.pointer && isInside(pointer));
    const subtypes = [...others, node.pointer].flatMap((pointer): readonly Subtype[] => {
      const list = values.get(pointer);
      const extendsBase = pointer === root.pointer || all.has(pointer);
      return list ? [{ pointer, values: list, extendsBase }] : [];
    });
    left -= pointers.size;
    if (subtypes.some(({ pointer }) => pointer !== node.pointer))
      found.bases.set(node.pointer, { schema: node.schema, wire, subtypes });
  };
  addBase(root, () => true);
  if (!found.bases.has(root.pointer)) return;
  if (root.discriminator) found.used.add(root.discriminator);
  for (const node of tree) {
    if (node.discriminator && wireOf(node) === wire) found.used.add(node.discriminator);
    const list = values.get(node.pointer);
    if (!node.isBare || list) found.subtypes.add(node.pointer);
    if (list) note(found, node, wire, list);
    if (isNested(node)) {
      for (const inner of descendantsOf(node)) note(found, inner, wire, list ?? []);
    } else if (!isChoice(node) && node.children.length > 0 && left > 0) {
      const below = pointersOf(descendantsOf(node));
      addBase(node, (pointer) => below.has(pointer));
    }
  }
}

function pointersOf(nodes: Iterable<HierarchyNode>): ReadonlySet<Pointer> {
  return new Set([...nodes].map(({ pointer }) => pointer));
}

/** Notes the values of a subtype. What was noted first is nearer to it. */
function note(
  found: Found,
  { pointer }: HierarchyNode,
  wire: string,
  values: readonly string[],
): void {
  const known = found.values.get(pointer) ?? new Map<string, readonly string[]>();
  found.values.set(pointer, known);
  if (values.length > 0 && !known.has(wire)) known.set(wire, values);
}

/**
 * The values that select each schema. The mapping comes first, then constants, then the names of
 * the schemas. If there is a mapping, a schema that others extend has only the values that it
 * lists.
 */
function assignValues(
  document: Document,
  wire: string,
  root: HierarchyNode,
  candidates: readonly HierarchyNode[],
): ReadonlyMap<Pointer, readonly string[]> {
  const values = new Map<Pointer, readonly string[]>();
  const taken = new Set<string>();
  const assign = (pointer: Pointer, list: readonly string[]): void => {
    const free = list.filter((value) => !taken.has(value));
    for (const value of free) taken.add(value);
    if (free.length > 0) values.set(pointer, [...(values.get(pointer) ?? []), ...free]);
  };
  const mapped = [root, ...candidates].flatMap(({ discriminator }) =>
    discriminator?.propertyName === wire ? mappingOf(document, discriminator) : [],
  );
  for (const [value, pointer] of mapped) assign(pointer, [value]);
  const allowed = propertyConstants(document, root.schema, wire).map(String);
  const constants = inheritedConstants(document, wire, root, candidates);
  for (const node of candidates) {
    const own = constants.get(node) ?? [];
    const isAbstract = mapped.length > 0 && (node.children.length > 0 || node.isBare);
    if (values.has(node.pointer) || node === root) continue;
    if (own.length > 0) assign(node.pointer, own);
    else if (!isAbstract) assign(node.pointer, implicitValues(node, allowed));
  }
  if (!values.has(root.pointer))
    assign(root.pointer, allowed.length > 0 || mapped.length > 0 ? allowed : implicitValues(root));
  return values;
}

function implicitValues(
  { pointer }: HierarchyNode,
  allowed?: readonly string[],
): readonly string[] {
  const value = implicitValue(pointer, allowed);
  return value === undefined ? [] : [value];
}

/** The constants of each schema, or of what it extends below the root. */
function inheritedConstants(
  document: Document,
  wire: string,
  root: HierarchyNode,
  candidates: readonly HierarchyNode[],
): ReadonlyMap<HierarchyNode, readonly string[]> {
  const except = new Set([root, ...candidates].map(({ schema }) => schema));
  const known = new Map<HierarchyNode, readonly string[]>();
  for (const node of candidates) {
    except.delete(node.schema);
    const own = propertyConstants(document, node.schema, wire, except).map(String);
    except.add(node.schema);
    const inherited = node.parents.map((parent) => known.get(parent) ?? []);
    known.set(node, own.length > 0 ? own : (inherited.find((list) => list.length > 0) ?? []));
  }
  return known;
}
