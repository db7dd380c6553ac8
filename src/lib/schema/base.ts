import type { Issue, Schema, StandardProps, Unchecked } from "./types.js";

/** An issue as zod represents it internally, before it has a message. */
export interface RawIssue {
  readonly code: string;
  readonly input: unknown;
  /** What was expected: in words, or as the list of all valid values. */
  readonly expected?: string;
  readonly values?: readonly unknown[];
  /** Set for what responses may hold although it is unknown: a new value of a closed enum. */
  readonly isKept?: boolean;
  path?: (string | number)[];
}

/** A walk over one value: its direction, and the issues found so far. */
export interface Walk {
  /** `true` from SDK form to wire form, `false` from wire form to SDK form. */
  readonly encoding: boolean;
  /** Whether the value is ours (parsed JSON) and may be changed in place instead of copied. */
  readonly owned: boolean;
  readonly issues: RawIssue[];
  /**
   * Results of unions for values that several of their variants contain. Absent outside of unions.
   */
  readonly seen?: Map<Step, Map<object, StepResult>> | undefined;
  /**
   * Converts members that no schema describes. Absent if the request does not send them as JSON.
   */
  readonly open?: Step | undefined;
}

/** The result of a step. */
export interface StepResult {
  readonly value: unknown;
  readonly issues: readonly RawIssue[];
}

/**
 * Checks a value and returns its other form, which is the value itself if the two forms are equal.
 * Adds issues to the walk.
 */
export type Step = (value: unknown, walk: Walk) => unknown;

/** The definition of a schema. */
export interface Definition {
  readonly type: "custom";
  readonly step: Step;
  /**
   * The `typeof` of valid values, if they are the same in both forms. A fast path: most members are
   * checked by it without calling the step.
   */
  readonly is?: "string" | "boolean" | undefined;
  /** Whether the member may be absent. */
  readonly optional?: true | undefined;
  /** The members of an object schema. Unions choose their variant by it. */
  readonly plan?: (() => ObjectPlan | undefined) | undefined;
  /** The field's name on the wire, if it differs. */
  readonly wire?: string | undefined;
  /**
   * Converts an object with a renamed field. Set by `as`, so that other bundles do not contain it.
   */
  readonly make?: Make | undefined;
}

/** A field of an object schema. */
export interface Field {
  readonly key: string;
  readonly wire: string;
  readonly step: Step;
  readonly is: "string" | "boolean" | undefined;
  readonly optional: true | undefined;
  /** Whether every object inherits a member of this name, such as `constructor` or `__proto__`. */
  readonly inherited: boolean;
}

/** An object schema whose fields have been built. */
export interface ObjectPlan {
  readonly fields: readonly Field[];
  readonly make: Make;
  /** The names of the fields in each form. Filled on first use. */
  readonly names: { key?: ReadonlySet<string>; wire?: ReadonlySet<string> };
}

/** Converts an object to its other form. */
export type Make = (plan: ObjectPlan, input: Record<string, unknown>, walk: Walk) => object;

/** zod's payload: the value being parsed, and the issues found so far. */
interface Payload {
  value: unknown;
  issues: object[];
}

/**
 * The only schema class. It is a zod 4 type by the members of its `_zod`, which is all that zod
 * looks at. It sets them itself: zod's `$constructor` would add 0.65 kB to the smallest bundle and
 * a module to load, and would tie us to one version of zod. Tests check that zod accepts it, by
 * type (`tests/types/zod-contract.test-d.ts`) and at runtime in several versions of zod.
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
      const issues: RawIssue[] = [];
      const encoding = direction === "backward";
      payload.value = def.step(payload.value, { encoding, owned: false, issues });
      payload.issues.push(...failuresIn(issues));
      return payload;
    };
    const optionality = def.optional && "optional";
    this._zod = {
      def,
      constr: WireSchema,
      traits: new Set(["$ZodType"]),
      bag: {},
      version: { major: 4, minor: 0, patch: 0 },
      run,
      parse: run,
      optin: optionality,
      optout: optionality,
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

/** Creates a schema from a step. */
export function schema(
  step: Step,
  options?: Partial<Omit<Definition, "type" | "step">>,
): Unchecked {
  // The step decides what the value becomes; the class cannot express that in its type.
  return new WireSchema({ type: "custom", step, ...options }) as unknown as Unchecked;
}

/** The definition of a schema. */
export function definition(of: Schema<unknown>): Definition {
  return (of as unknown as WireSchema)._zod.def; // every Schema is made by `schema` above
}

/** Adds the issue that something else was expected. Returns the value unchanged. */
export function expected(value: unknown, walk: Walk, description: string): unknown {
  walk.issues.push({ code: "invalid_type", expected: description, input: value });
  return value;
}

/** Runs the step of a member and prepends the member's name to the paths of its issues. */
export function member(step: Step, value: unknown, walk: Walk, key: string | number): unknown {
  const { issues } = walk;
  let i = issues.length;
  const next = step(value, walk);
  for (let issue = issues[i]; issue; issue = issues[++i]) (issue.path ??= []).unshift(key);
  return next;
}

/** Whether a value is an object with members: neither `null` nor an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether an object has no class: it is `{}` of any realm, or has no prototype. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Whether JSON would lose what an object holds: a Map, a promise, a stream, bytes, or an instance
 * of which nothing would be sent.
 */
export function isLossy(value: object, isEmpty: boolean): boolean {
  return (
    !isPlain(value) &&
    (isEmpty ||
      /^(Map|Set|Error|\w+Array)$/.test(tagOf(value)) ||
      Symbol.asyncIterator in value ||
      typeof (value as { then?: unknown }).then === "function")
  );
}

/** The name of a built-in class: `Map`, `Promise`, `Uint8Array`; `Object` for all others. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** The step of an item that JSON has no form for: it would become `null`. */
export const missing: Step = (value, walk) => expected(value, walk, "value");

/** Sets an own member of any name. Plain assignment to `__proto__` would change the prototype. */
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

/** Reads a field. If every object inherits its name, only an own member counts. */
export function read(from: Record<string, unknown>, key: string, inherited: boolean): unknown {
  return inherited && !Object.hasOwn(from, key) ? undefined : from[key];
}

/** The result of a check: the value in its other form, or the issues. */
export type Checked<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };

/**
 * Converts a value from wire form to SDK form.
 *
 * @param owned - Whether the value may be changed in place, as parsed JSON that nobody else holds.
 *   Defaults to `true`.
 */
export function decode<T>(of: Schema<T>, value: unknown, owned = true): Checked<T> {
  return check(definition(of), value, false, owned);
}

/** The result of {@link decodeLeniently}. */
export interface Decoded {
  /** What fits the schema in SDK form, everything else as it came. */
  readonly value: unknown;
  /** What does not fit. Empty if everything does. */
  readonly issues: readonly Issue[];
  /** Whether the value as a whole is of the declared kind: an object, an array or a scalar. */
  readonly isUsable: boolean;
}

/**
 * {@link decode} that keeps what does not fit: a member of the wrong type, `null`, a date that is
 * not one. Drops nothing and makes up nothing.
 */
export function decodeLeniently(of: Schema<unknown>, wire: unknown, owned = true): Decoded {
  const issues: RawIssue[] = [];
  const value = definition(of).step(wire, { encoding: false, owned, issues });
  const failures = failuresIn(issues);
  return { value, issues: failures.map(finish), isUsable: !failures.some(isOfOtherKind) };
}

/**
 * Converts a value from SDK form to wire form. Never modifies the input, and reads each of its
 * members once.
 *
 * @param open - Converts members that no schema describes. Defaults to sending them as they are.
 */
export function encode(of: Schema<unknown>, value: unknown, open?: Step): Checked<unknown> {
  return check(definition(of), value, true, false, open);
}

function check<T>(
  def: Definition,
  value: unknown,
  encoding: boolean,
  owned: boolean,
  open?: Step,
): Checked<T> {
  const issues: RawIssue[] = [];
  const converted = def.step(value, { encoding, owned, issues, open });
  const failures = failuresIn(issues);
  return failures.length === 0
    ? { ok: true, value: converted as T } // without issues it is a T
    : { ok: false, issues: failures.map(finish) };
}

/** The issues because of which a value does not fit. */
export function failuresIn(issues: readonly RawIssue[]): readonly RawIssue[] {
  return issues.length === 0 ? issues : issues.filter(({ isKept }) => !isKept);
}

/**
 * Whether the value as a whole is an object, an array or a scalar where another one is declared.
 */
export function isOfOtherKind({ path, input, expected: declared }: RawIssue): boolean {
  return (
    !path?.length && (Object(input) === input || declared === "object" || declared === "array")
  );
}

function finish({ code, path = [], expected: description, values, input }: RawIssue): Issue {
  const message = `expected ${description ?? values?.join(" | ")}, received ${kindOf(input)}`;
  return { code, path, message };
}

/** The kind of a value in a word or two. Never the value itself, which may be a secret. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (value instanceof Date && Number.isNaN(value.getTime())) return "invalid Date";
  return typeof value === "object" && tagOf(value) !== "Object" ? tagOf(value) : typeof value;
}
