import { error } from "../problem-list.js";
import type { Problem } from "../problems.js";
import { type Json, isObject, member, show } from "./json.js";
import { append, lastToken, parsePointer, refToPointer } from "./pointer.js";
import { at } from "./refs.js";
import { type Placed, sectionOf } from "./shape.js";
import type { Document } from "./types.js";

/**
 * Every `$ref` that leads nowhere, in a circle, or to something of another kind.
 *
 * @param all everything in the document
 */
export function checkRefs(document: Json, all: readonly Placed[]): readonly Problem[] {
  const schemas = all.filter(({ kind }) => kind === "schema");
  return [
    ...all.flatMap((placed) => checkRef(document, placed)),
    ...schemas.flatMap((placed) => checkMapping(document, placed)),
  ];
}

function checkRef(document: Json, { kind, value, pointer }: Placed): readonly Problem[] {
  const ref = isObject(value) ? member(value, "$ref") : undefined;
  if (typeof ref !== "string") return [];
  const target = refToPointer(ref);
  if (target === undefined) return [unresolved(append(pointer, "$ref"), ref)];
  const end = endOf(document, target, new Set([pointer]));
  if (end === "circle") return [circular(append(pointer, "$ref"), ref)];
  if (end === undefined) return [unresolved(append(pointer, "$ref"), ref)];
  const fits = isObject(end.value) || (kind === "schema" && typeof end.value === "boolean");
  if (fits && isOfKind(end.pointer, sectionOf(kind))) return [];
  return [otherKind(append(pointer, "$ref"), ref)];
}

interface End {
  readonly pointer: string;
  readonly value: unknown;
}

/** Where a chain of refs ends. */
function endOf(document: Json, start: string, seen: Set<string>): End | "circle" | undefined {
  for (let pointer: string | undefined = start; pointer !== undefined;) {
    if (seen.has(pointer)) return "circle";
    seen.add(pointer);
    const value = lookUp(document, pointer);
    const ref = isObject(value) ? member(value, "$ref") : undefined;
    if (typeof ref !== "string") return value === undefined ? undefined : { pointer, value };
    pointer = refToPointer(ref);
  }
  return undefined;
}

/** `at` asks nothing of the document but that it is JSON. */
function lookUp(document: Json, pointer: string): unknown {
  return at(document as unknown as Document, pointer);
}

function isOfKind(pointer: string, section: string | undefined): boolean {
  const tokens = parsePointer(pointer);
  return tokens.length !== 3 || tokens[0] !== "components" || tokens[1] === section;
}

function checkMapping(document: Json, { value, pointer }: Placed): readonly Problem[] {
  const discriminator = isObject(value) ? member(value, "discriminator") : undefined;
  const mapping = isObject(discriminator) ? member(discriminator, "mapping") : undefined;
  if (!isObject(mapping)) return [];
  return Object.entries(mapping).flatMap(([tag, target]) => {
    const place = append(pointer, "discriminator", "mapping", tag);
    const found = typeof target === "string" ? refToPointer(target) : undefined;
    if (found !== undefined && lookUp(document, found) !== undefined) return [];
    return [unresolved(place, show(target))];
  });
}

function unresolved(pointer: string, ref: string): Problem {
  return error({
    code: "unresolved-ref",
    pointer,
    message: `\`${ref}\` leads to nothing.`,
    help: `Correct the name, or add \`${lastToken(ref) || ref}\` where it points.`,
  });
}

function circular(pointer: string, ref: string): Problem {
  return error({
    code: "circular-ref",
    pointer,
    message: `\`${ref}\` leads back to itself without anything in between.`,
    help: "Write one of the objects out.",
  });
}

function otherKind(pointer: string, ref: string): Problem {
  return error({
    code: "wrong-ref",
    pointer,
    message: `\`${ref}\` leads to something else than what belongs here.`,
    help: "Refer to an object of the right section of `components`.",
  });
}
