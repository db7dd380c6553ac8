import type { Issue, Schema, StandardProps } from "./types.js";

/** An issue as zod passes it around before it is finished. */
export interface RawIssue {
  readonly code: string;
  readonly input: unknown;
  /** What would have fit: in words, or all values that do. */
  readonly expected?: string;
  readonly values?: readonly unknown[];
  path?: (string | number)[];
}

/** A walk over one value: which way it goes, and what was found so far. */
export interface Walk {
  /** From SDK form to wire form. */
  readonly encoding: boolean;
  /** True when the value was made by us (parsed JSON), so that it may be changed in place instead of copied. */
  readonly owned: boolean;
  readonly issues: RawIssue[];
  /** What unions made of values that several of their schemas look at; absent outside of unions. */
  readonly seen?: Map<Step, Map<object, StepResult>> | undefined;
}

/** What came out of a value. */
export interface StepResult {
  readonly value: unknown;
  readonly issues: readonly RawIssue[];
}

/** Checks a value and answers its other form, which is the value itself where the two do not differ; adds issues to the walk. */
export type Step = (value: unknown, walk: Walk) => unknown;

/** What our schemas are made of. */
export interface Definition {
  readonly type: "custom";
  readonly step: Step;
  /** What `typeof` says of values that fit and are the same in both forms. Most members are found right by it, without a step. */
  readonly is?: "string" | "boolean" | undefined;
  /** True where absence is fine. */
  readonly optional?: true | undefined;
  /** What an object schema knows of its members; unions choose by it. */
  readonly plan?: (() => ObjectPlan | undefined) | undefined;
  /** The name on the wire, of a field that has another name there. */
  readonly wire?: string | undefined;
  /** How an object with such a field is made; here, so that bundles without renaming do not hold it. */
  readonly make?: Make | undefined;
}

/** A field of an object schema. */
export interface Field {
  readonly key: string;
  readonly wire: string;
  readonly step: Step;
  readonly is: "string" | "boolean" | undefined;
  readonly optional: true | undefined;
  /** True for names that every object inherits, such as `constructor` and `__proto__`. */
  readonly inherited: boolean;
}

/** What an object schema is, once it is built. */
export interface ObjectPlan {
  readonly fields: readonly Field[];
  readonly make: Make;
  /** Filled when asked for. */
  readonly names: { key?: ReadonlySet<string>; wire?: ReadonlySet<string> };
}

/** Makes the other form of an object. */
export type Make = (plan: ObjectPlan, input: Record<string, unknown>, walk: Walk) => unknown;

/** zod's payload: the value on its way, and the issues found so far. */
interface Payload {
  value: unknown;
  issues: object[];
}

/**
 * Our one schema class: a zod 4 type by what it holds in `_zod`, which is all that zod goes by. It fills that in itself instead of
 * through zod's `$constructor`, which would be 0.65 kB of the smallest bundle and a module to load, and would tie us to one version.
 * That zod takes it is checked by type (`tests/types/zod-contract.test-d.ts`) and by running it inside several versions of zod.
 */
export class WireSchema {
  readonly _zod: {
    readonly def: Definition;
    readonly constr: new (def: Definition) => WireSchema;
    readonly traits: Set<string>;
    readonly bag: Record<string, unknown>;
    readonly version: { readonly major: 4; readonly minor: 0; readonly patch: number };
    readonly run: (payload: Payload, context: { readonly direction?: string }) => Payload;
    readonly parse: (payload: Payload, context: { readonly direction?: string }) => Payload;
    readonly optin: "optional" | undefined;
    readonly optout: "optional" | undefined;
  };

  constructor(def: Definition) {
    const run = (payload: Payload, { direction }: { readonly direction?: string }): Payload => {
      const issues = payload.issues as RawIssue[]; // those that are there already are not looked at
      const encoding = direction === "backward";
      payload.value = def.step(payload.value, { encoding, owned: false, issues });
      return payload;
    };
    const there = def.optional && "optional";
    this._zod = {
      def,
      constr: WireSchema,
      traits: new Set(["$ZodType"]),
      bag: {},
      version: { major: 4, minor: 0, patch: 0 },
      run,
      parse: run,
      optin: there,
      optout: there,
    };
  }

  get "~standard"(): StandardProps<unknown> {
    return {
      version: 1,
      vendor: "connections-sdk",
      validate: (value) => {
        const checked = check(this._zod.def, value, false, false);
        return checked.ok ? { value: checked.value } : checked;
      },
    };
  }
}

/** Makes a schema of a step. */
export function schema<T>(
  step: Step,
  more?: Partial<Omit<Definition, "type" | "step">>,
): Schema<T> {
  // The step decides what comes out; the class cannot carry that in its type.
  return new WireSchema({ type: "custom", step, ...more }) as unknown as Schema<T>;
}

/** The inside of a schema. */
export function definition(of: Schema<unknown>): Definition {
  return (of as unknown as WireSchema)._zod.def; // every Schema was made by `schema` above
}

/** Adds the issue that `expected` was not found. */
export function expected(value: unknown, walk: Walk, what: string): unknown {
  walk.issues.push({ code: "invalid_type", expected: what, input: value });
  return value;
}

/** Runs the step of a member, and puts the member's name before the path of what it found. */
export function member(step: Step, value: unknown, walk: Walk, key: string | number): unknown {
  const { issues } = walk;
  let at = issues.length;
  const next = step(value, walk);
  for (let issue = issues[at]; issue; issue = issues[++at]) (issue.path ??= []).unshift(key);
  return next;
}

/** An object with members: neither null nor an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Sets an own member whatever its name; assigning to `__proto__` would change the prototype instead. */
export function assign(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else target[key] = value;
}

/** Reads a field; names that every object inherits count only where the object has them itself. */
export function read(from: Record<string, unknown>, key: string, inherited: boolean): unknown {
  return inherited && !Object.hasOwn(from, key) ? undefined : from[key];
}

/** What checking a value gives: the other form, or why not. */
export type Checked<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };

/** From wire form to SDK form. The value may be changed in place: give it parsed JSON that nobody else holds. */
export function decode<T>(of: Schema<T>, value: unknown): Checked<T> {
  return check(definition(of), value, false, true);
}

/** From SDK form to wire form. The caller's objects are never written to; what needs no change is not copied. */
export function encode(of: Schema<unknown>, value: unknown): Checked<unknown> {
  return check(definition(of), value, true, false);
}

function check<T>(def: Definition, value: unknown, encoding: boolean, owned: boolean): Checked<T> {
  const issues: RawIssue[] = [];
  const made = def.step(value, { encoding, owned, issues });
  return issues.length === 0
    ? { ok: true, value: made as T } // the walk left no issue, so it is a T
    : { ok: false, issues: issues.map(finish) };
}

function finish({ code, path = [], expected: what, values, input }: RawIssue): Issue {
  const message = `expected ${what ?? values?.join(" | ")}, received ${kindOf(input)}`;
  return { code, path, message };
}

/** The kind of a value in one word; never the value itself. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "invalid Date" : "Date";
  return typeof value;
}
