/** Responses that are read while they come: event streams and sequences of JSON values. */
import { append } from "../document/pointer.js";
import { deref } from "../document/refs.js";
import type {
  Document,
  MediaTypeObject,
  OperationObject,
  RequestBodyObject,
  Schema,
  SchemaObject,
} from "../document/types.js";
import { stringOf } from "./docs.js";
import { itemsOf as listOf, typesOf } from "./keywords.js";
import { essence, isJson } from "./media.js";
import type { SchemaContext } from "./schema-context.js";
import { operationLocation } from "./schema-location.js";
import type { EventStreamReading, Pointer, Type } from "./types.js";

/** The fields of a server-sent event. */
const FIELDS: ReadonlySet<string> = new Set(["data", "event", "id", "retry", "comment"]);

/** How the items of a stream are read. Without a type, they are events with string data. */
export interface StreamItems {
  readonly type?: Type;
  readonly events?: EventStreamReading;
}

/** The items of `text/event-stream`. */
export function eventsOf(
  context: SchemaContext,
  content: MediaTypeObject,
  pointer: Pointer,
  id: string,
): StreamItems {
  const found = itemOf(context.document, content, pointer);
  const item = found && { ...found, schema: opened(found.schema) };
  const sentinel = stringOf(content["x-speakeasy-sse-sentinel"]);
  const given = sentinel === undefined ? {} : { sentinel };
  if (!item || isText(context.document, item.schema))
    return { events: { ...given, ...(sentinel !== undefined && { data: "text" }) } };
  const variants = variantsOf(context.document, item.schema);
  const isFlat = !variants.every(isEnvelope);
  const data = isFlat ? undefined : dataOf(context.document, variants);
  const reading: EventStreamReading = {
    ...given,
    ...(isFlat && { flat: true }),
    ...(data !== undefined && { data }),
    ...(variants.some((each) => declaresError(context.document, each)) && { declaresError: true }),
  };
  return { type: context.typeOf(item.schema, location(item, id, "event")), events: reading };
}

/** The values of JSON Lines. `undefined` if the document says nothing of them. */
export function linesOf(
  context: SchemaContext,
  content: MediaTypeObject,
  pointer: Pointer,
  id: string,
): StreamItems | undefined {
  const item = itemOf(context.document, content, pointer);
  if (!item || isText(context.document, item.schema)) return undefined;
  return { type: context.typeOf(item.schema, location(item, id, "line")) };
}

interface Item {
  readonly schema: Schema;
  readonly pointer: Pointer;
}

/** The schema of an item: `itemSchema` (OpenAPI 3.2), the items of an array, or all of it. */
function itemOf(
  document: Document,
  { schema, itemSchema }: MediaTypeObject,
  pointer: Pointer,
): Item | undefined {
  if (itemSchema !== undefined)
    return { schema: itemSchema, pointer: append(pointer, "itemSchema") };
  if (typeof schema !== "object") return undefined;
  const at = append(pointer, "schema");
  const found = deref<SchemaObject>(document, schema, at);
  const { items } = found?.value ?? {};
  const isList = found && typesOf(found.value).join() === "array" && typeof items === "object";
  return isList
    ? { schema: items, pointer: append(found.pointer, "items") }
    : { schema, pointer: at };
}

/**
 * An event whose data is declared as a string of JSON (`contentMediaType`, `contentSchema`), as one
 * whose data is what the JSON holds: the runtime parses it. OpenAPI 3.2 describes events like this,
 * with the variants of an event beside what they share.
 */
function opened(schema: Schema): Schema {
  if (typeof schema !== "object" || schema.$ref !== undefined) return schema;
  const shared = schema.properties?.["data"];
  const keyword = schemasOf(schema.oneOf).length > 0 ? "oneOf" : "anyOf";
  const choices = schemasOf(schema[keyword]);
  if (choices.length === 0) return holdsJSON(shared) ? withData(schema, contentOf(shared)) : schema;
  const dataOfEach = choices.map((choice) => mergedData(shared, choice));
  if (!dataOfEach.some(holdsJSON)) return schema;
  const each = choices.map((choice, index) => withData(choice, contentOf(dataOfEach[index])));
  const others = Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([name]) => name !== "data"),
  );
  return { ...schema, properties: others, [keyword]: each };
}

/** The data of a variant, which adds to the data that all variants share. */
function mergedData(shared: Schema | undefined, choice: Schema): Schema | undefined {
  const own = typeof choice === "object" ? choice?.properties?.["data"] : undefined;
  if (own === undefined) return shared;
  return typeof own === "object" && typeof shared === "object" ? { ...shared, ...own } : own;
}

function withData(schema: Schema, data: Schema | undefined): Schema {
  if (data === undefined) return schema;
  const of = typeof schema === "object" && schema ? schema : {};
  return { ...of, properties: { ...of.properties, data } };
}

function holdsJSON(schema: Schema | undefined): boolean {
  const media = typeof schema === "object" ? stringOf(schema.contentMediaType) : undefined;
  return media !== undefined && isJson(essence(media));
}

function contentOf(schema: Schema | undefined): Schema | undefined {
  return typeof schema === "object" && holdsJSON(schema) ? (schema.contentSchema ?? {}) : schema;
}

function location(
  { pointer }: Item,
  id: string,
  word: string,
): ReturnType<typeof operationLocation> {
  return operationLocation(pointer, id, word);
}

/**
 * The responses that a request can get: without the streams, or nothing but them, if the document
 * says that the required member `stream` of every body is `false`, or `true`.
 */
export function askedFor<T extends { readonly isError: boolean; readonly encoding: string }>(
  { document }: SchemaContext,
  operation: OperationObject,
  responses: readonly T[],
): readonly T[] {
  const isStream = ({ encoding }: T): boolean => encoding === "events" || encoding === "lines";
  const body =
    operation.requestBody && deref<RequestBodyObject>(document, operation.requestBody, "");
  const schemas = Object.values(body?.value.content ?? {}).map(({ schema }) => schema);
  const values = new Set(schemas.flatMap((schema) => requiredFlags(document, schema)));
  const [value] = values;
  if (body?.value.required !== true || values.size !== 1 || value === undefined) return responses;
  const fits = responses.filter((each) => each.isError || isStream(each) === value);
  return fits.some(({ isError }) => !isError) ? fits : responses;
}

/** The values of the required member `stream` of a body: one for each variant. */
function requiredFlags(
  document: Document,
  schema: Schema | undefined,
  depth = 0,
): readonly (boolean | undefined)[] {
  const found =
    typeof schema === "object" ? deref<SchemaObject>(document, schema, "")?.value : undefined;
  if (!found || depth > 8) return [undefined];
  const parts = schemasOf(found.allOf).flatMap((each) => requiredFlags(document, each, depth + 1));
  const said = parts.find((part) => part !== undefined);
  const choices = [...schemasOf(found.oneOf), ...schemasOf(found.anyOf)];
  if (choices.length > 0 && said === undefined)
    return choices.flatMap((each) => requiredFlags(document, each, depth + 1));
  const own = found.properties?.["stream"];
  const flag = typeof own === "object" ? deref<SchemaObject>(document, own, "")?.value : undefined;
  const values = flag?.const === undefined ? listOf(flag?.enum) : [flag.const];
  const [value] = values;
  const isRequired = listOf(found.required).includes("stream") && values.length === 1;
  return [isRequired && typeof value === "boolean" ? value : said];
}

/** The schemas of a list keyword. Documents may have anything there. */
function schemasOf(value: unknown): readonly Schema[] {
  return listOf(value) as readonly Schema[]; // what is no schema is looked at as an empty one
}

/** True for a schema that says no more than that it is text, or nothing. */
function isText(document: Document, schema: Schema): boolean {
  if (typeof schema !== "object") return true;
  const found = deref<SchemaObject>(document, schema, "")?.value;
  if (!found) return true;
  const isEmpty = Object.keys(found).every((key) => key === "description" || key === "title");
  return isEmpty || typesOf(found).join() === "string";
}

/** The variants of a schema, each with all of its properties. */
function variantsOf(document: Document, schema: Schema, depth = 0): readonly Variant[] {
  const found =
    typeof schema === "object" ? deref<SchemaObject>(document, schema, "")?.value : undefined;
  if (!found || depth > 8) return [{ properties: {} }];
  const own: Variant = { properties: { ...found.properties } };
  const parts = schemasOf(found.allOf).flatMap((each) => variantsOf(document, each, depth + 1));
  const whole = parts.reduce(merged, own);
  const choices = [...schemasOf(found.oneOf), ...schemasOf(found.anyOf)];
  if (choices.length === 0) return [whole];
  return choices.flatMap((each) =>
    variantsOf(document, each, depth + 1).map((variant) => merged(whole, variant)),
  );
}

interface Variant {
  readonly properties: Readonly<Record<string, Schema>>;
}

function merged(a: Variant, b: Variant): Variant {
  return { properties: { ...a.properties, ...b.properties } };
}

/** True for an object with the fields of an event, and not for what its data may contain. */
function isEnvelope({ properties }: Variant): boolean {
  const names = Object.keys(properties);
  return names.length > 0 && names.every((name) => FIELDS.has(name));
}

/** How the data of all variants is read. `undefined` for JSON. */
function dataOf(
  document: Document,
  variants: readonly Variant[],
): EventStreamReading["data"] | undefined {
  const kinds = new Set(
    variants.flatMap(({ properties: { data } }) =>
      data === undefined ? [] : isString(document, data) ? ["text"] : mixed(document, data),
    ),
  );
  if (kinds.size > 1 || kinds.has("either")) return "either";
  return kinds.has("text") ? "text" : undefined;
}

/** The kind of data that is not only a string. */
function mixed(document: Document, schema: Schema): ["json" | "either"] {
  const found =
    typeof schema === "object" ? deref<SchemaObject>(document, schema, "")?.value : undefined;
  const choices = [...schemasOf(found?.oneOf), ...schemasOf(found?.anyOf)];
  const isMixed =
    found !== undefined &&
    ((typesOf(found).includes("string") && typesOf(found).length > 1) ||
      choices.some((each) => isString(document, each)));
  return [isMixed ? "either" : "json"];
}

function isString(document: Document, schema: Schema): boolean {
  const found =
    typeof schema === "object" ? deref<SchemaObject>(document, schema, "")?.value : undefined;
  if (!found) return false;
  const values = [...listOf(found.enum), ...(found.const === undefined ? [] : [found.const])];
  if (values.length > 0) return values.every((value) => typeof value === "string");
  return typesOf(found).join() === "string";
}

function declaresError(document: Document, { properties: { event } }: Variant): boolean {
  const found =
    typeof event === "object" ? deref<SchemaObject>(document, event, "")?.value : undefined;
  return found !== undefined && (found.const === "error" || listOf(found.enum).includes("error"));
}
