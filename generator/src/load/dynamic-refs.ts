/**
 * Resolves `$dynamicRef` without evaluating anything. A schema that refers to another one and has
 * an anchor of the same name gets a copy in which the anchor is its own, as if the other one were
 * a generic type. `$recursiveRef`, its forerunner, is a `$dynamicRef` without a name.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
 */
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type Json, type JsonObject, isList, isObject, member, without } from "../document/json.js";
import { type Pointer, append, pointerToRef, refToPointer } from "../document/pointer.js";
import { valueAt } from "../document/refs.js";
import { type DocumentNode, allNodes, rewrite } from "../document/shape.js";
import type { Document } from "../document/types.js";

/** Schemas by the name of their anchor. */
type Bindings = ReadonlyMap<string, Pointer>;

/** A document without `$dynamicRef`, and a warning for each that leads nowhere. */
export interface Resolved {
  readonly document: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Replaces every `$dynamicRef` of a bundled document.
 *
 * @param all all objects of the document
 */
export function withoutDynamicRefs(document: JsonObject, all: readonly DocumentNode[]): Resolved {
  const schemas = all.filter(({ kind }) => kind === "schema");
  if (!schemas.some(({ value }) => isObject(value) && dynamicName(value) !== undefined))
    return { document, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const scopes = scopesOf(schemas);
  const at = (pointer: Pointer): unknown => valueAt(document as unknown as Document, pointer);
  const needs = needsFinder(at);

  /** What anchors name at a place. The place that refers to it decides before the place itself. */
  const bindingsAt = (pointer: Pointer, outer: Bindings): Bindings => {
    const all = new Map<string, Pointer>();
    for (const scope of scopes.around(pointer))
      for (const [name, target] of scope.anchors)
        if (scope.isBinder || !all.has(name)) all.set(name, target);
    return new Map([...all, ...outer]);
  };

  /** The schema that an anchor stands for: one that only refers to another stands for that one. */
  const meant = (pointer: Pointer): Pointer => {
    const value = at(pointer);
    const ref = isObject(value) ? member(value, "$ref") : undefined;
    const isAlias = isObject(value) && Object.keys(without(value, "$ref")).every(isLabel);
    return (isAlias && typeof ref === "string" ? refToPointer(ref) : undefined) ?? pointer;
  };

  let copies = 0;

  /** The copies that are being made, by what they are copies of. */
  const underWay = new Map<string, Pointer>();

  /**
   * A copy of a schema.
   *
   * @param from - Its pointer.
   * @param to - The pointer of the copy.
   * @param outer - The anchors of what refers to it.
   */
  const copy = (node: DocumentNode, to: Pointer, outer: Bindings): Json =>
    rewrite(node, (inner, descend) => {
      const { kind, value, pointer } = inner;
      if (kind !== "schema" || !isObject(value)) return descend(value);
      const place = to + pointer.slice(node.pointer.length);
      const bindings = bindingsAt(pointer, outer);
      const name = dynamicName(value);
      const resolved = name === undefined ? value : withTarget(inner, value, name, bindings, place);
      const ref = member(resolved, "$ref");
      const target = typeof ref === "string" ? refToPointer(ref) : undefined;
      const special = target === undefined ? undefined : specialized(target, bindings, place);
      if (special === undefined) return descend(resolved);
      const rest = descend(without(resolved, "$ref"));
      return isObject(rest) ? special(rest) : rest;
    });

  const withTarget = (
    { pointer }: DocumentNode,
    value: JsonObject,
    name: string,
    bindings: Bindings,
    place: Pointer,
  ): JsonObject => {
    const rest = without(value, "$dynamicRef", "$recursiveRef");
    const roots = scopes.around(pointer).filter(({ isBinder }) => !isBinder);
    const own = name === "" ? roots.at(-1)?.pointer : undefined;
    const target = name.startsWith("/") ? name : (bindings.get(name) ?? own);
    if (target !== undefined) return { ...rest, $ref: pointerToRef(meant(target)) };
    diagnostics.push(unknownAnchor(append(place, "$dynamicRef"), name));
    return rest;
  };

  /** Puts a copy in the place of a ref, if the anchors at that place make another schema of it. */
  const specialized = (
    target: Pointer,
    bindings: Bindings,
    place: Pointer,
  ): ((rest: JsonObject) => Json) | undefined => {
    const own = bindingsAt(target, new Map());
    const meanings = [...needs(target)].flatMap((name): [string, Pointer][] => {
      const bound = bindings.get(name);
      return bound === undefined ? [] : [[name, meant(bound)]];
    });
    if (meanings.every(([name, bound]) => bound === meant(own.get(name) ?? ""))) return undefined;
    const key = JSON.stringify([target, meanings]);
    const known = underWay.get(key);
    if (known !== undefined) return (rest) => ({ ...rest, $ref: pointerToRef(known) });
    if (++copies > MOST_COPIES) return undefined;
    return (rest) => {
      const isAlias = Object.keys(rest).every((key) => isLabel(key) || key === CLOSED);
      const parts = member(rest, "allOf");
      const to = isAlias ? place : append(place, "allOf", isList(parts) ? parts.length : 0);
      underWay.set(key, to);
      const value = at(target) as Json; // of the document, which is JSON
      const made = copy({ kind: "schema", value, pointer: target }, to, new Map(meanings));
      underWay.delete(key);
      if (isAlias && isObject(made)) return { ...made, ...rest };
      return { ...rest, allOf: [...(isList(parts) ? parts : []), made] };
    };
  };

  const upgraded = copy({ kind: "document", value: document, pointer: "" }, "", new Map());
  return { document: isObject(upgraded) ? upgraded : document, diagnostics };
}

/** The name in a `$dynamicRef`, or the pointer, if it is one. */
function dynamicName(schema: JsonObject): string | undefined {
  const ref = member(schema, "$dynamicRef") ?? member(schema, "$recursiveRef");
  return typeof ref === "string" ? ref.slice(ref.indexOf("#") + 1) : undefined;
}

/** True for a keyword that says what a schema is called, and nothing about values. */
function isLabel(key: string): boolean {
  return LABELS.has(key) || key.startsWith("x-");
}

const LABELS: ReadonlySet<string> = new Set([
  "$id",
  "$anchor",
  "$dynamicAnchor",
  "$recursiveAnchor",
  "$schema",
  "$comment",
  "$defs",
  "title",
  "summary",
  "description",
  "deprecated",
  "example",
  "examples",
  "externalDocs",
]);

/** The keyword that exists for schemas with parts in other places. */
const CLOSED = "unevaluatedProperties";

/** How many copies a document may need. A hostile one has more than fit into memory. */
const MOST_COPIES = 10_000;

/** A schema whose anchors count for everything inside it. */
interface Scope {
  readonly pointer: Pointer;
  /** True for a ref with anchors of its own, which are there for this ref. */
  readonly isBinder: boolean;
  readonly anchors: Map<string, Pointer>;
}

interface Scopes {
  /** The scopes around a schema, and its own, outermost first. */
  readonly around: (pointer: Pointer) => readonly Scope[];
}

function scopesOf(schemas: readonly DocumentNode[]): Scopes {
  const scopes = new Map<Pointer, Scope>();
  const around = (pointer: Pointer): readonly Scope[] => {
    const found: Scope[] = [];
    for (let end = pointer.indexOf("/", 1); end > 0; end = pointer.indexOf("/", end + 1)) {
      const scope = scopes.get(pointer.slice(0, end));
      if (scope) found.push(scope);
    }
    const own = scopes.get(pointer);
    return own ? [...found, own] : found;
  };
  for (const { value, pointer } of schemas) {
    if (!isObject(value)) continue;
    const isBinder = Object.hasOwn(value, "$ref") && Object.hasOwn(value, "$defs");
    if (isBinder || Object.hasOwn(value, "$id") || around(pointer).length === 0)
      scopes.set(pointer, { pointer, isBinder, anchors: new Map() });
    const [scope] = around(pointer).slice(-1);
    for (const name of anchorNames(value))
      if (!scope?.anchors.has(name)) scope?.anchors.set(name, pointer);
  }
  return { around };
}

function anchorNames(schema: JsonObject): readonly string[] {
  const names = [member(schema, "$dynamicAnchor"), member(schema, "$anchor")];
  const isRecursive = member(schema, "$recursiveAnchor") === true;
  return [...names.filter((name) => typeof name === "string"), ...(isRecursive ? [""] : [])];
}

/** Returns the names of the anchors on which a schema depends, itself or what it refers to. */
function needsFinder(at: (pointer: Pointer) => unknown): (pointer: Pointer) => ReadonlySet<string> {
  const known = new Map<Pointer, ReadonlySet<string>>();
  const direct = new Map<Pointer, readonly [names: readonly string[], refs: readonly Pointer[]]>();
  const look = (start: Pointer): readonly [readonly string[], readonly Pointer[]] => {
    const before = direct.get(start);
    if (before) return before;
    // of the document, which is JSON
    const root = { kind: "schema", value: (at(start) ?? null) as Json, pointer: start } as const;
    const nodes = allNodes(root).flatMap(({ value }) => (isObject(value) ? [value] : []));
    const refs = nodes.flatMap((value) => {
      const ref = member(value, "$ref");
      return (typeof ref === "string" && refToPointer(ref)) || [];
    });
    const found = [nodes.flatMap((value) => dynamicName(value) ?? []), refs] as const;
    direct.set(start, found);
    return found;
  };
  return (start) => {
    const before = known.get(start);
    if (before) return before;
    const names = new Set<string>();
    const seen = new Set([start]);
    for (const pointer of seen) {
      const [own, refs] = look(pointer);
      for (const name of own) names.add(name);
      for (const ref of refs) seen.add(ref);
    }
    known.set(start, names);
    return names;
  };
}

function unknownAnchor(pointer: Pointer, name: string): Diagnostic {
  return diagnostic(
    "ref-missing",
    pointer,
    `There is no \`$dynamicAnchor: ${name}\` around it.`,
    `Add \`$dynamicAnchor: ${name}\` to a schema in \`$defs\`. The value is typed as unknown.`,
  );
}
