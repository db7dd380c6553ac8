/** Parameters, with the defaults of the specification filled in. OpenAPI 3.1, section 4.8.12. */
import { isList } from "../document/json.js";
import { append } from "../document/pointer.js";
import { deref, type Located } from "../document/refs.js";
import type {
  MediaTypeObject,
  ParameterObject,
  ReferenceObject,
  Schema,
} from "../document/types.js";
import type { Context } from "./context.js";
import { inspectExtensions, isIgnored, overrideOf } from "./extensions.js";
import { essence } from "./media.js";
import { operationPlace } from "./place.js";
import type { Parameter, ParameterStyle, Pointer, Scalar, Type } from "./types.js";
import { unknownType } from "./types-of.js";
import { docsOf, exampleOf } from "./words.js";

type Listed = readonly (ParameterObject | ReferenceObject)[] | undefined;

/** A list of parameters with its pointer. */
export interface ParameterList {
  readonly value: Listed;
  readonly pointer: Pointer;
}

/** The parameters of an operation: those of its path first, each replaced in place by the operation's own of the same name. */
export function parametersOf(
  context: Context,
  lists: readonly ParameterList[],
  operation: string,
): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  for (const { value, pointer } of lists) {
    const own = new Set<string>();
    for (const [index, item] of (value ?? []).entries()) {
      const located = locate(context, item, append(pointer, index));
      const parameter = located && parameterOf(context, located, operation);
      if (!parameter) continue;
      const key = `${parameter.in} ${parameter.wire}`;
      if (own.has(key)) {
        context.note(
          "parameter-ignored",
          append(pointer, index),
          `\`${parameter.wire}\` is listed twice.`,
        );
        continue;
      }
      own.add(key);
      found.set(key, parameter);
    }
  }
  return [...found.values()];
}

function locate(
  context: Context,
  item: ParameterObject | ReferenceObject,
  pointer: Pointer,
): Located<ParameterObject> | undefined {
  const located = deref<ParameterObject>(context.document, item, pointer);
  if (!located) context.note("ref-missing", pointer, "The parameter refers to nothing.");
  return located;
}

function parameterOf(
  context: Context,
  { value, pointer }: Located<ParameterObject>,
  operation: string,
): Parameter | undefined {
  if (isIgnored(value) || isForeign(context, value, pointer)) return undefined;
  inspectExtensions(context.note, "parameter", value, pointer);
  if (value.allowEmptyValue === true) {
    context.note(
      "keyword-ignored",
      append(pointer, "allowEmptyValue"),
      "`allowEmptyValue` has no effect.",
    );
  }
  const [media] = Object.entries(value.content ?? {});
  const suggestedName = overrideOf(value);
  const initial = typeof value.schema === "object" ? value.schema.default : undefined;
  const notIdempotentWhen = notIdempotentWhenOf(value);
  return {
    wire: value.name,
    ...(suggestedName !== undefined && { suggestedName }),
    in: value.in,
    required: value.in === "path" || value.required === true,
    ...styleOf(context, value, pointer),
    allowReserved: value.allowReserved === true,
    ...(media && { media: essence(media[0]) }),
    type: typeOf(context, value, media, pointer, operation),
    ...(initial !== undefined && { default: initial }),
    ...(notIdempotentWhen && { notIdempotentWhen }),
    docs: parameterDocs(value),
  };
}

/** Headers that the transport, the security schemes and the media types own. Section 4.8.12.2.1. */
function isForeign(context: Context, value: ParameterObject, pointer: Pointer): boolean {
  if (!["path", "query", "header", "cookie"].includes(value.in)) {
    context.note(
      "parameter-ignored",
      pointer,
      `\`${String(value.in)}\` is no place for a parameter.`,
    );
    return true;
  }
  if (value.in !== "header" || !/^(accept|content-type|authorization)$/i.test(value.name))
    return false;
  context.note("header-ignored", pointer, `The header \`${value.name}\` is not a parameter.`);
  return true;
}

function typeOf(
  context: Context,
  value: ParameterObject,
  media: readonly [string, MediaTypeObject] | undefined,
  pointer: Pointer,
  operation: string,
): Type {
  const schema: Schema | undefined = media ? media[1].schema : value.schema;
  if (schema === undefined) return media ? unknownType : { kind: "string" };
  const tokens = media ? ["content", media[0], "schema"] : ["schema"];
  return context.typeOf(
    schema,
    operationPlace(append(pointer, ...tokens), operation, overrideOf(value) ?? value.name),
  );
}

const styles: Readonly<Record<ParameterObject["in"], readonly ParameterStyle[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

function styleOf(
  context: Context,
  value: ParameterObject,
  pointer: Pointer,
): Pick<Parameter, "style" | "explode"> {
  const [usual = "simple", ...others] = styles[value.in];
  const said = value.style;
  const style = said !== undefined && others.includes(said) ? said : usual;
  if (said !== undefined && said !== style) {
    context.note(
      "parameter-style",
      append(pointer, "style"),
      `\`${said}\` is no style of ${value.in} parameters.`,
    );
  }
  return { style, explode: value.explode ?? (style === "form" || style === "deepObject") };
}

/** `x-not-idempotent-when`. */
function notIdempotentWhenOf(value: ParameterObject): readonly Scalar[] | undefined {
  const listed = value["x-not-idempotent-when"];
  if (!isList(listed)) return undefined;
  return listed.filter((item): item is Scalar => typeof item !== "object" || item === null);
}

function parameterDocs(value: ParameterObject): Parameter["docs"] {
  const docs = docsOf(value);
  const inner = typeof value.schema === "object" ? value.schema : undefined;
  const description = docs.description ?? docsOf(inner).description;
  const example = docs.example ?? exampleOf(inner);
  return {
    ...docs,
    ...(description !== undefined && { description }),
    ...(example !== undefined && { example }),
  };
}
