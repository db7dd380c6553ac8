import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fits } from "../../src/emit/example/fits.js";
import { type EmitContext, resolvedModel } from "../../src/emit/context.js";
import type { Body, Field, Model, Parameter, Pointer, Type } from "../../src/model/types.js";
import type { Files } from "./files.js";
import type { Match } from "./match.js";
import type { BodyContent } from "./media.js";
import type { MockBody, MockMultipart } from "./scenarios.js";
import { packageFolder } from "./workspace.js";
import { readXml } from "./xml.js";

/** Reads the strings of a request as JSON values, by the types of a document. */
export interface WireReader {
  /** The value of a string, such as that of a header. */
  readonly text: (type: Type, text: string) => unknown;
  readonly parameter: (parameter: Parameter, raw: unknown) => unknown;
  readonly body: (body: BodyContent, mock: MockBody, match: Match) => unknown;
  /**
   * What to send for a required body of which the mock server's data says nothing: no members, or
   * the image of the specs for a file, twice for a list.
   */
  readonly missing: (body: Body) => unknown;
  readonly type: (type: Type) => Type;
}

/** Creates the reader of an API. Contents of files become tokens of `files`. */
export function wireReader(context: EmitContext, files: Files): WireReader {
  const models: ReadonlyMap<Pointer, Model> = new Map(
    context.api.models.map((model) => [model.pointer, model]),
  );

  const resolved = (type: Type): Type => {
    if (type.kind !== "ref") return type;
    const model = resolvedModel(context, type.to);
    return model ? model.type : type;
  };

  const scalar = (of: Type, text: string): unknown => {
    const type = resolved(of);
    switch (type.kind) {
      case "number":
      case "integer":
        return Number.isFinite(Number(text)) ? Number(text) : text;
      case "bigint":
        return type.format === "string" ? text : Number(text);
      case "boolean":
        return text === "true" ? true : text === "false" ? false : text;
      case "null":
        return text === "null" || text === "" ? null : text;
      case "literal":
        return String(type.value) === text ? type.value : text;
      case "enum":
        return type.values.find(({ value }) => String(value) === text)?.value ?? text;
      case "union": {
        const values = type.variants.map((variant) => ({
          of: variant.type,
          value: scalar(variant.type, text),
        }));
        const found = values.find((each) => fits(models, each.of, each.value));
        return found ? found.value : text;
      }
      default:
        return text;
    }
  };

  const record = (type: Type & { kind: "object" }, pairs: readonly (readonly [string, string])[]) =>
    Object.fromEntries(
      pairs.map(([name, text]) => {
        const field = type.fields.find(({ wire }) => wire === name);
        return [name, scalar(field?.type ?? (type.extra || { kind: "string" }), text)];
      }),
    );

  const parameter = (of: Parameter, raw: unknown): unknown => {
    if (of.media !== undefined) return JSON.parse(String(raw));
    const type = resolved(of.type);
    if (type.kind === "array") {
      const texts = Array.isArray(raw) ? raw.map(String) : partsOf(of, String(raw));
      return texts.map((text) => scalar(type.items, text));
    }
    if (type.kind === "object") {
      if (isRecord(raw))
        return record(
          type,
          Object.entries(raw).map(([name, value]) => [name, String(value)]),
        );
      const texts = partsOf(of, String(raw));
      return record(type, of.explode ? texts.map(pairOf) : pairs(texts));
    }
    return scalar(type, plainOf(of, String(raw)));
  };

  const multipart = (type: Type, { parts, files: sent }: MockMultipart): unknown => {
    const object = resolved(type);
    const fieldOf = (name: string): Field | undefined =>
      object.kind === "object" ? object.fields.find(({ wire }) => wire === name) : undefined;
    const values: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(parts)) {
      const field = fieldOf(name);
      // Scalars are strings on the wire.
      const isScalar = field !== undefined && typeof value !== "object";
      values[name] = isScalar ? scalar(field.type, String(value)) : value;
    }
    for (const { fieldname, buffer, originalname, mimetype } of sent) {
      const token = files.add(buffer, { name: originalname, type: mimetype });
      const field = fieldOf(fieldname);
      const isList = field && resolved(field.type).kind === "array";
      const known = values[fieldname];
      values[fieldname] = isList ? [...(Array.isArray(known) ? known : []), token] : token;
    }
    return values;
  };

  const body = ({ type, encoding }: BodyContent, mock: MockBody, match: Match): unknown => {
    if (mock.kind === "multipart") return multipart(type, mock);
    const { content, contentType } = mock;
    const plain = resolved(type);
    if (plain.kind === "bytes" && plain.encoding === "binary")
      return files.add(content, { type: contentType });
    const text = String(content);
    if (String(encoding) === "xml") return readXml(match.sdk.document, match.operation, text);
    return encoding === "json" || contentType === "application/json" ? JSON.parse(text) : text;
  };

  const missing = (of: Body): unknown => {
    const type = resolved(of.type);
    if (type.kind !== "object") return undefined;
    if (of.encoding !== "multipart") return {};
    return Object.fromEntries(
      type.fields
        .filter(({ required }) => required)
        .map((field) => {
          const part = of.parts.find(({ wire }) => wire === field.wire);
          const token = files.add(assetOf(part?.contentType), {
            name: "image.png",
            type: part?.contentType ?? "application/octet-stream",
          });
          return [field.wire, resolved(field.type).kind === "array" ? [token, token] : token];
        }),
    );
  };

  return { text: scalar, parameter, body, missing, type: resolved };
}

function assetOf(contentType = ""): Buffer {
  const name = contentType === "image/jpeg" ? "image.jpg" : "image.png";
  return readFileSync(join(packageFolder("@typespec/http-specs"), "assets", name));
}

/** The items in the string of an array or object. */
function partsOf(parameter: Parameter, text: string): readonly string[] {
  const plain = plainOf(parameter, text);
  const { style, explode, wire } = parameter;
  if (style === "matrix" && explode) return plain.split(";").map((part) => after(part, `${wire}=`));
  if (style === "label" && explode) return plain.split(".");
  if (style === "spaceDelimited") return plain.split(" ");
  return plain.split(style === "pipeDelimited" ? "|" : ",");
}

/** The string without what its style puts before it. */
function plainOf({ style, explode, wire }: Parameter, text: string): string {
  if (style === "label") return after(text, ".");
  if (style !== "matrix") return text;
  const plain = after(text, ";");
  return explode && plain.includes(";") ? plain : after(plain, `${wire}=`);
}

function after(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

function pairOf(text: string): readonly [string, string] {
  const at = text.indexOf("=");
  return [text.slice(0, at), text.slice(at + 1)];
}

/** `a, 1, b, 2` as pairs. */
function pairs(texts: readonly string[]): readonly (readonly [string, string])[] {
  return texts.flatMap((name, index): (readonly [string, string])[] =>
    index % 2 === 0 ? [[name, texts[index + 1] ?? ""]] : [],
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
