import { error } from "../problem-list.js";
import type { Problem } from "../problems.js";
import { type Json, isObject, member, show } from "./json.js";
import { append, lastToken, parsePointer, refToPointer } from "./pointer.js";
import { at } from "./refs.js";
import { type Placed, everything, sectionOf } from "./shape.js";
import type { Document } from "./types.js";

/** Every `$ref` that leads nowhere, in a circle, or to something of another kind. */
export function checkRefs(document: Json): readonly Problem[] {
  const all = everything({ kind: "document", value: document, pointer: "" });
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
  const place = append(pointer, "$ref");
  if (target === undefined) return [unresolved(place, ref)];
  const end = endOf(document, target, new Set([pointer]));
  if (end === "circle") return [circular(place, ref)];
  const found = end === undefined ? undefined : lookUp(document, end);
  if (end === undefined || found === undefined) return [unresolved(place, ref)];
  const fits = isObject(found) || (kind === "schema" && typeof found === "boolean");
  return fits && isOfKind(end, sectionOf(kind)) ? [] : [otherKind(place, ref)];
}

/** The pointer at which a chain of refs ends. */
function endOf(document: Json, pointer: string, seen: Set<string>): string | undefined {
  if (seen.has(pointer)) return "circle";
  seen.add(pointer);
  const value = lookUp(document, pointer);
  const ref = isObject(value) ? member(value, "$ref") : undefined;
  if (typeof ref !== "string") return value === undefined ? undefined : pointer;
  const next = refToPointer(ref);
  return next === undefined ? undefined : endOf(document, next, seen);
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
