/** Operations. OpenAPI 3.1, sections 4.8.9 and 4.8.10. */
import { append } from "../document/pointer.js";
import type { OperationObject, PathItemObject } from "../document/types.js";
import { templateNames } from "../strings/path-template.js";
import { acceptOf } from "./accept.js";
import { bodyOf } from "./body.js";
import { docsOf, stringOf } from "./docs.js";
import { errorStatusesOf, renamed } from "./document-extensions.js";
import { inspectExtensions, isIgnored, overrideOf } from "./extensions.js";
import { withoutGetBody } from "./get-body.js";
import { type TagTree, groupOf, tagTree } from "./groups.js";
import { idempotentOf, inspectNotIdempotentWhen, isIdempotent, withOwnKey } from "./idempotent.js";
import { stringsOf } from "./keywords.js";
import { isMethod, methodsOf } from "./methods.js";
import { paginationOf } from "./pagination.js";
import { type ParameterList, parametersOf } from "./parameter.js";
import { impliedByQuery, pathOnly } from "./path-query.js";
import { responsesOf } from "./response.js";
import { retriesOf } from "./retries.js";
import type { SchemaContext } from "./schema-context.js";
import { scopesOf, securityOf } from "./security.js";
import { serversOf } from "./servers.js";
import { askedFor } from "./streams.js";
import type { Docs, Operation, Parameter, Pointer, SecurityScheme } from "./types.js";

/** What all operations of a document share. */
export interface SharedByOperations {
  readonly context: SchemaContext;
  readonly schemes: readonly SecurityScheme[];
  readonly globals: readonly Parameter[];
  /** Makes an operation id unique. */
  readonly claim: (id: string, pointer: Pointer) => string;
  readonly spell: (path: readonly string[]) => readonly string[];
  readonly tags: TagTree;
}

interface OperationSource {
  readonly path: string;
  readonly item: PathItemObject;
  /** As it is sent. */
  readonly method: string;
  readonly value: OperationObject;
  readonly pointer: Pointer;
}

/** All operations in document order, without ignored ones. */
export function operationsOf(shared: Omit<SharedByOperations, "tags">): readonly Operation[] {
  const { context } = shared;
  const all = { ...shared, tags: tagTree(context.document, context.report) };
  const operations = Object.entries(context.document.paths ?? {}).flatMap(([path, item]) => {
    const pointer = append("/paths", path);
    if (isIgnored(item)) return [];
    inspectExtensions(context.report, "pathItem", item, pointer);
    if (pathOnly(path) !== path)
      context.report("path-invalid", pointer, `\`${path}\` has a query or a fragment.`);
    return methodsOf(item).flatMap(({ method, value, tokens }) => {
      if (isIgnored(value)) return [];
      const at = append(pointer, ...tokens);
      if (isMethod(method)) return [operationOf(all, { path, item, method, value, pointer: at })];
      context.report("method-invalid", at, `\`${method}\` is not a method of HTTP.`);
      return [];
    });
  });
  const ids = new Set(operations.map(({ id }) => id));
  return operations.map((operation) => replaced(context, ids, operation));
}

/** Drops a replacement that does not exist. */
function replaced(
  { report }: SchemaContext,
  ids: ReadonlySet<string>,
  operation: Operation,
): Operation {
  const { replacement, ...others } = operation;
  if (replacement === undefined || ids.has(replacement)) return operation;
  const pointer = append(operation.pointer, REPLACEMENT);
  report("extension-invalid", pointer, `There is no operation \`${replacement}\`.`);
  return others;
}

const REPLACEMENT = "x-speakeasy-deprecation-replacement";

function operationOf(shared: SharedByOperations, source: OperationSource): Operation {
  const { context } = shared;
  const { path, item, method, value, pointer } = source;
  inspectExtensions(context.report, "operation", value, pointer);
  if (value.callbacks) {
    context.report(
      "feature-unsupported",
      append(pointer, "callbacks"),
      "Callbacks are not generated.",
    );
  }
  const id = shared.claim(
    idOf(context, source),
    value.operationId === undefined ? pointer : append(pointer, "operationId"),
  );
  const idempotent = idempotentOf(context.report, value, method, pointer);
  const facts = {
    method,
    pointer,
    ...(idempotent !== undefined && { idempotent }),
  };
  const declared = operationParameters(shared, source, id);
  const parameters = isIdempotent(facts) ? declared : declared.map((each) => withOwnKey(each));
  const body = bodyOf(context, withoutGetBody(context, value, method, pointer), pointer, id);
  const errorStatuses = errorStatusesOf(context, [item, value]);
  const declaredResponses = responsesOf(context, value, {
    id,
    pointer,
    method: method.toLowerCase(),
    errorStatuses: errorStatuses,
    isPaged: value["x-speakeasy-pagination"] !== undefined,
  });
  const responses = askedFor(context, value, declaredResponses);
  const accept = acceptOf(context, parameterLists(source), responses);
  const servers = ownServers(context, source);
  const retries = retriesOf(
    context.report,
    value["x-speakeasy-retries"] ?? item["x-speakeasy-retries"],
    append(pointer, "x-speakeasy-retries"),
  );
  const pages = paginationOf(
    context.report,
    value["x-speakeasy-pagination"],
    { parameters, ...(body && { body }) },
    append(pointer, "x-speakeasy-pagination"),
  );
  inspectNotIdempotentWhen(context.report, facts, parameters);
  const scopes = scopesOf(context.document, value.security ?? context.document.security);
  const positional = stringsOf(value["x-positional-arguments"]);
  const replacement = stringOf(value[REPLACEMENT]);
  return {
    ...facts,
    id,
    group: shared.spell(groupOf(value, item["x-speakeasy-group"], shared.tags)),
    suggestedName: overrideOf(value) ?? renamed(context.document, id) ?? id,
    path: pathOnly(path),
    parameters,
    ...(body && { body }),
    responses,
    ...(accept && { accept }),
    security: operationSecurity(shared, source),
    ...(scopes.length > 0 && { scopes }),
    ...(servers && { servers }),
    ...(retries && { retries }),
    ...(pages && { pagination: pages }),
    ...(positional.length > 0 && { positional }),
    ...(replacement !== undefined && { replacement }),
    docs: { ...docsOf(item), ...operationDocs(value) },
  };
}

/** Drops the replacement, whose name in the SDK is not known yet. */
function operationDocs(value: OperationObject): Docs {
  const { [REPLACEMENT]: replacement, ...others } = value;
  return docsOf(stringOf(replacement) === undefined ? value : { ...others, deprecated: true });
}

function idOf(context: SchemaContext, source: OperationSource): string {
  const id = operationId(source);
  if (stringOf(source.value.operationId) === undefined)
    context.report(
      "operation-id-missing",
      source.pointer,
      `The operation has no operationId and is named \`${id}\`.`,
    );
  return id;
}

/** The `operationId`, or an id made of method and path. */
export function operationId({
  value,
  method,
  path,
}: Pick<OperationSource, "value" | "method" | "path">): string {
  const words = path.match(/[\p{L}\p{N}]+/gu) ?? [];
  return stringOf(value.operationId) ?? [method.toLowerCase(), ...words].join("_");
}

function operationSecurity(
  { context, schemes }: SharedByOperations,
  { value, pointer }: OperationSource,
): Operation["security"] {
  const { document, report } = context;
  const own = value.security;
  return own === undefined
    ? securityOf(report, schemes, document, document.security, "/security")
    : securityOf(report, schemes, document, own, append(pointer, "security"));
}

function ownServers(
  context: SchemaContext,
  { item, value, pointer, path }: OperationSource,
): Operation["servers"] {
  if (value.servers && value.servers.length > 0)
    return serversOf(context.report, value.servers, append(pointer, "servers"));
  if (!item.servers || item.servers.length === 0) return undefined;
  return serversOf(context.report, item.servers, append("/paths", path, "servers"));
}

/** The parameters of the path, and those of the operation. */
function parameterLists({ path, item, value, pointer }: OperationSource): readonly ParameterList[] {
  return [
    { value: item.parameters, pointer: append("/paths", path, "parameters") },
    { value: value.parameters, pointer: append(pointer, "parameters") },
  ];
}

/**
 * A parameter that the client has already is optional in requests. Every variable of the path gets
 * a parameter.
 */
function operationParameters(
  shared: SharedByOperations,
  source: OperationSource,
  id: string,
): readonly Parameter[] {
  const { context, globals } = shared;
  const { path, pointer } = source;
  const declared = parametersOf(context, parameterLists(source), id, pathOnly(path));
  const missing = templateNames(pathOnly(path)).filter(
    (name) => !declared.some((item) => item.in === "path" && item.wire === name),
  );
  for (const name of missing) {
    context.report(
      "parameter-undeclared",
      pointer,
      `The path \`${path}\` contains \`{${name}}\`, but no path parameter of that name is declared.`,
      `Add \`{ name: ${name}, in: path, required: true, schema: { type: string } }\` to the parameters. Until then it is a required string.`,
    );
  }
  const all = [...declared, ...missing.map(pathParameter), ...impliedByQuery(path, declared)];
  return all.map((parameter) => relaxed(parameter, globals));
}

function relaxed(parameter: Parameter, globals: readonly Parameter[]): Parameter {
  const isGlobal = globals.some(
    (global) => global.in === parameter.in && global.wire === parameter.wire,
  );
  return isGlobal ? { ...parameter, required: false } : parameter;
}

function pathParameter(wire: string): Parameter {
  return {
    wire,
    in: "path",
    required: true,
    style: "simple",
    explode: false,
    allowReserved: false,
    type: { kind: "string" },
    docs: {},
  };
}
