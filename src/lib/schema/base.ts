import { $constructor, version } from "zod/v4/core";
import type { Issue, Schema, StandardResult } from "./types.js";

/** zod's payload: the value on its way, and the issues found so far. One payload serves a whole walk. */
export interface Payload {
  value: unknown;
  issues: RawIssue[];
}

/** An issue as zod passes it around before it is finished. */
export interface RawIssue {
  code: string;
  expected?: string;
  input?: unknown;
  inst?: unknown;
  path?: PropertyKey[];
  [other: string]: unknown;
}

/** zod's context, with one word of ours. */
export interface Context {
  readonly async: false;
  /** `backward` is from SDK form to wire form, as in `z.encode`. */
  readonly direction?: "backward";
  /** True when the value was made by us (parsed JSON), so that it may be changed in place instead of copied. */
  readonly owned?: boolean;
}

/** Checks `payload.value`, replaces it by its other form where that differs, and adds issues. Synchronous, always. */
export type Step = (payload: Payload, context: Context) => Payload;

/** What our schema classes are made of. */
interface Definition {
  readonly type: "custom";
  readonly step: Step;
  readonly optional: boolean;
  /** What an object schema knows of its members; unions choose by it. */
  readonly plan?: (() => Plan | undefined) | undefined;
  /** The name on the wire, of a field that has another name there. */
  readonly wire?: string;
  /** How an object with such a field is made; here, so that bundles without renaming do not hold it. */
  readonly make?: Make;
}

/** A schema as the inside of this folder sees it. */
export interface Walker {
  readonly _zod: { readonly run: Step; readonly def: Definition };
}

/** A field of an object schema. */
export interface Field {
  readonly key: string;
  readonly wire: string;
  readonly walk: Walker;
}

/** What an object schema is, once it is built. */
export interface Plan {
  readonly fields: readonly Field[];
  readonly make: Make;
  /** Filled when asked for. */
  readonly names: { key?: ReadonlySet<string>; wire?: ReadonlySet<string> };
}

/** Makes the other form of an object. */
export type Make = (plan: Plan, payload: Payload, context: Context) => Payload;

/** What zod's `$constructor` makes, as far as we fill it. */
interface Instance {
  _zod: {
    traits: Set<string>;
    bag: object;
    version: unknown;
    run: Step;
    parse: Step;
    optin?: "optional";
    optout?: "optional";
  };
}

/**
 * Our one zod class. It stands on `$constructor` and fills in what zod asks of a type itself instead of through `$ZodType`,
 * whose machinery for checks (refinements), which we have none of, would be a fifth of the smallest bundle.
 */
const WireSchema = /* @__PURE__ */ $constructor(
  "WireSchema",
  ((inst: Instance, def: Definition) => {
    const { _zod } = inst;
    _zod.traits.add("$ZodType");
    _zod.bag = {};
    _zod.version = version;
    _zod.parse = _zod.run = def.step;
    if (def.optional) _zod.optin = _zod.optout = "optional";
  }) as never,
  {
    get "~standard"() {
      const of = this as unknown as Schema<unknown>; // members of this class live on its instances
      return {
        version: 1,
        vendor: "connections-sdk",
        validate(value: unknown): StandardResult<unknown> {
          const checked = check(of, value, { async: false });
          return checked.ok ? { value: checked.value } : checked;
        },
      };
    },
  } as never,
) as unknown as new (def: Definition) => Walker;

/** Makes a schema of a step. */
export function schema<T>(
  step: Step,
  more?: Partial<Omit<Definition, "type" | "step">>,
): Schema<T> {
  // The step decides what comes out; zod's class cannot carry that in its type without being public.
  return new WireSchema({ type: "custom", optional: false, step, ...more }) as unknown as Schema<T>;
}

/** The inside of a schema. */
export function walker(of: Schema<unknown>): Walker {
  // Every Schema was made by `schema` above, or is a zod type, which has the same inside.
  return of as unknown as Walker;
}

/** Adds the issue that `expected` was not found. */
export function expected(payload: Payload, what: string, inst?: unknown): Payload {
  payload.issues.push({ code: "invalid_type", expected: what, input: payload.value, inst });
  return payload;
}

/** Runs the schema of a member and puts the member's name before the path of what it found. */
export function member(walk: Walker, payload: Payload, context: Context, key: PropertyKey): void {
  const before = payload.issues.length;
  walk._zod.run(payload, context);
  for (let i = before; i < payload.issues.length; i++) {
    const issue = payload.issues[i] as RawIssue;
    issue.path = [key, ...(issue.path ?? [])];
  }
}

/** An object with members: neither null nor an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Sets an own member whatever its name; assigning to `__proto__` would change the prototype instead. */
export function assign(
  target: Record<string | number, unknown>,
  key: string | number,
  value: unknown,
): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else target[key] = value;
}

/**
 * Runs something over members of a list or an object, given by key or by field. What changes is written in place where the value
 * is ours, and on a copy that is made at the first change otherwise.
 */
export function each<Item extends string | number | Field>(
  payload: Payload,
  context: Context,
  items: Iterable<Item>,
  walkOf: (item: Item) => Walker,
): Payload {
  const input = payload.value as Record<string | number, unknown>; // a list or an object, as the caller saw
  let output = input;
  for (const item of items) {
    const key = typeof item === "object" ? item.key : (item as string | number);
    const value = (payload.value = read(input, key));
    member(walkOf(item), payload, context, key);
    const next = payload.value;
    // JSON takes own members only, so what a class of the caller's inherits is copied as well.
    const travels = !context.direction || next === undefined || Object.hasOwn(input, key);
    if (next === value && travels) continue;
    if (output === input && !context.owned)
      output = (Array.isArray(input) ? [...input] : { ...input }) as typeof input;
    assign(output, key, next);
  }
  payload.value = output;
  return payload;
}

/** Reads a member; names that every object inherits count only where the object has them itself. */
export function read(from: Record<string | number, unknown>, key: string | number): unknown {
  return key in Object.prototype && !Object.hasOwn(from, key) ? undefined : from[key];
}

/** What checking a value gives: the other form, or why not. */
export type Checked<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };

const DECODE: Context = { async: false, owned: true };
const ENCODE: Context = { async: false, direction: "backward" };

/** From wire form to SDK form. The value may be changed in place: give it parsed JSON that nobody else holds. */
export function decode<T>(of: Schema<T>, value: unknown): Checked<T> {
  return check(of, value, DECODE);
}

/** From SDK form to wire form. The caller's objects are never written to; what needs no change is not copied. */
export function encode(of: Schema<unknown>, value: unknown): Checked<unknown> {
  return check(of, value, ENCODE);
}

function check<T>(of: Schema<T>, value: unknown, context: Context): Checked<T> {
  const payload: Payload = { value, issues: [] };
  walker(of)._zod.run(payload, context);
  return payload.issues.length === 0
    ? { ok: true, value: payload.value as T } // the walk left no issue, so the value is a T
    : { ok: false, issues: payload.issues.map(finish) };
}

function finish(issue: RawIssue): Issue {
  return {
    code: issue.code,
    path: (issue.path ?? []).map((key) => (typeof key === "number" ? key : String(key))),
    message: typeof issue["message"] === "string" ? issue["message"] : describe(issue),
  };
}

function describe(issue: RawIssue): string {
  const what =
    issue.expected ??
    (Array.isArray(issue["values"]) ? issue["values"].join(" | ") : "another value");
  return `expected ${what}, received ${kindOf(issue.input)}`;
}

/** The kind of a value in one word; never the value itself. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "invalid Date" : "Date";
  return typeof value;
}
