import { readFileSync } from "node:fs";
import type { Operation } from "../../src/model/types.js";
import type { SpecDocument } from "./documents.js";
import { importFrom } from "./workspace.js";

/** A schema of a document, as far as XML needs it. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly allOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly unevaluatedProperties?: Schema | boolean;
  readonly xml?: {
    readonly name?: string;
    readonly attribute?: boolean;
    readonly wrapped?: boolean;
  };
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly requestBody?: Content; readonly responses?: Readonly<Record<string, Content>> }
        >
      >
    >
  >;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** An element as xml2js has it: its text, or an object of its attributes and elements. */
type Element = string | { readonly [name: string]: unknown };

interface Parser {
  readonly parseString: (
    text: string,
    done: (error: Error | null, result: Readonly<Record<string, Element>>) => void,
  ) => void;
}

const { parseString } = await importFrom<Parser>("xml2js");

/**
 * Reads XML of a mock server as the JSON value that a document describes, without the generator:
 * names, attributes and wrapped lists are those of the document's `xml` keywords.
 *
 * @param status - The status of a response. Without it, the request body.
 */
export function readXml(
  { file }: SpecDocument,
  { path, method }: Operation,
  text: string,
  status?: number,
): unknown {
  // written by TypeSpec's emitter
  const document = JSON.parse(readFileSync(file, "utf8")) as Document;
  const operation = document.paths[path]?.[method.toLowerCase()];
  const { content } =
    (status === undefined ? operation?.requestBody : operation?.responses?.[status]) ?? {};
  const schema = content?.["application/xml"]?.schema ?? {};
  let root: Element = "";
  parseString(text, (error, result) => {
    if (error) throw error;
    root = Object.values(result)[0] ?? "";
  });
  return valueOf(document, schema, root);
}

function valueOf(document: Document, schema: Schema, element: Element): unknown {
  const known = flat(document, schema);
  if (known.type === "object") return objectOf(document, known, element);
  const text = typeof element === "string" ? element : String(element["_"] ?? "");
  return scalarOf(known, text);
}

function scalarOf({ type }: Schema, text: string): unknown {
  if (type === "integer" || type === "number") return Number(text);
  return type === "boolean" ? text === "true" : text;
}

function objectOf(document: Document, schema: Schema, element: Element): unknown {
  const value: Record<string, unknown> = {};
  const left = new Set(elementNames(element));
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const { xml = {} } = property;
    const wire = xml.name ?? name;
    const known = flat(document, property);
    if (xml.attribute) {
      const attributes = typeof element === "string" ? undefined : element["$"];
      const text = (attributes as Readonly<Record<string, string>> | undefined)?.[wire]; // xml2js
      if (text !== undefined) value[name] = scalarOf(known, text);
    } else if (known.type === "array") {
      const list = listOf(document, known.items ?? {}, element, { wire, xml });
      if (list) value[name] = list;
      left.delete(known.items?.xml?.name ?? wire);
    } else {
      const [child] = childrenOf(element, wire);
      if (child !== undefined) value[name] = valueOf(document, property, child);
    }
    left.delete(wire);
  }
  // The emitter loses which property is the text of the element: it is the one that is missing.
  const content = typeof element === "string" ? element.trim() : String(element["_"] ?? "").trim();
  const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(value, name));
  const [only] = missing;
  if (content !== "" && only !== undefined && missing.length === 1) value[only] = content;
  const extra = schema.unevaluatedProperties ?? schema.additionalProperties;
  if (typeof extra !== "object") return value;
  for (const name of left) {
    const [child] = childrenOf(element, name);
    if (child !== undefined) value[name] = valueOf(document, extra, child);
  }
  return value;
}

/** A list: the elements of its name, or those inside the one of its name. */
function listOf(
  document: Document,
  items: Schema,
  element: Element,
  { wire, xml }: { readonly wire: string; readonly xml: NonNullable<Schema["xml"]> },
): readonly unknown[] | undefined {
  const named = childrenOf(element, xml.wrapped ? wire : (items.xml?.name ?? wire));
  const [first] = named;
  if (first === undefined) return undefined;
  const names = flat(document, items).properties ?? {};
  // A document may have lost that a list is wrapped: its one element has no member of an item.
  const isWrapper =
    named.length === 1 &&
    (typeof first === "object"
      ? !Object.keys(first).some((name) => Object.hasOwn(names, name))
      : Object.keys(names).length > 0);
  const elements =
    xml.wrapped || isWrapper
      ? elementNames(first).flatMap((name) => childrenOf(first, name))
      : named;
  return elements.map((each) => valueOf(document, items, each));
}

function elementNames(element: Element): readonly string[] {
  if (typeof element === "string") return [];
  return Object.keys(element).filter((name) => name !== "$" && name !== "_");
}

function childrenOf(element: Element, name: string): readonly Element[] {
  if (typeof element === "string") return [];
  const children = element[name];
  return Array.isArray(children) ? children : [];
}

/** A schema with what it refers to, and with all parts of its `allOf`. */
function flat(document: Document, schema: Schema): Schema {
  const name = schema.$ref?.split("/").at(-1);
  const target = name === undefined ? undefined : document.components?.schemas?.[name];
  if (target) return flat(document, target);
  const parts = (schema.allOf ?? []).map((part) => flat(document, part));
  return Object.assign({}, ...parts, schema);
}
