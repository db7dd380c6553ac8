/** `x-speakeasy-pagination`, checked against its operation. */
import type { Report } from "../diagnostics/collector.js";
import { isObject, type JsonObject } from "../document/json.js";
import { stringOf } from "./docs.js";
import { itemsOf } from "./keywords.js";
import type { Operation, Pagination, Pointer } from "./types.js";

type Input = Pagination["inputs"][number];
type Output = keyof Pagination["outputs"];

const outputs: readonly Output[] = ["results", "numPages", "nextCursor", "nextUrl"];

/** What each type of pagination requires. */
const needs: Readonly<
  Record<Pagination["type"], { readonly input?: Input["type"]; readonly output?: Output }>
> = {
  offsetLimit: { output: "results" },
  cursor: { input: "cursor", output: "nextCursor" },
  url: { output: "nextUrl" },
};

/** The pagination of an operation, or `undefined` if it has none or the extension does not fit. */
export function paginationOf(
  report: Report,
  value: unknown,
  operation: Pick<Operation, "parameters" | "body">,
  pointer: Pointer,
): Pagination | undefined {
  if (value === undefined) return undefined;
  const pages = read(value);
  const wrong = typeof pages === "string" ? pages : mismatch(pages, operation);
  if (typeof pages === "object" && wrong === undefined) return pages;
  report("pagination-invalid", pointer, wrong ?? "");
  return undefined;
}

function read(value: unknown): Pagination | string {
  if (!isObject(value)) return "The extension must be an object.";
  const { type } = value;
  if (type !== "offsetLimit" && type !== "cursor" && type !== "url") {
    return "The type must be `offsetLimit`, `cursor` or `url`.";
  }
  const inputs = itemsOf(value["inputs"]).map(inputOf);
  if (!inputs.every((input) => input !== undefined))
    return "An input has no name, or an unknown `in` or `type`.";
  return { type, inputs, outputs: outputsOf(value["outputs"]) };
}

function inputOf(value: unknown): Input | undefined {
  if (!isObject(value)) return undefined;
  const name = stringOf(value["name"]);
  const where = value["in"];
  const type = value["type"];
  if (name === undefined || (where !== "parameters" && where !== "requestBody")) return undefined;
  if (type !== "page" && type !== "offset" && type !== "limit" && type !== "cursor")
    return undefined;
  return { name, in: where, type };
}

function outputsOf(value: unknown): Pagination["outputs"] {
  if (!isObject(value)) return {};
  return Object.fromEntries(outputs.flatMap((name) => entryOf(value, name)));
}

function entryOf(value: JsonObject, name: Output): readonly (readonly [Output, string])[] {
  const path = stringOf(value[name]);
  return path === undefined ? [] : [[name, path]];
}

function mismatch(
  pages: Pagination,
  operation: Pick<Operation, "parameters" | "body">,
): string | undefined {
  const { input, output } = needs[pages.type];
  const types = new Set(pages.inputs.map((item) => item.type));
  if (input !== undefined && !types.has(input))
    return `There is no input of the type \`${input}\`.`;
  if (output !== undefined && pages.outputs[output] === undefined)
    return `There is no output \`${output}\`.`;
  const whole = (["nextCursor", "nextUrl"] as const).find((name) => isWhole(pages.outputs[name]));
  if (whole !== undefined)
    return `The output \`${whole}\` must be the path of a member, such as \`$.next\`.`;
  if (pages.type === "offsetLimit" && !types.has("page") && !types.has("offset")) {
    return "There is no input of the type `page` or `offset`.";
  }
  const missing = pages.inputs.find((item) => !exists(item, operation));
  return missing && `The operation has no \`${missing.name}\` in its ${missing.in}.`;
}

/** True for the JSONPath of the whole response, which is no string. */
function isWhole(path: string | undefined): boolean {
  return path !== undefined && /^\$?\.?$/.test(path);
}

function exists(
  input: Input,
  { parameters, body }: Pick<Operation, "parameters" | "body">,
): boolean {
  return input.in === "requestBody"
    ? body !== undefined
    : parameters.some((item) => item.wire === input.name);
}
