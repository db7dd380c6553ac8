import { type Json, type JsonObject, isList, isObject, member } from "../../document/json.js";
import { append, parsePointer, pointerToRef, refToPointer } from "../../document/pointer.js";

/** Extensions with which documents anticipated keywords of OpenAPI 3. */
const ANTICIPATED: Readonly<Record<string, string>> = {
  "x-nullable": "nullable",
  "x-isnullable": "nullable",
  "x-deprecated": "deprecated",
  "x-oneOf": "oneOf",
  "x-anyOf": "anyOf",
};

/** A schema as OpenAPI 3.0 has it. */
export function schemaOf(schema: JsonObject): JsonObject {
  const keys = Object.keys(schema);
  const name = member(schema, "discriminator");
  const isFile = member(schema, "type") === "file";
  if (!isFile && typeof name !== "string" && !keys.some((key) => Object.hasOwn(ANTICIPATED, key)))
    return schema;
  const entries = Object.entries(schema).map(([key, value]): [string, Json] => {
    const keyword = Object.hasOwn(ANTICIPATED, key) ? ANTICIPATED[key] : undefined;
    return [keyword === undefined || keys.includes(keyword) ? key : keyword, value];
  });
  return {
    ...Object.fromEntries(entries),
    ...(isFile && { type: "string", format: "binary" }),
    ...(typeof name === "string" && { discriminator: { propertyName: name } }),
  };
}

/** The value of the discriminator with which a schema is chosen, if it is not its name. */
const TAGS = ["x-ms-discriminator-value", "x-discriminator-value"];

/**
 * The definitions with the mappings of their discriminators. In Swagger 2.0 the subtypes of a
 * definition name it in their `allOf`.
 */
export function withMappings(definitions: JsonObject): JsonObject {
  const mappings = new Map<string, [string, string][]>();
  for (const [name, schema] of Object.entries(definitions)) {
    const tag = TAGS.map((key) => isObject(schema) && member(schema, key)).find(
      (value) => typeof value === "string",
    );
    if (typeof tag !== "string" || !isObject(schema)) continue;
    const ref = pointerToRef(append("/definitions", name));
    for (const base of basesOf(definitions, name, new Set()))
      mappings.set(base, [...(mappings.get(base) ?? []), [tag, ref]]);
  }
  return Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => {
      const mapping = mappings.get(name);
      if (!mapping || !isObject(schema)) return [name, schema];
      const propertyName = member(schema, "discriminator") ?? null;
      const discriminator = { propertyName, mapping: Object.fromEntries(mapping) };
      return [name, { ...schema, discriminator }];
    }),
  );
}

/** The definitions with a discriminator that a definition is, or is made of. */
function basesOf(definitions: JsonObject, name: string, seen: Set<string>): readonly string[] {
  const schema = member(definitions, name);
  if (seen.has(name) || !isObject(schema)) return [];
  seen.add(name);
  const parts = member(schema, "allOf");
  const inherited = (isList(parts) ? parts : []).flatMap((part) => {
    const ref = isObject(part) ? member(part, "$ref") : undefined;
    const pointer = typeof ref === "string" ? refToPointer(ref) : undefined;
    const [section, base, ...inner] = parsePointer(pointer ?? "");
    const isDefinition = section === "definitions" && base !== undefined && inner.length === 0;
    return isDefinition ? basesOf(definitions, base, seen) : [];
  });
  return typeof member(schema, "discriminator") === "string" ? [name, ...inherited] : inherited;
}
