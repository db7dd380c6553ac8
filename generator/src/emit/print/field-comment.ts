import type { Docs, Field, Limits, Type } from "../../model/types.js";
import { type Comment, docComment } from "./comment.js";
import { type Layout, hardline } from "./layout.js";

/** The doc comment of a member and the line break after it, or nothing. */
export function fieldComment(field: Pick<Field, "docs" | "type" | "default">): Layout {
  const content = withTags(field.docs, [
    ...docsText(field.docs),
    factsText(field.type, field.default),
  ]);
  const comment = docComment(content);
  return comment ? [comment, hardline] : "";
}

/** The doc comment of a declaration, or nothing. */
export function docsComment(docs: Docs): Layout | undefined {
  return docComment(withTags(docs, docsText(docs)));
}

/** Summary and description, or one of them if they are the same. */
export function docsText({ summary, description }: Docs): readonly string[] {
  const paragraphs = [summary ?? "", description ?? ""].filter((text) => text.trim() !== "");
  return paragraphs[0]?.trim() === paragraphs[1]?.trim() ? paragraphs.slice(0, 1) : paragraphs;
}

/** The tags `@see` and `@deprecated`. */
export function docsTags({
  externalDocs,
  deprecated,
}: Docs): readonly (readonly [string, string])[] {
  const see =
    externalDocs && [externalDocs.url, externalDocs.description].filter(Boolean).join(" - ");
  return [
    ...(see === undefined ? [] : [["see", see] as const]),
    ...(deprecated === undefined ? [] : [["deprecated", deprecated] as const]),
  ];
}

function withTags(docs: Docs, text: readonly (string | undefined)[]): Comment {
  return { text, tags: docsTags(docs) };
}

/** What a type cannot express: the default and the limits. The SDK does not enforce them. */
function factsText(type: Type, value: unknown): string | undefined {
  const facts = [
    ...(value === undefined ? [] : [`Default: ${inlineCode(JSON.stringify(value))}.`]),
    ...limitsText("limits" in type ? type.limits : undefined),
  ];
  return facts.length === 0 ? undefined : facts.join(" ");
}

function limitsText(limits: Limits | undefined): readonly string[] {
  if (!limits) return [];
  const { min, max, exclusiveMin, exclusiveMax, multipleOf, pattern, unique } = limits;
  const bounds = [
    min !== undefined && `at least ${min}`,
    exclusiveMin !== undefined && `more than ${exclusiveMin}`,
    max !== undefined && `at most ${max}`,
    exclusiveMax !== undefined && `less than ${exclusiveMax}`,
    multipleOf !== undefined && `a multiple of ${multipleOf}`,
    unique === true && "no duplicates",
  ].filter((bound) => bound !== false);
  return [
    ...(bounds.length > 0 ? [`Limits: ${bounds.join(", ")}.`] : []),
    ...(pattern === undefined ? [] : [`Pattern: ${inlineCode(pattern)}.`]),
  ];
}

/** Inline code, unless the text has a backtick of its own. */
export function inlineCode(text: string): string {
  return text.includes("`") ? text : `\`${text}\``;
}
