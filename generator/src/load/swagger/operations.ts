/** Operations: in Swagger 2.0, bodies are parameters, and media types those of the operation. */
import { diagnostic } from "../../diagnostics/diagnostic.js";
import {
  type Json,
  type JsonObject,
  isList,
  isObject,
  mapMembers,
  member,
  without,
} from "../../document/json.js";
import { type Pointer, append, pointerToRef } from "../../document/pointer.js";
import { type Found, bodyOf, formOf } from "./bodies.js";
import { type UpgradeContext, mediasOf, targetOf } from "./context.js";
import { responseOf } from "./responses.js";
import { serversOf } from "./servers.js";
import { serializationOf, valueOf } from "./values.js";

/** The members of a path item that are operations in Swagger 2.0. */
const METHODS: ReadonlySet<string> = new Set([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
]);

/** A path item as OpenAPI 3 has it. */
export function pathItemOf(context: UpgradeContext, item: JsonObject, pointer: Pointer): Json {
  const shared = listedIn(context, item, pointer);
  return mapMembers(item, (value, key) => {
    if (key === "parameters") return plainOf(context, shared, append(pointer, key));
    return METHODS.has(key) && isObject(value)
      ? operationOf(context, value, append(pointer, key), shared)
      : value;
  });
}

/** An item of a list of parameters. */
interface Listed {
  readonly item: Json;
  /** In the list. */
  readonly pointer: Pointer;
  /** The parameter, unless it is a `$ref` to nothing. */
  readonly found: Found | undefined;
}

function listedIn(context: UpgradeContext, value: JsonObject, pointer: Pointer): readonly Listed[] {
  const parameters = member(value, "parameters");
  if (!isList(parameters)) return [];
  return parameters.map((item, index) => {
    const at = append(pointer, "parameters", index);
    return { item, pointer: at, found: isObject(item) ? targetOf(context, item, at) : undefined };
  });
}

function isIn({ found }: Listed, ...locations: readonly string[]): boolean {
  return locations.includes(String(found && member(found.value, "in")));
}

/** The parameters that are no part of the body. */
function plainOf(
  context: UpgradeContext,
  listed: readonly Listed[],
  pointer: Pointer,
): readonly Json[] {
  return listed
    .filter((one) => !isIn(one, "body", "formData"))
    .map(({ item, pointer: before }, index) => {
      const after = append(pointer, index);
      if (isObject(item) && !Object.hasOwn(item, "$ref"))
        return parameterOf(context, item, before, after);
      context.moves.add(before, after);
      return item;
    });
}

/** A parameter that is no part of the body. */
export function parameterOf(
  { moves }: UpgradeContext,
  parameter: JsonObject,
  before: Pointer,
  after: Pointer,
): JsonObject {
  const serialization = serializationOf(parameter);
  const isQuery = member(parameter, "in") === "query";
  const isJoined = serialization?.style === "form" && !serialization.explode;
  return {
    ...valueOf(parameter, before, after, moves),
    // Elsewhere, `csv` is the default of OpenAPI 3 too.
    ...(serialization && (isQuery || !isJoined) && serialization),
  };
}

function operationOf(
  context: UpgradeContext,
  operation: JsonObject,
  pointer: Pointer,
  shared: readonly Listed[],
): JsonObject {
  const own = listedIn(context, operation, pointer);
  const requestBody = requestBodyOf(context, operation, pointer, own, shared);
  const servers = serversOf(context, operation, pointer);
  const changed = mapMembers(
    without(operation, "consumes", "produces", "schemes"),
    (value, key) => {
      if (key === "parameters" && isList(value)) return plainOf(context, own, append(pointer, key));
      return key === "responses" && isObject(value)
        ? responsesOf(context, operation, value, pointer)
        : value;
    },
  );
  return { ...changed, ...(requestBody && { requestBody }), ...(servers && { servers }) };
}

/** The body of an operation: its own, or else that of its path. */
function requestBodyOf(
  context: UpgradeContext,
  operation: JsonObject,
  pointer: Pointer,
  own: readonly Listed[],
  shared: readonly Listed[],
): JsonObject | undefined {
  const after = append(pointer, "requestBody");
  const consumes = mediasOf(context, "consumes", { value: operation, pointer });
  const ofBody = (listed: readonly Listed[]): readonly Listed[] =>
    listed.filter((one) => isIn(one, "body", "formData"));
  const candidates = ofBody(own).length > 0 ? ofBody(own) : ofBody(shared);
  const [body, ...others] = candidates.filter((one) => isIn(one, "body"));
  if (body?.found) {
    const extra = [...others, ...candidates.filter((one) => isIn(one, "formData"))];
    for (const { pointer: at } of extra) context.diagnostics.push(secondBody(at));
    const component = componentOf(context, body.found.pointer);
    context.moves.add(body.pointer, after);
    if (component !== undefined && !Object.hasOwn(operation, "consumes")) {
      return { $ref: pointerToRef(component) };
    }
    return bodyOf(context, sharing(context, body.found), after, consumes);
  }
  const fields = new Map<string, Found>();
  for (const { found } of [...ofBody(shared), ...ofBody(own)])
    if (found && member(found.value, "in") === "formData")
      fields.set(String(member(found.value, "name")), found);
  return fields.size === 0 ? undefined : formOf(context, [...fields.values()], after, consumes);
}

/** The pointer of the request body that was a parameter of the document. */
function componentOf({ moves }: UpgradeContext, before: Pointer): Pointer | undefined {
  const after = moves.after(before);
  return after.startsWith("/components/requestBodies/") ? after : undefined;
}

/** The schema of a body that has become a component is referred to, so that it has one type. */
function sharing(context: UpgradeContext, { value, pointer }: Found): Found {
  const schema = member(value, "schema");
  const isInline = isObject(schema) && !Object.hasOwn(schema, "$ref");
  return isInline && componentOf(context, pointer) !== undefined
    ? { pointer, value: { ...value, schema: { $ref: pointerToRef(append(pointer, "schema")) } } }
    : { value, pointer };
}

function responsesOf(
  context: UpgradeContext,
  operation: JsonObject,
  responses: JsonObject,
  pointer: Pointer,
): JsonObject {
  const produces = mediasOf(context, "produces", { value: operation, pointer });
  return mapMembers(responses, (response, status) => {
    const at = append(pointer, "responses", status);
    if (!isObject(response) || status.startsWith("x-")) return response;
    const isError = !/^[12]/.test(status);
    const found = targetOf(context, response, at);
    const isShared = found !== undefined && found.value !== response;
    if (!isShared) {
      return Object.hasOwn(response, "$ref")
        ? response
        : responseOf(context, response, at, at, produces, isError);
    }
    // What an operation produces are its successes.
    const hasOwn = Object.hasOwn(operation, "produces") && !isError;
    return hasOwn && Object.hasOwn(found.value, "schema")
      ? responseOf(context, sharedResponse(found), found.pointer, at, produces, isError)
      : response;
  });
}

function sharedResponse({ value, pointer }: Found): JsonObject {
  return { ...value, schema: { $ref: pointerToRef(append(pointer, "schema")) } };
}

function secondBody(pointer: Pointer): ReturnType<typeof diagnostic> {
  return diagnostic(
    "parameter-ignored",
    pointer,
    "An operation has one body: this one is ignored, because another parameter is the body.",
    "Make it a property of the body, or describe the whole body with `in: formData`.",
  );
}
