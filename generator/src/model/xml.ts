/** The `xml` objects of schemas. OpenAPI 3.1, section 4.8.26, and `nodeType` of OpenAPI 3.2. */
import { isObject } from "../document/json.js";
import { deref } from "../document/refs.js";
import {
  METHODS,
  type Document,
  type OperationObject,
  type RequestBodyObject,
  type ResponseObject,
  type Schema,
  type SchemaObject,
} from "../document/types.js";
import { stringOf } from "./docs.js";
import { has, isSchema, itemsOf, targetOf } from "./keywords.js";
import type { XMLNames } from "./types.js";

/** Whether a media type is XML or based on it (RFC 7303). */
export function isXML(media: string): boolean {
  return /[/+]xml\s*(;|$)/i.test(media);
}

/**
 * Whether a body of an XML media type is a value, as its schema says what is in it. Otherwise, it
 * is the text.
 */
export function isXMLValue(document: Document, schema: Schema | undefined): boolean {
  return levelsOf(document, schema).some((level) =>
    has(level, "properties", "items", "additionalProperties", "oneOf", "anyOf"),
  );
}

/** The names of a value in XML: those of a schema, or else of the schemas that it refers to. */
export function xmlOf(document: Document, schema: Schema | undefined): XMLNames | undefined {
  return usesXML(document) ? namesOf(document, schema, 0) : undefined;
}

/** The names of a body, which has an element in any case. */
export function rootNames(document: Document, schema: Schema | undefined, name: string): XMLNames {
  const ref = typeof schema === "object" ? stringOf(schema.$ref) : undefined;
  const component = ref?.startsWith("#/components/schemas/") ? ref.split("/").at(-1) : undefined;
  return { name: component ?? name, ...namesOf(document, schema, 0) };
}

const MAX_LEVELS = 16;

function namesOf(
  document: Document,
  schema: Schema | undefined,
  depth: number,
): XMLNames | undefined {
  const levels = levelsOf(document, schema, true);
  const own = levels.flatMap((level) => ownNames(level) ?? []);
  const items = levels.map((level) => level.items).find(isSchema);
  const inner = depth < MAX_LEVELS && items ? namesOf(document, items, depth + 1) : undefined;
  if (own.length === 0 && !inner) return undefined;
  // The nearest one decides.
  const names: XMLNames = {};
  for (const each of own) Object.assign(names, { ...each, ...names });
  return inner ? { ...names, items: inner } : names;
}

/**
 * A schema, and those that it refers to: by `$ref`, or as a part of `allOf`. The nearest first.
 *
 * @param isOne whether to follow only an `allOf` of one part, which is another way to refer to it
 */
function levelsOf(
  document: Document,
  schema: Schema | undefined,
  isOne = false,
): readonly SchemaObject[] {
  const levels = new Set<SchemaObject>();
  const visit = (level: unknown, depth: number): void => {
    if (!isSchema(level) || typeof level === "boolean" || levels.has(level)) return;
    levels.add(level);
    if (depth > MAX_LEVELS) return;
    visit(targetOf(document, level)?.schema, depth + 1);
    const parts = itemsOf(level.allOf);
    if (!isOne || parts.length === 1) for (const part of parts) visit(part, depth + 1);
  };
  visit(schema, 0);
  return [...levels];
}

function ownNames({ xml }: SchemaObject): XMLNames | undefined {
  if (!isObject(xml)) return undefined;
  const name = stringOf(xml["name"]);
  const prefix = stringOf(xml["prefix"]);
  const namespace = stringOf(xml["namespace"]);
  const node = xml["nodeType"];
  const isText = node === "text" || node === "cdata" || xml["x-ms-text"] === true;
  const isAttribute = xml["attribute"] === true || node === "attribute";
  return {
    ...(name !== undefined && { name }),
    ...(prefix !== undefined && { prefix }),
    ...(namespace !== undefined && { namespace }),
    ...(isAttribute ? { in: "attribute" } : isText ? { in: "text" } : {}),
    ...((xml["wrapped"] === true || node === "element") && { wrapped: true }),
  };
}

const known = new WeakMap<Document, boolean>();

/** Whether a document has bodies in XML. In others, `xml` means nothing. */
function usesXML(document: Document): boolean {
  const before = known.get(document);
  if (before !== undefined) return before;
  const operations = Object.values(document.paths ?? {}).flatMap((item) =>
    METHODS.flatMap((method): readonly OperationObject[] => (item[method] ? [item[method]] : [])),
  );
  const bodies = operations.flatMap(({ requestBody }) => requestBody ?? []);
  const responses = operations.flatMap((operation) => Object.values(operation.responses ?? {}));
  const found = [...bodies, ...responses].some((each) => {
    const body = deref<RequestBodyObject | ResponseObject>(document, each, "");
    return Object.keys(body?.value.content ?? {}).some(isXML);
  });
  known.set(document, found);
  return found;
}
