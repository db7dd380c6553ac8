/** Values in Swagger 2.0: parameters, form fields and headers have the keywords of their schema. */
import { type Json, type JsonObject, isObject, member } from "../../document/json.js";
import { type Pointer, append } from "../../document/pointer.js";
import type { Moves } from "./moves.js";

/** Keywords that OpenAPI 3 has in a schema. */
const SCHEMA_KEYWORDS: ReadonlySet<string> = new Set([
  "type",
  "format",
  "items",
  "default",
  "enum",
  "pattern",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
  "x-nullable",
]);

/** Extensions that are about the values: `x-enum-varnames`, `x-speakeasy-unknown-values`. */
const OF_VALUES = /^x-(?:ms-)?(?:speakeasy-)?(?:enum|unknown-values)/i;

/** Keywords that have another form in OpenAPI 3. */
const REPLACED: ReadonlySet<string> = new Set(["collectionFormat", "x-example", "x-examples"]);

/** A value, taken apart. */
export interface SplitValue {
  readonly schema: JsonObject;
  /** Everything else, such as its name and description. */
  readonly rest: JsonObject;
}

/** Takes the schema out of a value. Whoever writes `schema` already means the same. */
export function splitValue(value: JsonObject): SplitValue {
  const entries = Object.entries(value).filter(([key]) => !REPLACED.has(key));
  const own = entries.filter(([key]) => inSchema(key));
  const given = member(value, "schema");
  const example = exampleOf(value);
  return {
    schema: { ...Object.fromEntries(own), ...(isObject(given) && given) },
    rest: {
      ...Object.fromEntries(entries.filter(([key]) => key !== "schema" && !inSchema(key))),
      ...(example !== undefined && { example }),
    },
  };
}

function inSchema(key: string): boolean {
  return SCHEMA_KEYWORDS.has(key) || OF_VALUES.test(key);
}

/** `x-example`, or the first of `x-examples`. */
export function exampleOf(value: JsonObject): Json | undefined {
  const examples = member(value, "x-examples");
  const [first] = isObject(examples) ? Object.values(examples) : [];
  return member(value, "example") ?? member(value, "x-example") ?? first;
}

/** A parameter or header as OpenAPI 3 has it. */
export function valueOf(
  value: JsonObject,
  before: Pointer,
  after: Pointer,
  moves: Moves,
): JsonObject {
  const { schema, rest } = splitValue(value);
  moves.add(before, after);
  moves.add(before, append(after, "schema"));
  if (Object.hasOwn(value, "schema")) moves.add(append(before, "schema"), append(after, "schema"));
  return { ...rest, schema };
}

/** A `style` and its `explode`. */
export interface Serialization extends JsonObject {
  readonly style: string;
  readonly explode: boolean;
}

const STYLES: Readonly<Record<string, Serialization>> = {
  csv: { style: "form", explode: false },
  ssv: { style: "spaceDelimited", explode: false },
  tsv: { style: "tabDelimited", explode: false },
  pipes: { style: "pipeDelimited", explode: false },
  multi: { style: "form", explode: true },
};

/** How an array is serialized in a query or form: `csv`, unless `collectionFormat` says more. */
export function serializationOf(value: JsonObject): Serialization | undefined {
  const isArray = member(value, "type") === "array" || Object.hasOwn(value, "items");
  const format = member(value, "collectionFormat") ?? "csv";
  return isArray && typeof format === "string" && Object.hasOwn(STYLES, format)
    ? STYLES[format]
    : undefined;
}
