/**
 * A name and the module that exports it. Printing the symbol imports it. `from` is a module of the
 * output: its path from the root of the target, without `.ts`. An `external` symbol comes from a
 * package, a `namespace` is one, and a `global` one comes from the platform.
 */
export interface CodeSymbol {
  readonly kind: "symbol";
  readonly name: string;
  readonly from: string;
  readonly source: "output" | "external" | "namespace" | "global";
  /** True if this use only needs the type, so that the import can be erased. */
  readonly type: boolean;
}

/**
 * A symbol of a module of the output, e.g.
 * `symbol("Connection", "src/models/components/connection")`.
 */
export function symbol(name: string, from: string, options: { type?: boolean } = {}): CodeSymbol {
  return { kind: "symbol", name, from, source: "output", type: options.type ?? false };
}

/** A symbol of a package, e.g. `external("test", "vitest")`. */
export function external(name: string, from: string, options: { type?: boolean } = {}): CodeSymbol {
  return { kind: "symbol", name, from, source: "external", type: options.type ?? false };
}

/** A package as a whole, e.g. `namespace("z", "zod")`. */
export function namespace(name: string, from: string): CodeSymbol {
  return { kind: "symbol", name, from, source: "namespace", type: false };
}

/** A name of the platform, e.g. `platform("Date")`. Works even if a model has the same name. */
export function platform(name: string): CodeSymbol {
  return { kind: "symbol", name, from: "", source: "global", type: true };
}

/** The same symbol as a type. */
export function asType(of: CodeSymbol): CodeSymbol {
  if (of.type) return of;
  const type = types.get(of) ?? { ...of, type: true };
  types.set(of, type);
  return type;
}

/** Symbols are reused, so their types are too. */
const types = new WeakMap<CodeSymbol, CodeSymbol>();
