import type { Field, Model, Pointer, Type } from "../../model/types.js";
import type { Names } from "../../name/types.js";
import { stringLiteral } from "../print/literal.js";
import { type Known as KnownFits, isRecord, nothingKnown, partsOf } from "./fits.js";
import { Code, ELLIPSIS, type Literal, fromJson } from "./literal.js";
import { chooseVariant, isCut, unnamedType } from "./wire.js";

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
  /** Whether files are strings, which are their content too. JSON can hold no others. */
  readonly filesAsStrings?: boolean;
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
  known: Known = { results: new Map(), depth: 0, fits: nothingKnown() },
): Literal {
  if (isCut(wire)) return ELLIPSIS;
  const write = (inner: Type, value: unknown, of = owner): Literal =>
    sdkExample(context, inner, value, of, known);
  switch (type.kind) {
    case "date-time":
      return context.dateTime === "date" ? instant(context, String(wire)) : fromJson(wire);
    case "bytes":
      if (context.spelling === "sent") return fromJson(wire);
      return new Code(
        type.encoding === "byte"
          ? bytesExpression(String(wire))
          : context.filesAsStrings
            ? stringLiteral(String(wire))
            : `new Blob([${stringLiteral(String(wire))}])`,
      );
    case "bigint":
      if (context.spelling === "sent") return fromJson(wire);
      return new Code(`${BigInt(typeof wire === "number" ? Math.trunc(wire) : String(wire))}n`);
    case "array":
      return Array.isArray(wire) ? wire.map((item) => write(type.items, item)) : fromJson(wire);
    case "tuple":
      return Array.isArray(wire)
        ? wire.map((item, index) =>
            write(type.items[index] ?? type.rest ?? { kind: "unknown" }, item),
          )
        : fromJson(wire);
    case "object":
      return isRecord(wire) ? record(context, type, wire, owner, write) : fromJson(wire);
    case "union": {
      const variant = chooseVariant(context.models, type, wire, known.fits);
      return variant ? write(variant.type, wire) : fromJson(wire);
    }
    case "intersection":
      return intersection(partsOf(context.models, type).map((part) => write(part, wire)));
    case "ref": {
      const model = context.models.get(type.to);
      return model ? modelExample(write, model, wire, known) : fromJson(wire);
    }
    default:
      return fromJson(wire);
  }
}

type Write = (type: Type, value: unknown, owner?: Model) => Literal;

/** What has been written, so that a value is not written twice as the same model. */
interface Known {
  readonly results: Map<Model, Map<unknown, Literal>>;
  /** How many models are being written. */
  depth: number;
  readonly fits: KnownFits;
}

/** More models inside each other than the stack holds: what is below stays as it is. */
const MAX_DEPTH = 50;

function modelExample(write: Write, model: Model, wire: unknown, known: Known): Literal {
  const results = known.results.get(model) ?? new Map<unknown, Literal>();
  known.results.set(model, results);
  const found = results.get(wire);
  if (found !== undefined) return found;
  if (known.depth > MAX_DEPTH) return fromJson(wire);
  known.depth++;
  const written = write(model.type, wire, model);
  known.depth--;
  results.set(wire, written);
  return written;
}

function record(
  context: SdkExampleContext,
  type: Type & { kind: "object" },
  wire: Readonly<Record<string, unknown>>,
  owner: Model | undefined,
  write: Write,
): Literal {
  const rest = new Map(Object.entries(wire));
  const members = new Map<string, Literal>();
  for (const field of type.fields) {
    if (!rest.has(field.wire)) continue;
    members.set(nameOf(context, owner, field), write(field.type, rest.get(field.wire)));
    rest.delete(field.wire);
  }
  const of = unnamedType(type);
  const unnamed = new Map(
    [...rest].map(([key, value]) => [key, write(of ?? { kind: "unknown" }, value)]),
  );
  if (type.fields.length === 0 || context.spelling === "sent")
    return new Map([...members, ...unnamed]);
  return of && unnamed.size > 0 ? members.set("additionalProperties", unnamed) : members;
}

function nameOf(
  { names, spelling }: SdkExampleContext,
  owner: Model | undefined,
  field: Field,
): string {
  if (spelling === "sent") return field.wire;
  const named = owner?.type.kind === "object" && owner.type.fields.includes(field);
  return named ? names.member(owner, field) : names.inlineMember(field);
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
