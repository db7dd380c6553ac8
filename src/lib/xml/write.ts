import { isObject } from "../schema/base.js";
import { TEXT } from "./read.js";
import {
  type ResolvedType,
  type XMLArray,
  type XMLField,
  type XMLName,
  type XMLObject,
  type XMLRoot,
  type XMLType,
  bestVariant,
  isArrayType,
  isObjectType,
  variantsOf,
} from "./types.js";

/** A name that is not missing. */
type Named = XMLName & { readonly name: string };

/**
 * Writes a value, as JSON has it, in XML. Members are in the order of the document.
 *
 * @throws TypeError if XML has no form for the value.
 */
export function writeXML(value: unknown, { type, name = "root", ...others }: XMLRoot): string {
  const element = writeElement({ ...others, name }, type, value, name);
  return `<?xml version="1.0" encoding="UTF-8"?>${element}`;
}

/** `itemName` is the name of the items, if the value is a list. */
function writeElement(name: Named, type: XMLType, value: unknown, itemName: string): string {
  if (value === null)
    return tag(name, ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"', "");
  const known = chosen(type, value);
  if (Array.isArray(value)) {
    const list: XMLArray = isArrayType(known) ? known : { items: "unknown" };
    return tag(name, "", writeItems(list, value, itemName));
  }
  if (!isObject(value)) return tag(name, "", escapeText(textOf(value)));
  const { attributes, content } = writeObject(isObjectType(known) ? known : { fields: [] }, value);
  return tag(name, attributes, content);
}

/** The variant that a value is of. */
function chosen(type: XMLType, value: unknown): ResolvedType {
  const variants = variantsOf(type);
  const [only = "unknown"] = variants;
  if (variants.length === 1) return only;
  if (Array.isArray(value)) return variants.find(isArrayType) ?? "unknown";
  if (!isObject(value)) return "string";
  // Variants are told apart by their names in XML.
  const names = variants
    .filter(isObjectType)
    .flatMap(({ fields }) => fields.filter(({ key }) => Object.hasOwn(value, key)))
    .map(({ key, name = key }) => name);
  return bestVariant(variants, names);
}

function writeItems({ items, item }: XMLArray, values: readonly unknown[], name: string): string {
  const named = { ...item, name: item?.name ?? name };
  return values.map((value) => writeElement(named, items, value, named.name)).join("");
}

interface Written {
  readonly attributes: string;
  readonly content: string;
}

function writeObject({ fields, extra }: XMLObject, value: Record<string, unknown>): Written {
  let attributes = "";
  let content = "";
  for (const field of fields) {
    const { key } = field;
    const member = Object.hasOwn(value, key) ? value[key] : undefined;
    if (member === undefined) continue;
    const named = { ...field, name: field.name ?? key };
    if (field.in === "attribute") {
      if (member !== null) attributes += writeAttribute(named, member);
    } else if (field.in === "text") content += member === null ? "" : escapeText(textOf(member));
    else content += writeField(named, field, member);
  }
  const declared = new Set(fields.map(({ key }) => key));
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (declared.has(key) || member === undefined) continue;
    if (key === TEXT) content += escapeText(textOf(member));
    else content += writeField({ name: key }, { key, type: extra ?? "unknown" }, member);
  }
  return { attributes, content };
}

function writeField(name: Named, { key, type }: XMLField, value: unknown): string {
  const known = chosen(type, value);
  if (!Array.isArray(value)) return writeElement(name, type, value, name.name);
  const list: XMLArray = isArrayType(known) ? known : { items: known };
  // The name of a list is that of the element around it, if there is one (section 4.8.26.1).
  return list.wrapped
    ? writeElement(name, list, value, name.name)
    : writeItems({ ...list, item: { ...list.item, name: list.item?.name ?? key } }, value, key);
}

function writeAttribute(name: Named, value: unknown): string {
  return `${namespaceOf(name)} ${qualified(name)}="${escapeAttribute(textOf(value))}"`;
}

function tag(name: Named, attributes: string, content: string): string {
  const open = `<${qualified(name)}${namespaceOf(name)}${attributes}`;
  return content === "" ? `${open}/>` : `${open}>${content}</${qualified(name)}>`;
}

/** A name (XML section 2.3), with at most one prefix. */
const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}\-._·]*(:[\p{L}_][\p{L}\p{N}\p{M}\-._·]*)?$/u;

function qualified({ prefix, name }: Named): string {
  const whole = prefix ? `${prefix}:${name}` : name;
  if (!NAME.test(whole)) throw new TypeError("expected names that XML allows");
  return whole;
}

/** The declaration of a namespace. An attribute without a prefix has none. */
function namespaceOf({ prefix, namespace }: Named): string {
  if (!namespace) return "";
  return ` xmlns${prefix ? `:${prefix}` : ""}="${escapeAttribute(namespace)}"`;
}

function textOf(value: unknown): string {
  return isObject(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
}

/** What XML has no form for (section 2.2). */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u;

function escapeText(text: string): string {
  if (FORBIDDEN.test(text)) throw new TypeError("expected characters that XML allows");
  // Parsers would read a carriage return as a line feed.
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\t", "&#9;");
}
