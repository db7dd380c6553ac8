/** Reads what becomes doc comments and pages. */
import { isList, isObject } from "../document/json.js";
import type { Docs } from "./types.js";

/** Reads summary, description, links, deprecation and an example of any object of a document. */
export function docsOf(source: unknown): Docs {
  if (!isObject(source)) return {};
  const docs: { -readonly [K in keyof Docs]: Docs[K] } = {};
  const summary = stringOf(source["summary"]);
  const description = stringOf(source["description"]);
  if (summary !== undefined) docs.summary = summary;
  if (description !== undefined) docs.description = description;
  const externalDocs = linkOf(source["externalDocs"]);
  if (externalDocs) docs.externalDocs = externalDocs;
  const deprecated = deprecationOf(source);
  if (deprecated !== undefined) docs.deprecated = deprecated;
  const example = exampleOf(source);
  if (example !== undefined) docs.example = example;
  return docs;
}

/** The docs of a schema. Its title is the summary, unless it only repeats the name. */
export function schemaDocs(schema: unknown, name: string): Docs {
  const docs = docsOf(schema);
  const title = isObject(schema) ? stringOf(schema["title"]) : undefined;
  if (title === undefined || docs.summary !== undefined || letters(name).endsWith(letters(title)))
    return docs;
  return { summary: title, ...docs };
}

/** The first example, in any of the three ways to write one. */
export function exampleOf(source: unknown): unknown {
  if (!isObject(source)) return undefined;
  if (source["example"] !== undefined) return source["example"];
  const examples = source["examples"];
  if (isList(examples)) return examples[0];
  const first = isObject(examples) ? Object.values(examples)[0] : undefined;
  return isObject(first) ? (first["dataValue"] ?? first["value"]) : undefined;
}

/** The example of a media type. One that is only there as it is sent is read as JSON, or text. */
export function contentExampleOf(content: unknown): unknown {
  const example = exampleOf(content);
  const examples = isObject(content) ? content["examples"] : undefined;
  const first = isObject(examples) ? Object.values(examples)[0] : undefined;
  const sent = isObject(first) ? first["serializedValue"] : undefined;
  if (example !== undefined || typeof sent !== "string") return example;
  try {
    return JSON.parse(sent);
  } catch {
    return sent;
  }
}

/** A trimmed string, or `undefined` for an empty one and for other values. */
export function stringOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function linkOf(value: unknown): Docs["externalDocs"] {
  if (!isObject(value)) return undefined;
  const url = stringOf(value["url"]);
  const description = stringOf(value["description"]);
  return url === undefined ? undefined : { url, ...(description !== undefined && { description }) };
}

function deprecationOf(source: Readonly<Record<string, unknown>>): string | undefined {
  const message = stringOf(source["x-speakeasy-deprecation-message"]);
  const replacement = stringOf(source["x-speakeasy-deprecation-replacement"]);
  if (source["deprecated"] !== true && message === undefined && replacement === undefined)
    return undefined;
  return [message, replacement === undefined ? undefined : `Use \`${replacement}\` instead.`]
    .filter((part) => part !== undefined)
    .join(" ");
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
