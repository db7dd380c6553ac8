import type { Docs, Field, Model, Type, Side } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import { printLiteral } from "../example/literal.js";
import { unnamedType } from "../example/wire.js";
import { fieldsOf, isRequired } from "../types/ts-type.js";
import { cell, code, literally, prose, table, typescript } from "./markdown.js";
import { type Section, printPage } from "./page.js";
import { optional, required } from "./parameter-rows.js";
import type { PageRef, DocsSite } from "./site.js";
import { scalar, typeMarkdown } from "./type-markdown.js";

/** A row in a table of members. */
export interface Row {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  readonly docs: Docs;
  readonly default?: unknown;
}

/** The page of a model. With `input`, the page for requests, if requests and responses differ. */
export function modelPage(site: DocsSite, model: Model, input: boolean): OutputFile {
  const page = site.model(model, input);
  const first: Section = { level: 1, title: literally(page.name), blocks: [about(model.docs)] };
  return {
    path: page.path,
    text: printPage([first, usage(site, model, page, input), shape(site, model, page, input)]),
  };
}

/** The description of a model or error, deprecation first. */
export function about(docs: Docs): string {
  const warning =
    docs.deprecated === undefined
      ? ""
      : `> **Deprecated**${docs.deprecated === "" ? "." : `: ${cell(docs.deprecated)}`}`;
  return [warning, prose(docs.description ?? docs.summary ?? "")]
    .filter((part) => part !== "")
    .join("\n\n");
}

function usage(site: DocsSite, model: Model, page: PageRef, input: boolean): Section {
  const example = printLiteral(site.context.examples.model(model, sideOf(model, input)));
  const program = [
    `import type { ${page.name} } from "${site.context.options.packageName}/models/${model.home}";`,
    "",
    `const value: ${page.name} = ${example};`,
  ];
  return { level: 2, title: "Example Usage", blocks: [typescript(program.join("\n"))] };
}

function shape(site: DocsSite, model: Model, page: PageRef, input: boolean): Section {
  const { type } = model;
  if (type.kind === "enum") return enumValues(site, model, type);
  if (type.kind === "object" && (type.fields.length > 0 || !unnamedType(type)))
    return fields(site, page, objectRows(site, model, type, input), input);
  const variants =
    type.kind === "union"
      ? type.variants.map((variant) => variant.type)
      : type.kind === "intersection"
        ? type.parts
        : [type];
  return {
    level: 2,
    title: type.kind === "intersection" ? "All Of" : "Supported Types",
    blocks: [variants.map((variant) => `* ${typeMarkdown(site, page, variant, input)}`).join("\n")],
  };
}

/** A table of members. It has a column for examples if a member has one. */
export function fields(
  site: DocsSite,
  page: PageRef,
  rows: readonly Row[],
  input = false,
): Section {
  const examples = rows.some((row) => row.docs.example !== undefined);
  const head = ["Field", "Type", "Required", "Description", ...(examples ? ["Example"] : [])];
  const body = rows.map((row) => [
    code(row.name),
    typeMarkdown(site, page, row.type, input),
    row.required ? required : optional,
    description(row),
    ...(examples ? [row.docs.example === undefined ? "" : value(row.docs.example)] : []),
  ]);
  return {
    level: 2,
    title: "Fields",
    blocks: [
      rows.length === 0 ? "No members of its own. Any members are kept." : table(head, body),
    ],
  };
}

function objectRows(
  site: DocsSite,
  model: Model,
  type: Type & { kind: "object" },
  input: boolean,
): readonly Row[] {
  const side = sideOf(model, input);
  const named = fieldsOf(type, side).map((field) => rowOf(site, model, field, side));
  const unnamed = unnamedType(type);
  if (!unnamed) return named;
  const record: Type = { kind: "object", fields: [], patterns: [], extra: unnamed };
  return [
    ...named,
    {
      name: "additionalProperties",
      type: record,
      required: false,
      docs: { description: "Members that the document does not name." },
    },
  ];
}

/** The row of a model's field, under its name in the SDK. */
export function rowOf(site: DocsSite, model: Model, field: Field, side: Side): Row {
  const { type, docs, default: fallback } = field;
  const name = site.context.names.member(model, field);
  return { name, type, required: isRequired(field, side), docs, default: fallback };
}

function description(row: Row): string {
  const { docs } = row;
  const text = cell(docs.description ?? docs.summary ?? "");
  const warning =
    docs.deprecated === undefined
      ? ""
      : `**Deprecated**${docs.deprecated === "" ? "." : `: ${cell(docs.deprecated)}`}`;
  const fallback = row.default === undefined ? "" : `Server default: ${value(row.default)}.`;
  return [warning, text, fallback].filter((part) => part !== "").join("<br/>");
}

function value(example: unknown): string {
  return code(typeof example === "string" ? example : JSON.stringify(example));
}

/**
 * The side that a page shows: the request for models that are only sent, and for the declaration
 * for requests.
 */
function sideOf({ usedIn }: Model, input: boolean): Side {
  return input || (usedIn.request && !usedIn.response) ? "request" : "response";
}

function enumValues(site: DocsSite, model: Model, type: Type & { kind: "enum" }): Section {
  const described = type.values.some((each) => each.description !== undefined);
  const rows = type.values.map((each) => [
    code(site.context.names.enumKey(model, each)),
    scalar(each.value),
    ...(described ? [cell(each.description ?? "")] : []),
  ]);
  const open = type.open
    ? "This is an open enum. Values that are not listed are kept, so a new value on the server does not break your code."
    : "";
  return {
    level: 2,
    title: "Values",
    blocks: [open, table(["Name", "Value", ...(described ? ["Description"] : [])], rows)],
  };
}
