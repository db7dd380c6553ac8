import { isRequiredItem } from "../../model/type-helpers.js";
import type { Scalar, Type } from "../../model/types.js";
import { unnamedType } from "../example/wire.js";
import { code } from "./markdown.js";
import { type PageRef, type DocsSite, link } from "./site.js";

const dateLink =
  "[Date](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date)";

/** A type as Markdown for a table: scalars in italics, models as links. */
export function typeMarkdown(site: DocsSite, from: PageRef, type: Type, input = false): string {
  const text = (of: Type): string => typeMarkdown(site, from, of, input);
  switch (type.kind) {
    case "string":
    case "date":
      return "*string*";
    case "number":
    case "integer":
      return "*number*";
    case "bigint":
    case "boolean":
    case "null":
    case "unknown":
    case "never":
      return `*${type.kind}*`;
    case "literal":
      return scalar(type.value);
    case "enum":
      return (
        type.values.map(({ value }) => scalar(value)).join(" \\| ") +
        (type.open ? " \\| *string*" : "")
      );
    case "bytes":
      return type.encoding === "byte"
        ? "*Uint8Array*"
        : "*Blob \\| Uint8Array \\| ReadableStream \\| string*";
    case "date-time":
      return site.context.options.dateTime === "date" ? dateLink : "*string*";
    case "array":
      return `${grouped(type.items, text(type.items))}[]`;
    case "tuple":
      return `\\[${[...type.items.map((item, index) => text(item) + (isRequiredItem(type, index) ? "" : "?")), ...(type.rest ? [`...${text(type.rest)}[]`] : [])].join(", ")}\\]`;
    case "object": {
      if (type.fields.length > 0) {
        const { inlineMember } = site.context.names;
        const members = type.fields.map((field) => `${inlineMember(field)}: ${text(field.type)}`);
        return `\\{ ${members.join("; ")} \\}`;
      }
      const of = unnamedType(type);
      return `Record\\<*string*, ${of ? text(of) : "*unknown*"}\\>`;
    }
    case "union":
      return (
        [...new Set(type.variants.map((variant) => text(variant.type)))].join(" \\| ") ||
        "*unknown*"
      );
    case "intersection":
      return type.parts.map((part) => grouped(part, text(part))).join(" & ");
    case "ref": {
      const model = site.context.model(type.to);
      return model ? link(from, site.model(model, input)) : "*unknown*";
    }
    default:
      return type satisfies never;
  }
}

/** A value of an enum or a literal type. */
export function scalar(value: Scalar): string {
  return code(typeof value === "string" ? JSON.stringify(value) : String(value));
}

function grouped(type: Type, text: string): string {
  const compound = type.kind === "union" || type.kind === "intersection" || type.kind === "enum";
  return compound && text.includes(" ") ? `(${text})` : text;
}
