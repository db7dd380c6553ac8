/** `components.mediaTypes` of OpenAPI 3.2. */
import { type Json, type JsonObject, isObject, member, without } from "../document/json.js";
import { type Pointer, append, pointerToRef, refToPointer } from "../document/pointer.js";
import { resolve } from "../document/refs.js";
import { rewrite } from "../document/shape.js";
import type { Document } from "../document/types.js";

/**
 * Puts media types in the place of refs to them, with refs to their schemas, so that each schema
 * has one type. A ref that does not resolve stays, for the check to find.
 */
export function withoutMediaTypeRefs(document: JsonObject): JsonObject {
  const components = member(document, "components");
  if (!isObject(components) || !Object.hasOwn(components, "mediaTypes")) return document;
  const changed = rewrite({ kind: "document", value: document, pointer: "" }, (node, descend) => {
    const { kind, value } = node;
    if (kind !== "mediaType" || !isObject(value)) return descend(value);
    const ref = member(value, "$ref");
    const isPointer = typeof ref === "string" && refToPointer(ref) !== undefined;
    // `resolve` needs nothing of the document but that it is JSON.
    const found = isPointer && resolve<Json>(document as unknown as Document, ref);
    return found && isObject(found.value)
      ? { ...referring(found.value, found.pointer), ...without(value, "$ref") }
      : descend(value);
  });
  return isObject(changed) ? changed : document;
}

function referring(media: JsonObject, pointer: Pointer): JsonObject {
  const refs = ["schema", "itemSchema"].filter((key) => isInline(member(media, key)));
  return {
    ...media,
    ...Object.fromEntries(refs.map((key) => [key, { $ref: pointerToRef(append(pointer, key)) }])),
  };
}

function isInline(schema: Json | undefined): boolean {
  return isObject(schema) && !Object.hasOwn(schema, "$ref");
}
