import { assign } from "../schema/base.js";
import type { Conversion } from "./conversion.js";

/** How the members of an object differ between wire and SDK form. */
export interface Members {
  /** The names in the SDK, by name on the wire: of the members whose names differ. */
  readonly names: Readonly<Record<string, string>>;
  /** What is sent for members that a request leaves out, in wire form, by name in the SDK. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /**
   * The names on the wire of all members, if others are collected under `additionalProperties`.
   */
  readonly known?: readonly string[];
}

/** What {@link renamed} was given, so that `fromZod` need not convert an object twice. */
const described = new WeakMap<object, Members>();

/** The description of a conversion that {@link renamed} made. */
export function membersOf(decode: unknown): Members | undefined {
  return described.get(decode as object); // a function, or the lookup finds nothing
}

/**
 * The parameters of `z.codec` for an object whose members have other names on the wire. Members
 * that are not named keep their names and values.
 *
 * @param names - The names in the SDK, by name on the wire.
 * @param more - What requests send for members that they leave out: a value, or a function that
 *   makes one. With `known`, other members are collected under `additionalProperties`.
 */
export function renamed<Wire extends object, Value extends object>(
  names: Members["names"],
  { defaults = {}, known }: Partial<Members> = {},
): Conversion<Wire, Value> {
  const wireNames = Object.fromEntries(Object.entries(names).map(([wire, key]) => [key, wire]));
  const decode = (wire: Wire): Value => {
    const value = rename(wire, names);
    // A new object, with the members of `Value` because of the names.
    return (
      known ? gather(value, new Set(known.map((name) => names[name] ?? name))) : value
    ) as Value;
  };
  const encode = (value: Value): Wire => {
    const spread = known ? scatter(value) : value;
    // A new object, with the members of `Wire` because of the names.
    return rename(withDefaults(spread, defaults), wireNames) as Wire;
  };
  described.set(decode, { names, defaults, ...(known && { known }) });
  return { decode, encode };
}

/** A copy with other names. Members that a renamed one replaces are dropped. */
function rename(input: object, names: Members["names"]): Record<string, unknown> {
  const output: Record<string, unknown> = {};
  const entries = Object.entries(input);
  for (const [name, value] of entries) if (!Object.hasOwn(names, name)) assign(output, name, value);
  for (const [name, value] of entries) {
    const next = Object.hasOwn(names, name) ? names[name] : undefined;
    if (next !== undefined && value !== undefined) assign(output, next, value);
  }
  return output;
}

function withDefaults(value: object, defaults: Members["defaults"]): object {
  const output: Record<string, unknown> = { ...value };
  for (const [key, given] of Object.entries(defaults)) output[key] ??= defaultOf(given);
  return output;
}

/** The default itself, or what its function makes. */
export function defaultOf(given: unknown): unknown {
  return typeof given === "function" ? (given as () => unknown)() : given;
}

function gather(value: object, known: ReadonlySet<string>): Record<string, unknown> {
  const output: Record<string, unknown> = {};
  const others: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value))
    assign(known.has(key) ? output : others, key, member);
  if (Object.keys(others).length > 0) output["additionalProperties"] = others;
  return output;
}

function scatter(value: object): object {
  const { additionalProperties, ...known } = value as { additionalProperties?: object };
  return { ...additionalProperties, ...known };
}
