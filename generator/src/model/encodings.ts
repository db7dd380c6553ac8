/**
 * Warns about values that the encoding of a parameter or body cannot express: nested values in a
 * style that defines none, and files where there can be none.
 */
import type { Report } from "../diagnostics/collector.js";
import { append } from "../document/pointer.js";
import { type Located, deref } from "../document/refs.js";
import type { Document, ParameterObject, RequestBodyObject } from "../document/types.js";
import { essence, isJson } from "./media.js";
import type { ModelDraft } from "./model-registry.js";
import { childrenOf } from "./type-helpers.js";
import type { BodyContent, Operation, Parameter, ParameterStyle, Pointer, Type } from "./types.js";
import { sending } from "./usage.js";

/** The types of a document. */
interface Types {
  /** The target of a reference, or the type itself. */
  readonly resolve: (type: Type) => Type;
  /** Whether a request of the type can hold a file. */
  readonly holdsFile: (type: Type) => boolean;
}

/** Checks the encodings of operations. Returns the operations with what their bodies must know. */
export function inspectEncodings(
  document: Document,
  drafts: readonly ModelDraft[],
  operations: readonly Operation[],
  report: Report,
): readonly Operation[] {
  const models = new Map(drafts.map(({ pointer, type }) => [pointer, type]));
  const types: Types = {
    resolve: (type) => resolved(models, type),
    holdsFile: sending(drafts, isFile),
  };
  return operations.map((operation) => {
    for (const parameter of operation.parameters) {
      if (parameter.media === undefined && isUndefined(types, parameter.style, parameter.type))
        reportStyle(report, parameterAt(document, operation, parameter), parameter.style);
    }
    const { body } = operation;
    if (!body) return operation;
    const at = bodyAt(document, operation);
    const contents = [body, ...(body.others ?? [])];
    const [content, ...others] = contents.map((each) => inspectContent(types, each, at, report));
    const isRejected = [content, ...others].some((each) => each?.rejectsFiles);
    if (
      isRejected &&
      contents.every(({ encoding }) => encoding !== "multipart" || !others.length)
    ) {
      report(
        "file-in-json",
        at.pointer,
        "The body has a file (`format: binary`) where only JSON can be. The SDK rejects it.",
      );
    }
    return {
      ...operation,
      body: { ...body, ...content, ...(others.length > 0 && { others }) },
    };
  });
}

/** Checks a body in one of its media types, and adds what must be known of its files. */
function inspectContent(
  types: Types,
  content: BodyContent,
  at: Located<RequestBodyObject>,
  report: Report,
): BodyContent {
  inspectStyles(types, content, append(at.pointer, "content", keyOf(at.value, content)), report);
  const rejectsFiles = hasFileInJson(types, content);
  return { ...content, parts: partsOf(types, content), ...(rejectsFiles && { rejectsFiles }) };
}

function resolved(models: ReadonlyMap<Pointer, Type>, type: Type): Type {
  const seen = new Set<Type>();
  let found = type;
  while (found.kind === "ref" && !seen.has(found)) {
    seen.add(found);
    found = models.get(found.to) ?? { kind: "unknown" };
  }
  return found;
}

function isFile(type: Type): boolean {
  return type.kind === "bytes" && type.encoding === "binary";
}

/** Whether OpenAPI defines nothing for a value: it is nested, and the style has one level. */
function isUndefined(types: Types, style: ParameterStyle, type: Type): boolean {
  if (style === "deepObject") return false;
  const inner = variantsOf(types, type).flatMap(childrenOf);
  return inner.some((each) => variantsOf(types, each).some(isCollection));
}

/** What a type can be: itself, the parts of an intersection, or the variants of a union. */
function variantsOf(types: Types, type: Type): readonly Type[] {
  const found = new Set([types.resolve(type)]);
  // The set grows during the iteration. A union may contain itself.
  for (const each of found) {
    if (each.kind !== "union" && each.kind !== "intersection") continue;
    for (const inner of childrenOf(each)) found.add(types.resolve(inner));
  }
  return [...found].filter(({ kind }) => kind !== "union" && kind !== "intersection");
}

function isCollection({ kind }: Type): boolean {
  return kind === "array" || kind === "tuple" || kind === "object";
}

function reportStyle(report: Report, pointer: Pointer, style: ParameterStyle): void {
  report(
    "style-undefined",
    pointer,
    `OpenAPI does not define \`${style}\` for nested objects and arrays. The SDK sends them as JSON.`,
  );
}

/** Where a parameter is declared: in the operation, in its path or in the components. */
function parameterAt(document: Document, operation: Operation, parameter: Parameter): Pointer {
  const { pointer, path, method } = operation;
  const item = document.paths?.[path];
  const own = item?.[method.toLowerCase() as "get"]; // or another method
  const lists = [
    [own?.parameters, append(pointer, "parameters")],
    [item?.parameters, append(pointer.slice(0, pointer.lastIndexOf("/")), "parameters")],
  ] as const;
  for (const [list, at] of lists) {
    for (const [index, each] of (list ?? []).entries()) {
      const found = deref<ParameterObject>(document, each, append(at, index));
      if (found?.value.name === parameter.wire && found.value.in === parameter.in)
        return found.pointer;
    }
  }
  return pointer;
}

function bodyAt(
  document: Document,
  { pointer, path, method }: Operation,
): Located<RequestBodyObject> {
  const at = append(pointer, "requestBody");
  const value = document.paths?.[path]?.[method.toLowerCase() as "get"]?.requestBody; // as above
  const found = value && deref<RequestBodyObject>(document, value, at);
  return found ?? { value: { content: {} }, pointer: at };
}

/** The media type of a body as the document spells it. */
function keyOf({ content }: RequestBodyObject, { media }: BodyContent): string {
  return Object.keys(content).find((key) => essence(key) === media) ?? media;
}

/** The members of a form that have a style of their own. The others are JSON where they nest. */
function inspectStyles(types: Types, body: BodyContent, pointer: Pointer, report: Report): void {
  if (body.encoding !== "form") return;
  for (const { wire, style, explode } of body.parts) {
    const used = style ?? (explode === undefined ? undefined : "form");
    const member = memberOf(types, body.type, wire);
    if (used !== undefined && member && isUndefined(types, used, member))
      reportStyle(report, append(pointer, "encoding", wire), used);
  }
}

function memberOf(types: Types, type: Type, wire: string): Type | undefined {
  return variantsOf(types, type)
    .flatMap((each) => (each.kind === "object" ? each.fields : []))
    .find((field) => field.wire === wire)?.type;
}

/** Whether there can be a file in JSON or in a form. A part of a multipart body can be one. */
function hasFileInJson(types: Types, { encoding, type }: BodyContent): boolean {
  if (encoding === "json" || encoding === "form") return types.holdsFile(type);
  if (encoding !== "multipart") return false;
  const members = variantsOf(types, type).flatMap(childrenOf);
  return members.some((member) => types.holdsFile(member) && !isFilePart(types, member));
}

/** Whether a part is a file, or each item of a repeated one. */
function isFilePart(types: Types, type: Type): boolean {
  const items = variantsOf(types, type).flatMap((each) =>
    each.kind === "array" ? variantsOf(types, each.items) : [each],
  );
  return items.every((item) => item.kind === "null" || isFile(item));
}

/** Marks the files among the parts whose content type is JSON: a string is their content. */
function partsOf(types: Types, body: BodyContent): BodyContent["parts"] {
  return body.parts.map((part) => {
    const member = memberOf(types, body.type, part.wire);
    const isJsonFile =
      part.contentType !== undefined &&
      isJson(essence(part.contentType)) &&
      member !== undefined &&
      isFilePart(types, member);
    return isJsonFile ? { ...part, file: true } : part;
  });
}
