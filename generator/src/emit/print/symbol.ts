/**
 * A name and the module that exports it. Printing it imports it. `from` is a module of the output: its path from
 * the root of the target without `.ts`. An `external` one comes from a package, a `global` one from the platform.
 */
export interface CodeSymbol {
  readonly kind: "symbol";
  readonly name: string;
  readonly from: string;
  readonly source: "output" | "external" | "global";
  /** True where this use needs the type only, so that the import can be erased. */
  readonly type: boolean;
}

/** A symbol of a module of the output, e.g. `symbol("Connection", "src/models/components/connection")`. */
export function symbol(name: string, from: string, options: { type?: boolean } = {}): CodeSymbol {
  return { kind: "symbol", name, from, source: "output", type: options.type ?? false };
}

/** A symbol of a package, e.g. `external("test", "vitest")`. */
export function external(name: string, from: string, options: { type?: boolean } = {}): CodeSymbol {
  return { kind: "symbol", name, from, source: "external", type: options.type ?? false };
}

/** A name that every platform has, e.g. `platform("Date")`; it stays right where a model has the same name. */
export function platform(name: string): CodeSymbol {
  return { kind: "symbol", name, from: "", source: "global", type: true };
}

/** The same symbol, used as a type only. */
export function asType(of: CodeSymbol): CodeSymbol {
  if (of.type) return of;
  const type = types.get(of) ?? { ...of, type: true };
  types.set(of, type);
  return type;
}

/** Symbols are many times the same, and so are the types that are made of them. */
const types = new WeakMap<CodeSymbol, CodeSymbol>();
