import { type XmlElement, XmlNode, parseXml } from "@rgrove/parse-xml";
import { assign } from "../schema/base.js";
import {
  type ResolvedType,
  type XMLArray,
  type XMLField,
  type XMLObject,
  type XMLRoot,
  type XMLType,
  bestVariant,
  isArrayType,
  isObjectType,
  resolve,
  variantsOf,
} from "./types.js";

/** The member for text that no field describes. */
export const TEXT = "#text";

/**
 * Reads XML as the value that JSON would have. Tolerant, as servers are not precise: prefixes do
 * not matter, a list may be wrapped or not, and a value may be an attribute or an element. What no
 * field describes is kept as strings, lists and objects.
 *
 * Entities of a document type are never resolved (they are the text that refers to them), and
 * nothing is loaded.
 *
 * @throws Error if the text is not well-formed XML.
 */
export function readXML(text: string, root: XMLRoot): unknown {
  const { root: element } = parseXml(text, { ignoreUndefinedEntities: true });
  return element ? readElement(element, root.type, element.name) : undefined;
}

/** The value of an element. `name` is that of the items, if it is a list. */
function readElement(element: XmlElement, type: XMLType, name: string): unknown {
  if (isNil(element)) return null;
  const variants = variantsOf(type);
  const known = variants.length === 1 ? resolve(type) : chosen(element, variants);
  if (isArrayType(known)) return readItems(element, known, name);
  if (isObjectType(known)) return readObject(element, known);
  return known === "unknown" ? readUnknown(element) : readText(element.text, known);
}

/** `xsi:nil` (XML Schema part 1, section 2.6.2). */
function isNil({ attributes }: XmlElement): boolean {
  return Object.entries(attributes).some(
    ([name, value]) => local(name) === "nil" && name !== "nil" && /^(true|1)$/.test(value),
  );
}

/** The variant that an element is of. */
function chosen(element: XmlElement, variants: readonly ResolvedType[]): ResolvedType {
  const names = [
    ...elementsOf(element).map(({ name }) => local(name)),
    ...attributesOf(element).map(([name]) => local(name)),
  ];
  if (names.length > 0) return bestVariant(variants, names);
  const fits = (type: ResolvedType): boolean =>
    type === "string" || (typeof type === "string" && typeof readText(element.text, type) === type);
  return variants.find(fits) ?? bestVariant(variants, names);
}

function readItems(element: XmlElement, { items, item }: XMLArray, name: string): unknown[] {
  const itemName = item?.name ?? name;
  const children = elementsOf(element);
  const named = children.filter((child) => isNamed(child, itemName));
  return (named.length > 0 ? named : children).map((child) => readElement(child, items, itemName));
}

function readObject(element: XmlElement, type: XMLObject): object {
  const output: Record<string, unknown> = {};
  const left: Remainder = {
    elements: elementsOf(element),
    attributes: new Map(attributesOf(element)),
    text: ownText(element),
  };
  for (const field of type.fields) {
    const value = readField(left, field);
    if (value !== undefined) assign(output, field.key, value);
  }
  readRest(output, left, type);
  return output;
}

/** The parts of an element that no field has taken. */
interface Remainder {
  elements: readonly XmlElement[];
  readonly attributes: Map<string, string>;
  text: string;
}

function readField(left: Remainder, field: XMLField): unknown {
  const { key, name = key, type } = field;
  const known = resolve(type);
  if (field.in === "text") {
    const { text } = left;
    left.text = "";
    return text === "" ? undefined : readText(text, known);
  }
  if (isArrayType(known)) return readList(left, field, known);
  if (field.in === "attribute") {
    const value = takeAttribute(left, name);
    if (value !== undefined) return readText(value, known);
  }
  const [child = take(left, key, 1)[0]] = take(left, name, 1);
  if (child) return readElement(child, type, name);
  const value = typeof known === "string" ? takeAttribute(left, name) : undefined;
  return value === undefined ? undefined : readText(value, known);
}

function readList(left: Remainder, field: XMLField, type: XMLArray): unknown {
  const { key, name = key } = field;
  if (type.wrapped) {
    const [wrapper] = take(left, name, 1);
    if (wrapper) return isNil(wrapper) ? null : readItems(wrapper, type, name);
  }
  for (const itemName of [type.item?.name ?? key, key, name]) {
    const found = take(left, itemName);
    const [only] = found;
    if (found.length === 1 && only && !type.wrapped && isWrapper(only, type.items))
      return readItems(only, type, itemName);
    if (only) return found.map((each) => readElement(each, type.items, itemName));
  }
  return field.required ? [] : undefined;
}

/** Whether the only element of a list has the items in it, although the document wraps none. */
function isWrapper(element: XmlElement, items: XMLType): boolean {
  const children = elementsOf(element);
  const variants = variantsOf(items);
  const [first] = children;
  const isLeaf = variants.every((type) => typeof type === "string");
  if (!first) return !isLeaf && attributesOf(element).length === 0 && ownText(element) === "";
  if (isLeaf) return !variants.includes("unknown");
  const isField = (type: ResolvedType): boolean =>
    !isObjectType(type) ||
    type.extra !== undefined ||
    type.fields.some(({ key, name = key, type: inner }) => {
      const list = resolve(inner);
      const itemName = isArrayType(list) ? list.item?.name : undefined;
      return isNamed(first, name) || isNamed(first, itemName ?? name);
    });
  return children.every(({ name }) => name === first.name) && !variants.some(isField);
}

/** Keeps what no field has taken. */
function readRest(output: Record<string, unknown>, left: Remainder, type: XMLObject): void {
  const { elements, attributes, text } = left;
  const declared = new Set(type.fields.map(({ key }) => key));
  const add = (name: string, value: unknown): void => {
    const before = Object.hasOwn(output, name) ? output[name] : undefined;
    const isRepeated = before !== undefined && !declared.has(name);
    assign(output, name, isRepeated ? [before].flat().concat([value]) : (before ?? value));
  };
  for (const child of elements) {
    const name = local(child.name);
    add(name, readElement(child, type.extra ?? "unknown", name));
  }
  for (const [name, value] of attributes) add(local(name), readText(value, "string"));
  if (text === "") return;
  // Documents cannot say before OpenAPI 3.2 that a member is the text beside attributes.
  const missing = type.fields.filter(
    (field) => typeof resolve(field.type) === "string" && !Object.hasOwn(output, field.key),
  );
  const [only] = missing;
  if (only && missing.length === 1 && elements.length === 0)
    assign(output, only.key, readText(text, resolve(only.type)));
  else assign(output, TEXT, text);
}

/** The value of an element that no type describes: a string, or an object of what is in it. */
function readUnknown(element: XmlElement): unknown {
  const isLeaf = elementsOf(element).length === 0 && attributesOf(element).length === 0;
  return isLeaf ? element.text : readObject(element, { fields: [] });
}

/** The value of a text. What is not of its type is kept as it is. */
function readText(text: string, type: ResolvedType): unknown {
  if (type !== "number" && type !== "boolean") return text;
  const word = text.trim();
  if (word === "") return null;
  if (type === "boolean")
    return /^(true|1)$/.test(word) ? true : /^(false|0)$/.test(word) ? false : text;
  return /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(word) ? Number(word) : text;
}

function elementsOf({ children }: XmlElement): readonly XmlElement[] {
  // The type of a node says what it is.
  return children.filter(({ type }) => type === XmlNode.TYPE_ELEMENT) as XmlElement[];
}

/** The attributes without those of XML itself: declarations of namespaces and `xsi:`. */
function attributesOf({ attributes }: XmlElement): readonly (readonly [string, string])[] {
  return Object.entries(attributes).filter(([name]) => !/^(xmlns|xsi|xml)(:|$)/.test(name));
}

/** The text that is directly in an element. The line breaks around it are layout. */
function ownText({ children }: XmlElement): string {
  const text = children
    .map((child) => (child.type === XmlNode.TYPE_TEXT ? (child as { text: string }).text : ""))
    .join("");
  const trimmed = text.trim();
  if (trimmed === "") return "";
  const start = text.indexOf(trimmed);
  const end = start + trimmed.length;
  return text.slice(
    text.slice(0, start).includes("\n") ? start : 0,
    text.slice(end).includes("\n") ? end : undefined,
  );
}

function take(left: Remainder, name: string, most = Infinity): readonly XmlElement[] {
  const taken = left.elements.filter((each) => isNamed(each, name)).slice(0, most);
  if (taken.length > 0) left.elements = left.elements.filter((each) => !taken.includes(each));
  return taken;
}

function takeAttribute({ attributes }: Remainder, name: string): string | undefined {
  const found = [...attributes.keys()].find((each) => each === name || local(each) === name);
  const value = found === undefined ? undefined : attributes.get(found);
  if (found !== undefined) attributes.delete(found);
  return value;
}

function isNamed({ name }: XmlElement, wanted: string): boolean {
  return name === wanted || local(name) === wanted;
}

/** The name without its prefix. */
function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
