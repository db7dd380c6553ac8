/**
 * How values are written in XML, as the document's `xml` objects say (OpenAPI 3.1 section 4.8.26).
 * Plain data: schemas describe the values as JSON has them, and these types their form in XML.
 */
export type XMLType =
  | "string"
  | "number"
  | "boolean"
  /** Any value. Read as strings, lists and objects. */
  | "unknown"
  | XMLArray
  | XMLObject
  | XMLChoice
  /** A type that is looked up when it is needed, for recursive models. */
  | (() => XMLType);

/** The name of an element or attribute. */
export interface XMLName {
  /** Defaults to the name in JSON. */
  readonly name?: string;
  /** The prefix of the name. */
  readonly prefix?: string;
  /** The URI of the namespace. */
  readonly namespace?: string;
}

/** A list: an element for each item, within another element if it is `wrapped`. */
export interface XMLArray {
  readonly items: XMLType;
  /** The name of an item. Defaults to that of the list. */
  readonly item?: XMLName;
  readonly wrapped?: true;
}

/** An object: an element with attributes and elements. */
export interface XMLObject {
  /** In the order in which they are written. A list, because members may have any name. */
  readonly fields: readonly XMLField[];
  /** The type of all other members. */
  readonly extra?: XMLType;
}

/** A member of an object. */
export interface XMLField extends XMLName {
  /** The name in JSON. */
  readonly key: string;
  readonly type: XMLType;
  /** Where it is, if not in an element. */
  readonly in?: "attribute" | "text";
  /** Set for a required list without an element of its own: without items, it is empty. */
  readonly required?: true;
}

/** A value of one of several types: the one that knows most of its names. */
export interface XMLChoice {
  readonly variants: readonly XMLType[];
}

/** A body: its type, and the name of its element. */
export interface XMLRoot extends XMLName {
  readonly type: XMLType;
}

/** A type that has been looked up. */
export type ResolvedType = Exclude<XMLType, () => XMLType>;

const MAX_HOPS = 32;

/** Looks a type up. A type that only refers to itself is any value. */
export function resolve(type: XMLType): ResolvedType {
  let found = type;
  for (let hops = 0; typeof found === "function" && hops < MAX_HOPS; hops++) found = found();
  return typeof found === "function" ? "unknown" : found;
}

/** Whether a type is an object. */
export function isObjectType(type: XMLType): type is XMLObject {
  return typeof type === "object" && "fields" in type;
}

/** Whether a type is a list. */
export function isArrayType(type: XMLType): type is XMLArray {
  return typeof type === "object" && "items" in type;
}

/** The variants of a choice, those of choices within it included. */
export function variantsOf(type: XMLType, depth = 0): readonly ResolvedType[] {
  const known = resolve(type);
  if (typeof known !== "object" || !("variants" in known)) return [known];
  return depth > MAX_HOPS ? [] : known.variants.flatMap((each) => variantsOf(each, depth + 1));
}

/** The variant that knows most of the names. The first one if none knows any. */
export function bestVariant(
  variants: readonly ResolvedType[],
  names: readonly string[],
): ResolvedType {
  const objects = variants.filter(isObjectType);
  const known = ({ fields }: XMLObject): number =>
    fields.filter(({ key, name = key }) => names.includes(name)).length;
  const most = Math.max(...objects.map(known));
  return objects.find((each) => known(each) === most) ?? variants[0] ?? "unknown";
}
