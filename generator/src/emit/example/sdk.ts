import type { Field, Model, Pointer, Type } from "../../model/types.js";
import type { Names } from "../../name/types.js";
import { stringLiteral } from "../print/literal.js";
import { isRecord } from "./fits.js";
import { Code, type Literal, fromJson } from "./literal.js";
import { chooseVariant, unnamedType } from "./wire.js";

/** What is needed to write a value as a user of the SDK does. */
export interface SdkExampleContext {
  readonly models: ReadonlyMap<Pointer, Model>;
  readonly names: Names;
  readonly dateTime: "date" | "string";
  /**
   * `sent`: the JSON that the SDK makes of the value, with the names of the document and instants
   * as `Date` prints them.
   */
  readonly spelling: "sdk" | "sent";
}

/**
 * Converts a JSON value to the value that the SDK takes: its member names, `Date`s, bytes and
 * bigints.
 */
export function sdkExample(
  context: SdkExampleContext,
  type: Type,
  wire: unknown,
  owner?: Model,
): Literal {
  switch (type.kind) {
    case "date-time":
      return context.dateTime === "date" ? instant(context, String(wire)) : fromJson(wire);
    case "bytes":
      if (context.spelling === "sent") return fromJson(wire);
      return new Code(
        type.encoding === "byte"
          ? bytesExpression(String(wire))
          : `new Blob([${stringLiteral(String(wire))}])`,
      );
    case "bigint":
      if (context.spelling === "sent") return fromJson(wire);
      return new Code(`${BigInt(typeof wire === "number" ? Math.trunc(wire) : String(wire))}n`);
    case "array":
      return Array.isArray(wire)
        ? wire.map((item) => sdkExample(context, type.items, item, owner))
        : fromJson(wire);
    case "tuple":
      return Array.isArray(wire)
        ? wire.map((item, index) =>
            sdkExample(context, type.items[index] ?? type.rest ?? { kind: "unknown" }, item, owner),
          )
        : fromJson(wire);
    case "object":
      return isRecord(wire) ? record(context, type, wire, owner) : fromJson(wire);
    case "union": {
      const variant = chooseVariant(context.models, type, wire);
      return variant ? sdkExample(context, variant.type, wire, owner) : fromJson(wire);
    }
    case "intersection":
      return intersection(type.parts.map((part) => sdkExample(context, part, wire, owner)));
    case "ref": {
      const model = context.models.get(type.to);
      return model ? sdkExample(context, model.type, wire, model) : fromJson(wire);
    }
    default:
      return fromJson(wire);
  }
}

function record(
  context: SdkExampleContext,
  type: Type & { kind: "object" },
  wire: Readonly<Record<string, unknown>>,
  owner: Model | undefined,
): Literal {
  const rest = new Map(Object.entries(wire));
  const members = new Map<string, Literal>();
  for (const field of type.fields) {
    if (!rest.has(field.wire)) continue;
    members.set(
      nameOf(context, owner, field),
      sdkExample(context, field.type, rest.get(field.wire), owner),
    );
    rest.delete(field.wire);
  }
  const of = unnamedType(type);
  const unnamed = new Map(
    [...rest].map(([key, value]) => [
      key,
      sdkExample(context, of ?? { kind: "unknown" }, value, owner),
    ]),
  );
  if (type.fields.length === 0 || context.spelling === "sent")
    return new Map([...members, ...unnamed]);
  return of && unnamed.size > 0 ? members.set("additionalProperties", unnamed) : members;
}

/** Fields of an inline object keep the names of the document. */
function nameOf(
  { names, spelling }: SdkExampleContext,
  owner: Model | undefined,
  field: Field,
): string {
  const named = owner?.type.kind === "object" && owner.type.fields.includes(field);
  return named && spelling === "sdk" ? names.member(owner, field) : field.wire;
}

function instant({ spelling }: SdkExampleContext, text: string): Literal {
  return spelling === "sent"
    ? new Date(text).toISOString()
    : new Code(`new Date(${stringLiteral(text)})`);
}

function intersection(parts: readonly Literal[]): Literal {
  const maps = parts.filter((part): part is ReadonlyMap<string, Literal> => part instanceof Map);
  return maps.length > 0 ? new Map(maps.flatMap((part) => Array.from(part))) : (parts[0] ?? null);
}

function bytesExpression(base64: string): string {
  const bytes = Buffer.from(base64, "base64");
  const text = bytes.toString("utf8");
  if (Buffer.from(text, "utf8").equals(bytes))
    return `new TextEncoder().encode(${stringLiteral(text)})`;
  return `Uint8Array.of(${[...bytes].join(", ")})`;
}
