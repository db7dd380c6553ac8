import type { Problem } from "../diagnostics/diagnostic.js";
import { error, warning } from "../diagnostics/list.js";
import { isObject } from "./json.js";
import { append } from "./pointer.js";
import { type Located, deref } from "./refs.js";
import {
  type Document,
  METHODS,
  type OperationObject,
  type ParameterObject,
  type PathItemObject,
  type SecurityRequirementObject,
  type SecuritySchemeObject,
} from "./types.js";

/** The rules of the specification that relate things to each other. Reads a document whose shape and refs are right. */
export function checkRules(document: Document): readonly Problem[] {
  const operations = operationsOf(document);
  return [
    ...checkPaths(document),
    ...duplicateIds(operations),
    ...operations.flatMap((located) => checkOperation(document, located)),
    ...Object.entries(document.components?.securitySchemes ?? {}).flatMap(([key, scheme]) => {
      const pointer = append("/components/securitySchemes", key);
      const found = deref<SecuritySchemeObject>(document, scheme, pointer);
      return found ? checkScheme(found) : [];
    }),
    ...checkSecurity(document, document.security, "/security"),
  ];
}

interface PlacedOperation {
  readonly operation: OperationObject;
  readonly pointer: string;
  readonly path: string;
  readonly item: PathItemObject;
  readonly itemPointer: string;
}

function operationsOf(document: Document): readonly PlacedOperation[] {
  return Object.entries(document.paths)
    .filter(([path]) => !path.startsWith("x-"))
    .flatMap(([path, item]) => {
      const itemPointer = append("/paths", path);
      return METHODS.flatMap((method) => {
        const operation = item[method];
        const pointer = append(itemPointer, method);
        return operation ? [{ operation, pointer, path, item, itemPointer }] : [];
      });
    });
}

function checkPaths({ paths }: Document): readonly Problem[] {
  return Object.keys(paths)
    .filter((path) => !path.startsWith("/") && !path.startsWith("x-"))
    .map((path) =>
      error({
        code: "path-without-slash",
        pointer: append("/paths", path),
        message: `The path \`${path}\` does not start with a slash.`,
        help: `Write \`/${path.replace(/^\.?\/*/, "")}\`.`,
      }),
    );
}

function duplicateIds(operations: readonly PlacedOperation[]): readonly Problem[] {
  const first = new Map<string, string>();
  return operations.flatMap(({ operation, pointer }) => {
    const id = operation.operationId;
    if (id === undefined) return [];
    const before = first.get(id);
    if (before === undefined) first.set(id, pointer);
    return before === undefined ? [] : [duplicateId(append(pointer, "operationId"), id, before)];
  });
}

function duplicateId(pointer: string, id: string, before: string): Problem {
  return error({
    code: "duplicate-operation-id",
    pointer,
    message: `The operationId \`${id}\` is used at ${before} already.`,
    help: "Give each operation an id of its own.",
  });
}

function checkOperation(document: Document, placed: PlacedOperation): readonly Problem[] {
  const { operation, pointer } = placed;
  return [
    ...checkParameters(document, placed),
    ...checkResponses(operation, pointer),
    ...checkSecurity(document, operation.security, append(pointer, "security")),
  ];
}

function checkParameters(document: Document, placed: PlacedOperation): readonly Problem[] {
  const { operation, pointer, item, itemPointer } = placed;
  const own = parametersAt(document, operation.parameters, append(pointer, "parameters"));
  const shared = parametersAt(document, item.parameters, append(itemPointer, "parameters"));
  return [
    ...[...shared, ...own].flatMap(checkParameter),
    ...duplicates(own),
    ...duplicates(shared),
    ...checkTemplate(placed, [...shared, ...own]),
  ];
}

/** With the place where the parameter is used, not where it is defined. */
function parametersAt(
  document: Document,
  parameters: OperationObject["parameters"],
  pointer: string,
): readonly Located<ParameterObject>[] {
  return (parameters ?? []).flatMap((parameter, index) => {
    const found = deref<ParameterObject>(document, parameter, "");
    return found ? [{ value: found.value, pointer: append(pointer, index) }] : [];
  });
}

const OF_SWAGGER: ReadonlySet<string> = new Set(["body", "formData"]);
const PLACES: ReadonlySet<string> = new Set(["path", "query", "header", "cookie"]);

function checkParameter({ value, pointer }: Located<ParameterObject>): readonly Problem[] {
  if (PLACES.has(value.in)) return [];
  return [
    error({
      code: "unknown-parameter-in",
      pointer: append(pointer, "in"),
      message: `\`in: ${value.in}\` of the parameter \`${value.name}\` is not known.`,
      help: OF_SWAGGER.has(value.in)
        ? "That was Swagger 2.0; use `requestBody`."
        : "Use path, query, header or cookie.",
    }),
  ];
}

function duplicates(parameters: readonly Located<ParameterObject>[]): readonly Problem[] {
  const seen = new Set<string>();
  return parameters.flatMap(({ value, pointer }) => {
    const key = `${value.in} ${value.name}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew ? [] : [duplicate(pointer, value)];
  });
}

function duplicate(pointer: string, { in: place, name }: ParameterObject): Problem {
  return error({
    code: "duplicate-parameter",
    pointer,
    message: `The ${place} parameter \`${name}\` is listed twice.`,
    help: "Take one of them out.",
  });
}

function checkTemplate(
  { path, pointer }: PlacedOperation,
  parameters: readonly Located<ParameterObject>[],
): readonly Problem[] {
  const inPath = parameters.filter(({ value }) => value.in === "path");
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  const undeclared = names
    .filter((name) => !inPath.some(({ value }) => value.name === name))
    .map((name) =>
      error({
        code: "undeclared-path-parameter",
        pointer,
        message: `The path \`${path}\` contains \`{${name}}\`, and no path parameter of that name is declared.`,
        help: `Add \`{ name: ${name}, in: path, required: true, schema: { type: string } }\` to the parameters.`,
      }),
    );
  const unused = inPath
    .filter(({ value }) => !names.includes(value.name))
    .map(({ value, pointer }) =>
      error({
        code: "unused-path-parameter",
        pointer,
        message: `The path parameter \`${value.name}\` is not in the path \`${path}\`.`,
        help: `Put \`{${value.name}}\` into the path, or take the parameter out.`,
      }),
    );
  return [...undeclared, ...unused];
}

function checkResponses({ responses }: OperationObject, pointer: string): readonly Problem[] {
  const keys = Object.keys(responses ?? {}).filter((key) => !key.startsWith("x-"));
  if (keys.length === 0) return [noResponses(pointer)];
  return keys
    .filter((key) => !/^(?:[1-5]\d\d|[1-5]XX|default)$/.test(key))
    .map((key) =>
      error({
        code: "unknown-status",
        pointer: append(pointer, "responses", key),
        message: `\`${key}\` is not a status code.`,
        help: "Use a code such as 200, a range such as 4XX, or default.",
      }),
    );
}

function noResponses(pointer: string): Problem {
  return warning({
    code: "no-responses",
    pointer,
    message: "The operation declares no responses, so what it answers cannot be typed.",
    help: "Add `responses` with at least the success answer.",
  });
}

function checkSecurity(
  document: Document,
  security: readonly SecurityRequirementObject[] | undefined,
  pointer: string,
): readonly Problem[] {
  const schemes = document.components?.securitySchemes ?? {};
  return (security ?? []).flatMap((requirement, index) => {
    const place = append(pointer, index);
    if (!isObject(requirement)) return [notARequirement(place)];
    const unknown = Object.keys(requirement).filter((name) => !Object.hasOwn(schemes, name));
    return unknown.map((name) => unknownSecurity(append(place, name), name));
  });
}

function notARequirement(pointer: string): Problem {
  return error({
    code: "wrong-type",
    pointer,
    message: "A security requirement has to be an object with the names of schemes.",
    help: "Write `- NameOfTheScheme: []`.",
  });
}

function unknownSecurity(pointer: string, name: string): Problem {
  return error({
    code: "unknown-security-scheme",
    pointer,
    message: `The security scheme \`${name}\` is not declared.`,
    help: "Add it to `components.securitySchemes`, or correct the name.",
  });
}

const NEEDS: Readonly<Record<string, readonly ("name" | "in" | "scheme")[]>> = {
  apiKey: ["name", "in"],
  http: ["scheme"],
  oauth2: [],
  openIdConnect: [],
  mutualTLS: [],
};

function checkScheme({ value, pointer }: Located<SecuritySchemeObject>): readonly Problem[] {
  const needs = Object.hasOwn(NEEDS, value.type) ? NEEDS[value.type] : undefined;
  if (!needs) return [unknownScheme(pointer, value.type)];
  return needs
    .filter((key) => value[key] === undefined)
    .map((key) =>
      error({
        code: "missing-member",
        pointer,
        message: `A security scheme of type ${value.type} has no \`${key}\`.`,
        help: `Add \`${key}\`.`,
      }),
    );
}

function unknownScheme(pointer: string, type: string): Problem {
  return error({
    code: "unknown-security-type",
    pointer: append(pointer, "type"),
    message: `\`${type}\` is not a type of security scheme.`,
    help: "Use apiKey, http, oauth2, openIdConnect or mutualTLS.",
  });
}
