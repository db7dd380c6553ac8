import type { Operation, Side, Type } from "../../model/types.js";
import { type EmitContext, resolvedModel } from "../context.js";
import { type TypeContext, memberName, tsTypeArgument } from "../types/ts-type.js";
import { call, objectLiteral, property } from "../print/expression.js";
import type { Layout } from "../print/layout.js";
import { stringLiteral } from "../print/literal.js";
import { successes } from "./response.js";

/** The pagination of an operation: the expression that implements it, and the type of an item. */
export interface Paginator {
  readonly pager: Layout;
  readonly item: Layout;
}

/** The pagination of an operation, or `undefined` if it has none that the runtime supports. */
export function paginator(context: EmitContext, operation: Operation): Paginator | undefined {
  const members = operation.pagination && paginatorMembers(context, operation);
  if (!members) return undefined;
  const { name, paths } = members;
  const known = paths.filter(
    (path): path is readonly [string, string | number] => path[1] !== undefined,
  );
  const fields = known.map(([key, path]) =>
    property(key, typeof path === "number" ? String(path) : stringLiteral(path)),
  );
  return {
    pager: call(context.runtime(name), [{ literal: objectLiteral(fields) }]),
    item: itemType(context, operation),
  };
}

interface PaginatorMembers {
  readonly name: "byPage" | "byOffset" | "byCursor" | "byUrl";
  readonly paths: readonly (readonly [key: string, path: string | number | undefined])[];
}

function paginatorMembers(
  context: EmitContext,
  operation: Operation,
): PaginatorMembers | undefined {
  const outputs = operation.pagination?.outputs ?? {};
  const input = (type: string): string | undefined => inputPath(context, operation, type);
  const output = (path: string | undefined): string | undefined =>
    outputPath(context, operation, path);
  const results = ["results", output(outputs.results)] as const;
  const limit = ["limit", input("limit")] as const;
  const size = ["size", defaultOf(operation, "limit")] as const;
  if (operation.pagination?.type === "url" && outputs.nextUrl !== undefined) {
    return { name: "byUrl", paths: [["next", output(outputs.nextUrl)], results] };
  }
  if (input("cursor") !== undefined && outputs.nextCursor !== undefined) {
    const paths = [
      ["cursor", input("cursor")],
      ["next", output(outputs.nextCursor)],
      results,
    ] as const;
    return { name: "byCursor", paths };
  }
  if (input("page") !== undefined) {
    const numPages = ["numPages", output(outputs.numPages)] as const;
    const first = ["first", firstPage(operation)] as const;
    const page = ["page", input("page")] as const;
    return { name: "byPage", paths: [page, limit, size, results, numPages, first] };
  }
  if (input("offset") === undefined) return undefined;
  return { name: "byOffset", paths: [["offset", input("offset")], limit, size, results] };
}

/** The path of an input in the SDK's request. */
function inputPath(context: EmitContext, operation: Operation, type: string): string | undefined {
  const input = operation.pagination?.inputs.find((candidate) => candidate.type === type);
  if (!input) return undefined;
  const names = context.names.operation(operation);
  if (input.in === "parameters") {
    const parameter = operation.parameters.find(({ wire }) => wire === input.name);
    return parameter ? names.member(parameter) : undefined;
  }
  if (!operation.body) return undefined;
  const path = memberPath(context, "request", operation.body.type, input.name.split(".")).names;
  return [
    ...(operation.parameters.length > 0 ? [names.bodyMember ?? "requestBody"] : []),
    ...path,
  ].join(".");
}

/** The number of the first page, if the document's default says that it is not 1. */
function firstPage(operation: Operation): number | undefined {
  const value = defaultOf(operation, "page");
  return value === 1 ? undefined : value;
}

/** The default of an input, according to the document. */
function defaultOf(operation: Operation, type: "page" | "limit"): number | undefined {
  const input = operation.pagination?.inputs.find((candidate) => candidate.type === type);
  const value = operation.parameters.find(({ wire }) => wire === input?.name)?.default;
  return typeof value === "number" ? value : undefined;
}

function pageType(operation: Operation): Type {
  return (
    successes(operation).find(({ encoding }) => encoding === "json")?.type ?? { kind: "unknown" }
  );
}

/** Converts a JSONPath of plain members (`$.data.items`) to a path in the SDK's value. */
function outputPath(
  context: EmitContext,
  operation: Operation,
  path: string | undefined,
): string | undefined {
  if (path === undefined) return undefined;
  const names = memberPath(context, "response", pageType(operation), steps(path)).names;
  return names.length === 0 ? undefined : names.join(".");
}

function steps(path: string): readonly string[] {
  const plain = path.replace(/^\$\.?/, "").replace(/\[\*\]$/, "");
  return plain.split(/\.|\[['"]|['"]\]\.?/).filter((step) => step !== "");
}

/** Follows wire names through models. Returns the names in the SDK, and the type at the end. */
function memberPath(
  context: EmitContext,
  side: Side,
  from: Type,
  wires: readonly string[],
): { readonly names: readonly string[]; readonly type: Type } {
  let type = from;
  const names = wires.map((wire) => {
    const model = type.kind === "ref" ? resolvedModel(context, type.to) : undefined;
    const object = model?.type ?? type;
    const field =
      object.kind === "object" ? object.fields.find((of) => of.wire === wire) : undefined;
    type = withoutNull(field?.type ?? { kind: "unknown" });
    return field ? memberName({ context, side, ...(model && { model }) }, field) : wire;
  });
  return { names, type };
}

function withoutNull(type: Type): Type {
  if (type.kind !== "union") return type;
  const [only, ...others] = type.variants.filter((variant) => variant.type.kind !== "null");
  return only && others.length === 0 ? only.type : type;
}

function itemType(context: EmitContext, operation: Operation): Layout {
  const results = operation.pagination?.outputs.results;
  const typeContext: TypeContext = { context, side: "response" };
  const at = memberPath(
    context,
    "response",
    pageType(operation),
    results === undefined ? [] : steps(results),
  ).type;
  const list = at.kind === "ref" ? resolvedModel(context, at.to)?.type : at;
  return list?.kind === "array" ? tsTypeArgument(typeContext, list.items) : "unknown";
}
