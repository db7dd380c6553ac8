/** The media types that a call can ask for. RFC 9110 section 12.5.1. */
import { deref } from "../document/refs.js";
import type { ParameterObject, SchemaObject } from "../document/types.js";
import { essence, isJson } from "../strings/media-type.js";
import { isIgnored } from "./extensions.js";
import { itemsOf } from "./keywords.js";
import { type ParameterList, isAccept } from "./parameter.js";
import type { SchemaContext } from "./schema-context.js";
import type { AcceptChoice, OperationResponse } from "./types.js";

/**
 * What a call can choose from: the media types of the successes, or those that the document lists
 * in a header parameter `Accept`. `undefined` if there is nothing to choose.
 */
export function acceptOf(
  context: SchemaContext,
  lists: readonly ParameterList[],
  responses: readonly OperationResponse[],
): AcceptChoice | undefined {
  const declared = mediaOf(responses);
  const parameter = parameterOf(context, lists);
  if (!parameter) return declared.length > 1 ? { media: declared, open: false } : undefined;
  const schema = schemaOf(context, parameter);
  const isOffered = (value: unknown): value is string => isMedia(value) && isRead(value, declared);
  const values = itemsOf(schema.const === undefined ? schema.enum : [schema.const]);
  const listed = values.filter(isOffered);
  const initial = isOffered(schema.default) ? { default: schema.default } : {};
  const [first, ...others] = listed;
  if (others.length > 0) return { media: listed, open: false, ...initial };
  // A single one is no choice, and the header that is sent anyway is nothing to ask for.
  const only = first ?? initial.default;
  if (only !== undefined && declared.length === 1 && declared[0] === only) return undefined;
  return first === undefined
    ? { media: declared, open: true, ...initial }
    : { media: [first], open: false, default: first };
}

/** The media types of the successes, the best first. */
export function mediaOf(responses: readonly OperationResponse[]): readonly string[] {
  return [...new Set(responses.flatMap(({ isError, media }) => (isError ? [] : (media ?? []))))];
}

/** The header parameter `Accept` of an operation or its path. The last one counts. */
function parameterOf(
  { document }: SchemaContext,
  lists: readonly ParameterList[],
): ParameterObject | undefined {
  let found: ParameterObject | undefined;
  for (const { value = [], pointer } of lists) {
    for (const item of value) {
      const parameter = deref<ParameterObject>(document, item, pointer)?.value;
      if (parameter && isAccept(parameter) && !isIgnored(parameter)) found = parameter;
    }
  }
  return found;
}

function schemaOf({ document }: SchemaContext, { schema }: ParameterObject): SchemaObject {
  const found =
    typeof schema === "object" ? deref<SchemaObject>(document, schema, "")?.value : undefined;
  return found ?? {};
}

/** False for what is not JSON where only JSON is read, such as the CSV of a list with pages. */
function isRead(media: string, declared: readonly string[]): boolean {
  return declared.length === 0 || isJsonMedia(media) || !declared.every(isJsonMedia);
}

function isJsonMedia(media: string): boolean {
  return isJson(essence(media));
}

function isMedia(value: unknown): value is string {
  return typeof value === "string" && /^[^\s/,]+\/[^\s,]+$/.test(value);
}
