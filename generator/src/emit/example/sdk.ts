import type { Field, Model, Pointer, Type } from "../../model/types.js";
import type { Plan } from "../../name/types.js";
import { stringLiteral } from "../print/literal.js";
import { isRecord } from "./fits.js";
import { Code, type Literal, fromJson } from "./literal.js";
import { chooseVariant, unnamedType } from "./wire.js";

/** What is needed to write a value as a user of the SDK would. */
export interface Dialect {
  readonly models: ReadonlyMap<Pointer, Model>;
  readonly plan: Plan;
  readonly dateTime: "date" | "string";
  /** `sent`: the JSON that the SDK makes of the same value, with the document's names and instants as `Date` prints them. */
  readonly spelling: "sdk" | "sent";
}

/** Turns a JSON value of a type into the value that the SDK takes for it: its member names, `Date`s, bytes and bigints. */
export function sdkExample(dialect: Dialect, type: Type, wire: unknown, owner?: Model): Literal {
  switch (type.kind) {
    case "date-time":
      return dialect.dateTime === "date" ? instant(dialect, String(wire)) : fromJson(wire);
    case "bytes":
      if (dialect.spelling === "sent") return fromJson(wire);
      return new Code(
        type.encoding === "byte"
          ? octets(String(wire))
          : `new Blob([${stringLiteral(String(wire))}])`,
      );
    case "bigint":
      if (dialect.spelling === "sent") return fromJson(wire);
      return new Code(`${BigInt(typeof wire === "number" ? Math.trunc(wire) : String(wire))}n`);
    case "array":
      return Array.isArray(wire)
        ? wire.map((item) => sdkExample(dialect, type.items, item, owner))
        : fromJson(wire);
    case "tuple":
      return Array.isArray(wire)
        ? wire.map((item, index) =>
            sdkExample(dialect, type.items[index] ?? type.rest ?? { kind: "unknown" }, item, owner),
          )
        : fromJson(wire);
    case "object":
      return isRecord(wire) ? record(dialect, type, wire, owner) : fromJson(wire);
    case "union": {
      const variant = chooseVariant(dialect.models, type, wire);
      return variant ? sdkExample(dialect, variant.type, wire, owner) : fromJson(wire);
    }
    case "intersection":
      return intersection(type.parts.map((part) => sdkExample(dialect, part, wire, owner)));
    case "ref": {
      const model = dialect.models.get(type.to);
      return model ? sdkExample(dialect, model.type, wire, model) : fromJson(wire);
    }
    default:
      return fromJson(wire);
  }
}

function record(
  dialect: Dialect,
  type: Type & { kind: "object" },
  wire: Readonly<Record<string, unknown>>,
  owner: Model | undefined,
): Literal {
  const rest = new Map(Object.entries(wire));
  const members = new Map<string, Literal>();
  for (const field of type.fields) {
    if (!rest.has(field.wire)) continue;
    members.set(
      nameOf(dialect, owner, field),
      sdkExample(dialect, field.type, rest.get(field.wire), owner),
    );
    rest.delete(field.wire);
  }
  const of = unnamedType(type);
  const unnamed = new Map(
    [...rest].map(([key, value]) => [
      key,
      sdkExample(dialect, of ?? { kind: "unknown" }, value, owner),
    ]),
  );
  if (type.fields.length === 0 || dialect.spelling === "sent")
    return new Map([...members, ...unnamed]);
  return of && unnamed.size > 0 ? members.set("additionalProperties", unnamed) : members;
}

/** Fields of an object that is no model of its own keep the document's names. */
function nameOf({ plan, spelling }: Dialect, owner: Model | undefined, field: Field): string {
  const named = owner?.type.kind === "object" && owner.type.fields.includes(field);
  return named && spelling === "sdk" ? plan.member(owner, field) : field.wire;
}

function instant({ spelling }: Dialect, text: string): Literal {
  return spelling === "sent"
    ? new Date(text).toISOString()
    : new Code(`new Date(${stringLiteral(text)})`);
}

function intersection(parts: readonly Literal[]): Literal {
  const maps = parts.filter((part): part is ReadonlyMap<string, Literal> => part instanceof Map);
  return maps.length > 0 ? new Map(maps.flatMap((part) => Array.from(part))) : (parts[0] ?? null);
}

function octets(base64: string): string {
  const bytes = Buffer.from(base64, "base64");
  const text = bytes.toString("utf8");
  if (Buffer.from(text, "utf8").equals(bytes))
    return `new TextEncoder().encode(${stringLiteral(text)})`;
  return `Uint8Array.of(${[...bytes].join(", ")})`;
}
