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
import { templateNames } from "../strings/path-template.js";
import { docsOf, exampleOf } from "./docs.js";
import { inspectExtensions, isIgnored, overrideOf } from "./extensions.js";
import { essence } from "./media.js";
import type { SchemaContext } from "./schema-context.js";
import { operationLocation } from "./schema-location.js";
import { unknownType } from "./type-helpers.js";
import type { Parameter, ParameterStyle, Pointer, Scalar, Type } from "./types.js";

type Listed = readonly (ParameterObject | ReferenceObject)[] | undefined;

/** A list of parameters with its pointer. */
export interface ParameterList {
  readonly value: Listed;
  readonly pointer: Pointer;
}

/**
 * The parameters of an operation: those of its path first, each replaced in place by the
 * operation's own of the same name.
 *
 * @param path the path template. A path parameter that does not occur in it is ignored. Global
 * parameters have none.
 */
export function parametersOf(
  context: SchemaContext,
  lists: readonly ParameterList[],
  operation: string,
  path?: string,
): readonly Parameter[] {
  const names = path === undefined ? undefined : templateNames(path);
  const found = new Map<string, Parameter>();
  for (const { value, pointer } of lists) {
    const own = new Set<string>();
    for (const [index, item] of (value ?? []).entries()) {
      const located = locate(context, item, append(pointer, index));
      const parameter = located && parameterOf(context, located, operation);
      if (!parameter) continue;
      const key = `${parameter.in} ${parameter.wire}`;
      if (own.has(key)) {
        context.report(
          "parameter-ignored",
          append(pointer, index),
          `The ${parameter.in} parameter \`${parameter.wire}\` is declared twice; the first one counts.`,
          "Remove one of the two.",
        );
        continue;
      }
      if (parameter.in === "path" && names && !names.includes(parameter.wire)) {
        context.report(
          "parameter-ignored",
          append(pointer, index),
          `The path parameter \`${parameter.wire}\` does not occur in the path \`${path}\`.`,
          `Add \`{${parameter.wire}}\` to the path, or remove the parameter.`,
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
  context: SchemaContext,
  item: ParameterObject | ReferenceObject,
  pointer: Pointer,
): Located<ParameterObject> | undefined {
  const located = deref<ParameterObject>(context.document, item, pointer);
  if (!located)
    context.report(
      "ref-missing",
      pointer,
      "The parameter refers to something that does not exist.",
    );
  return located;
}

function parameterOf(
  context: SchemaContext,
  { value, pointer }: Located<ParameterObject>,
  operation: string,
): Parameter | undefined {
  if (isIgnored(value) || isForeign(context, value, pointer, operation !== "")) return undefined;
  inspectExtensions(context.report, "parameter", value, pointer);
  if (value.allowEmptyValue === true) {
    context.report(
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

/** True for the header parameter `Accept`. */
export function isAccept(value: ParameterObject): boolean {
  return value.in === "header" && /^accept$/i.test(value.name);
}

const SWAGGER_LOCATIONS: ReadonlySet<string> = new Set(["body", "formData"]);

/** RFC 9110 section 5.6.2. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/**
 * Parameters that are not sent as such: headers that belong to the transport, the security schemes
 * and the media types (section 4.8.12.2.1), and those whose place or name does not exist.
 */
function isForeign(
  context: SchemaContext,
  value: ParameterObject,
  pointer: Pointer,
  isOfOperation: boolean,
): boolean {
  if (!Object.hasOwn(styles, value.in)) {
    context.report(
      "parameter-ignored",
      append(pointer, "in"),
      `\`in: ${String(value.in)}\` of the parameter \`${value.name}\` is not supported.`,
      SWAGGER_LOCATIONS.has(value.in)
        ? "That was Swagger 2.0. Use `requestBody`."
        : "Use path, query, header or cookie.",
    );
    return true;
  }
  if (value.in === "querystring" && Object.keys(value.content ?? {}).length === 0) {
    context.report(
      "parameter-ignored",
      pointer,
      `\`${value.name}\` is the whole query string and has no \`content\`.`,
      "Add `content` with one media type, such as `application/x-www-form-urlencoded`.",
    );
    return true;
  }
  if ((value.in === "header" || value.in === "cookie") && !TOKEN.test(value.name)) {
    context.report(
      "parameter-ignored",
      append(pointer, "name"),
      `\`${value.name}\` cannot be the name of a ${value.in}, so the parameter is left out.`,
      "Correct the name: letters, digits and !#$%&'*+-.^_`|~ (RFC 9110 section 5.6.2).",
    );
    return true;
  }
  if (value.in !== "header" || !/^(accept|content-type|authorization)$/i.test(value.name))
    return false;
  // An operation's own choice of `Accept` is a per-call option: see accept.ts.
  if (isOfOperation && isAccept(value)) return true;
  context.report("header-ignored", pointer, `The header \`${value.name}\` cannot be a parameter.`);
  return true;
}

function typeOf(
  context: SchemaContext,
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
    operationLocation(append(pointer, ...tokens), operation, overrideOf(value) ?? value.name),
  );
}

const styles: Readonly<Record<ParameterObject["in"], readonly ParameterStyle[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "tabDelimited", "deepObject"],
  querystring: ["form"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

/** Styles that are exploded unless the document says otherwise. */
const EXPLODED: ReadonlySet<ParameterStyle> = new Set(["form", "deepObject", "cookie"]);

function styleOf(
  context: SchemaContext,
  value: ParameterObject,
  pointer: Pointer,
): Pick<Parameter, "style" | "explode"> {
  const [usual = "simple", ...others] = styles[value.in];
  const given = value.style;
  const style = given !== undefined && others.includes(given) ? given : usual;
  if (given !== undefined && given !== style) {
    context.report(
      "parameter-style",
      append(pointer, "style"),
      `\`${given}\` is not a style of ${value.in} parameters.`,
    );
  }
  return { style, explode: value.explode ?? EXPLODED.has(style) };
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
