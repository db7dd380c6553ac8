import type { Docs, Field, Model, Type, Side } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import { printLiteral } from "../example/literal.js";
import { unnamedType } from "../example/wire.js";
import { fieldsOf } from "../models/ts-type.js";
import { cell, code, literally, prose, table, typescript } from "./markdown.js";
import { type Section, printPage } from "./page.js";
import { optional, required } from "./parameter-rows.js";
import type { Place, Site } from "./site.js";
import { scalar, typeText } from "./type-text.js";

/** One member of a type, for a table of fields. */
export interface Row {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  readonly docs: Docs;
  readonly default?: unknown;
}

/** The page of a model; `input` for the request side of one that splits. */
export function modelPage(site: Site, model: Model, input: boolean): OutputFile {
  const place = site.model(model, input);
  const first: Section = { level: 1, title: literally(place.name), blocks: [about(model.docs)] };
  return {
    path: place.path,
    text: printPage([first, usage(site, model, place, input), shape(site, model, place, input)]),
  };
}

/** What the document says about a thing, deprecation first. */
export function about(docs: Docs): string {
  const warning =
    docs.deprecated === undefined
      ? ""
      : `> **Deprecated**${docs.deprecated === "" ? "." : `: ${cell(docs.deprecated)}`}`;
  return [warning, prose(docs.description ?? docs.summary ?? "")]
    .filter((part) => part !== "")
    .join("\n\n");
}

function usage(site: Site, model: Model, place: Place, input: boolean): Section {
  const example = printLiteral(site.examples.model(model, sideOf(model, input)));
  const program = [
    `import type { ${place.name} } from "${site.options.packageName}/models/${model.home}";`,
    "",
    `const value: ${place.name} = ${example};`,
  ];
  return { level: 2, title: "Example Usage", blocks: [typescript(program.join("\n"))] };
}

function shape(site: Site, model: Model, place: Place, input: boolean): Section {
  const { type } = model;
  if (type.kind === "enum") return enumValues(site, model, type);
  if (type.kind === "object" && (type.fields.length > 0 || !unnamedType(type)))
    return fields(site, place, objectRows(site, model, type, input), input);
  const variants =
    type.kind === "union"
      ? type.variants.map((variant) => variant.type)
      : type.kind === "intersection"
        ? type.parts
        : [type];
  return {
    level: 2,
    title: type.kind === "intersection" ? "All Of" : "Supported Types",
    blocks: [variants.map((variant) => `* ${typeText(site, place, variant, input)}`).join("\n")],
  };
}

/** A table of members. The last column is there when a member has an example. */
export function fields(site: Site, place: Place, rows: readonly Row[], input = false): Section {
  const examples = rows.some((row) => row.docs.example !== undefined);
  const head = ["Field", "Type", "Required", "Description", ...(examples ? ["Example"] : [])];
  const body = rows.map((row) => [
    code(row.name),
    typeText(site, place, row.type, input),
    row.required ? required : optional,
    description(row),
    ...(examples ? [row.docs.example === undefined ? "" : value(row.docs.example)] : []),
  ]);
  return {
    level: 2,
    title: "Fields",
    blocks: [rows.length === 0 ? "No members of its own; any are kept." : table(head, body)],
  };
}

function objectRows(
  site: Site,
  model: Model,
  type: Type & { kind: "object" },
  input: boolean,
): readonly Row[] {
  const named = fieldsOf(type, sideOf(model, input)).map((field) => rowOf(site, model, field));
  const unnamed = unnamedType(type);
  if (!unnamed) return named;
  const record: Type = { kind: "object", fields: [], patterns: [], extra: unnamed };
  return [
    ...named,
    {
      name: "additionalProperties",
      type: record,
      required: false,
      docs: { description: "Members that have no name of their own." },
    },
  ];
}

/** A field of a model as a row, under its name in the SDK. */
export function rowOf(site: Site, model: Model, field: Field): Row {
  const { type, required, docs, default: fallback } = field;
  return { name: site.plan.member(model, field), type, required, docs, default: fallback };
}

function description(row: Row): string {
  const { docs } = row;
  const words = cell(docs.description ?? docs.summary ?? "");
  const warning =
    docs.deprecated === undefined
      ? ""
      : `**Deprecated**${docs.deprecated === "" ? "." : `: ${cell(docs.deprecated)}`}`;
  const fallback = row.default === undefined ? "" : `Default of the server: ${value(row.default)}.`;
  return [warning, words, fallback].filter((part) => part !== "").join("<br/>");
}

function value(example: unknown): string {
  return code(typeof example === "string" ? example : JSON.stringify(example));
}

/** The side whose shape a page shows: that of a model which is only sent, or of the request twin, is the request. */
function sideOf({ usedIn }: Model, input: boolean): Side {
  return input || (usedIn.request && !usedIn.response) ? "request" : "response";
}

function enumValues(site: Site, model: Model, type: Type & { kind: "enum" }): Section {
  const described = type.values.some((each) => each.description !== undefined);
  const rows = type.values.map((each) => [
    code(site.plan.enumKey(model, each)),
    scalar(each.value),
    ...(described ? [cell(each.description ?? "")] : []),
  ]);
  const open = type.open
    ? "This is an open enum: a value that is not listed is kept as it is, so a new one on the server breaks nothing."
    : "";
  return {
    level: 2,
    title: "Values",
    blocks: [open, table(["Name", "Value", ...(described ? ["Description"] : [])], rows)],
  };
}
