/** `x-speakeasy-pagination`, checked against the operation that carries it. */
import type { Report } from "../diagnostics/collector.js";
import { isObject, type JsonObject } from "../document/json.js";
import { itemsOf } from "./keywords.js";
import type { Operation, Pages, Pointer } from "./types.js";
import { textOf } from "./words.js";

type Input = Pages["inputs"][number];
type Output = keyof Pages["outputs"];

const outputs: readonly Output[] = ["results", "numPages", "nextCursor", "nextUrl"];

/** What each type of paging cannot do without. */
const needs: Readonly<
  Record<Pages["type"], { readonly input?: Input["type"]; readonly output?: Output }>
> = {
  offsetLimit: { output: "results" },
  cursor: { input: "cursor", output: "nextCursor" },
  url: { output: "nextUrl" },
};

/** How an operation is paged, or `undefined` where it is not or the extension does not fit it. */
export function pagesOf(
  report: Report,
  said: unknown,
  operation: Pick<Operation, "parameters" | "body">,
  pointer: Pointer,
): Pages | undefined {
  if (said === undefined) return undefined;
  const pages = read(said);
  const wrong = typeof pages === "string" ? pages : misfit(pages, operation);
  if (typeof pages === "object" && wrong === undefined) return pages;
  report("pagination-invalid", pointer, wrong ?? "");
  return undefined;
}

function read(said: unknown): Pages | string {
  if (!isObject(said)) return "The extension is no object.";
  const { type } = said;
  if (type !== "offsetLimit" && type !== "cursor" && type !== "url") {
    return "The type is none of `offsetLimit`, `cursor` and `url`.";
  }
  const inputs = itemsOf(said["inputs"]).map(inputOf);
  if (!inputs.every((input) => input !== undefined))
    return "An input lacks a name, or its `in` or `type` is unknown.";
  return { type, inputs, outputs: outputsOf(said["outputs"]) };
}

function inputOf(said: unknown): Input | undefined {
  if (!isObject(said)) return undefined;
  const name = textOf(said["name"]);
  const where = said["in"];
  const type = said["type"];
  if (name === undefined || (where !== "parameters" && where !== "requestBody")) return undefined;
  if (type !== "page" && type !== "offset" && type !== "limit" && type !== "cursor")
    return undefined;
  return { name, in: where, type };
}

function outputsOf(said: unknown): Pages["outputs"] {
  if (!isObject(said)) return {};
  return Object.fromEntries(outputs.flatMap((name) => textEntry(said, name)));
}

function textEntry(said: JsonObject, name: Output): readonly (readonly [Output, string])[] {
  const path = textOf(said[name]);
  return path === undefined ? [] : [[name, path]];
}

function misfit(
  pages: Pages,
  operation: Pick<Operation, "parameters" | "body">,
): string | undefined {
  const { input, output } = needs[pages.type];
  const types = new Set(pages.inputs.map((item) => item.type));
  if (input !== undefined && !types.has(input)) return `No input is the ${input}.`;
  if (output !== undefined && pages.outputs[output] === undefined)
    return `The outputs lack \`${output}\`.`;
  if (pages.type === "offsetLimit" && !types.has("page") && !types.has("offset")) {
    return "No input is the page or the offset.";
  }
  const missing = pages.inputs.find((item) => !isThere(item, operation));
  return missing && `The operation has no \`${missing.name}\` in its ${missing.in}.`;
}

function isThere(
  input: Input,
  { parameters, body }: Pick<Operation, "parameters" | "body">,
): boolean {
  return input.in === "requestBody"
    ? body !== undefined
    : parameters.some((item) => item.wire === input.name);
}
