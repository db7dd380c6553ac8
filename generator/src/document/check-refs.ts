import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import { type Json, isObject, member, show } from "./json.js";
import { append, lastToken, parsePointer, refToPointer } from "./pointer.js";
import { valueAt } from "./refs.js";
import { type DocumentNode, sectionOf } from "./shape.js";
import type { Document } from "./types.js";

/**
 * Finds every `$ref` that does not resolve, refers to itself, or points to an object of another
 * kind.
 *
 * @param all all objects of the document
 */
export function checkRefs(document: Json, all: readonly DocumentNode[]): readonly Diagnostic[] {
  const schemas = all.filter(({ kind }) => kind === "schema");
  const endOf = endFinder(document);
  return [
    ...all.flatMap((node) => checkRef(endOf, node)),
    ...schemas.flatMap((node) => checkMapping(document, node)),
  ];
}

function checkRef(endOf: FindEnd, { kind, value, pointer }: DocumentNode): readonly Diagnostic[] {
  const ref = isObject(value) ? member(value, "$ref") : undefined;
  if (typeof ref !== "string") return [];
  const target = refToPointer(ref);
  if (target === undefined) return [unresolved(append(pointer, "$ref"), ref)];
  const end = endOf(target);
  if (end === "cycle") return [circular(append(pointer, "$ref"), ref)];
  if (end === undefined) return [unresolved(append(pointer, "$ref"), ref)];
  const fits = isObject(end.value) || (kind === "schema" && typeof end.value === "boolean");
  if (fits && isOfKind(end.pointer, sectionOf(kind))) return [];
  return [otherKind(append(pointer, "$ref"), ref)];
}

interface End {
  readonly pointer: string;
  readonly value: unknown;
}

/** Returns the end of a chain of refs. */
type FindEnd = (pointer: string) => End | "cycle" | undefined;

/** Remembers the ends, because chains share them. */
function endFinder(document: Json): FindEnd {
  const known = new Map<string, End | "cycle" | undefined>();
  return (start) => {
    const chain: string[] = [];
    let pointer: string | undefined = start;
    let end: End | "cycle" | undefined;
    while (pointer !== undefined) {
      if (known.has(pointer)) {
        end = known.get(pointer);
        break;
      }
      // Until the end is known, coming here again means that the refs form a cycle.
      known.set(pointer, "cycle");
      chain.push(pointer);
      const value = valueAtPointer(document, pointer);
      const ref: unknown = isObject(value) ? member(value, "$ref") : undefined;
      if (typeof ref !== "string") {
        end = value === undefined ? undefined : { pointer, value };
        break;
      }
      pointer = refToPointer(ref);
    }
    for (const link of chain) known.set(link, end);
    return end;
  };
}

/** `valueAt` needs nothing of the document but that it is JSON. */
function valueAtPointer(document: Json, pointer: string): unknown {
  return valueAt(document as unknown as Document, pointer);
}

function isOfKind(pointer: string, section: string | undefined): boolean {
  const tokens = parsePointer(pointer);
  return tokens.length !== 3 || tokens[0] !== "components" || tokens[1] === section;
}

function checkMapping(document: Json, { value, pointer }: DocumentNode): readonly Diagnostic[] {
  const discriminator = isObject(value) ? member(value, "discriminator") : undefined;
  if (!isObject(discriminator)) return [];
  const at = append(pointer, "discriminator");
  const mapping = member(discriminator, "mapping");
  const other = member(discriminator, "defaultMapping");
  const targets: readonly (readonly [string, Json])[] = [
    ...Object.entries(isObject(mapping) ? mapping : {}).map(
      ([tag, target]) => [append(at, "mapping", tag), target] as const,
    ),
    ...(other === undefined ? [] : [[append(at, "defaultMapping"), other] as const]),
  ];
  return targets.flatMap(([location, target]) => {
    const found = typeof target === "string" ? refToPointer(target) : undefined;
    if (found !== undefined && valueAtPointer(document, found) !== undefined) return [];
    return [unresolved(location, show(target))];
  });
}

function unresolved(pointer: string, ref: string): Diagnostic {
  return diagnostic(
    "ref-unresolved",
    pointer,
    `\`${ref}\` does not exist.`,
    `Correct the name, or add \`${lastToken(ref) || ref}\`.`,
  );
}

function circular(pointer: string, ref: string): Diagnostic {
  return diagnostic("ref-circular", pointer, `\`${ref}\` refers to itself.`);
}

function otherKind(pointer: string, ref: string): Diagnostic {
  return diagnostic("ref-wrong-kind", pointer, `\`${ref}\` points to an object of another kind.`);
}
