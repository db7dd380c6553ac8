import type { Flavour } from "../../output/emit-options.js";
import { type Argument, call, takesFunction } from "../print/expression.js";
import { type Layout, breaks, choice, hardline, indent } from "../print/layout.js";
import { asType, namespace } from "../print/symbol.js";
import { generic } from "../types/union-type.js";

/** How schemas are written: with the methods of zod, or with the functions of zod/mini. */
export interface Writer {
  /** `z.string()`, `z.array(item)`. */
  readonly of: (name: string, args?: readonly Argument[]) => Layout;
  readonly optional: (schema: Layout) => Layout;
  readonly nullable: (schema: Layout) => Layout;
  /** A string that is not empty. */
  readonly nonEmptyString: () => Layout;
  /** An object whose members that are not named have a schema. */
  readonly catchall: (object: Layout, rest: Layout) => Layout;
  /** The type of a schema of which only the type of the values is known. */
  readonly type: (value: Layout) => Layout;
  /** The same for a member that may be absent. */
  readonly optionalType: (value: Layout) => Layout;
}

export function writerOf(flavour: Flavour): Writer {
  const isMini = flavour === "zod-mini";
  const z = namespace("z", isMini ? "zod/mini" : "zod");
  const of = (name: string, args: readonly Argument[] = []): Layout => chain(z, [], name, args);
  const type = (name: string, value: Layout): Layout => generic([asType(z), ".", name], [value]);
  const schemaType = isMini ? "ZodMiniType" : "ZodType";
  return {
    of,
    optional: (schema) => (isMini ? of("optional", [schema]) : method(schema, "optional")),
    nullable: (schema) => (isMini ? of("nullable", [schema]) : method(schema, "nullable")),
    nonEmptyString: () =>
      isMini
        ? call([of("string"), ".check"], [of("minLength", ["1"])])
        : method(of("string"), "min", ["1"]),
    catchall: (object, rest) =>
      isMini ? of("catchall", [object, rest]) : method(object, "catchall", [rest]),
    type: (value) => type(schemaType, value),
    optionalType: (value) =>
      type(isMini ? "ZodMiniOptional" : "ZodOptional", type(schemaType, value)),
  };
}

interface Chain {
  readonly root: Layout;
  readonly calls: readonly Layout[];
}

/** The chains of calls that were printed, to which methods can be added. */
const chains = new WeakMap<object, Chain>();

/** `schema.name(args)`. */
function method(schema: Layout, name: string, args: readonly Argument[] = []): Layout {
  const known = typeof schema === "object" ? chains.get(schema) : undefined;
  return known ? chain(known.root, known.calls, name, args) : call([schema, ".", name], args);
}

/** From so many calls on, formatters break a chain that has a function in it. */
const LONG = 3;

/** `root.a().b()`, broken as formatters do: at every dot, if it does not fit on one line. */
function chain(
  root: Layout,
  before: readonly Layout[],
  name: string,
  args: readonly Argument[],
): Layout {
  const calls = [...before, call([".", name], args)];
  const only = call([root, ".", name], args);
  const layout = calls.length === 1 ? only : chained(root, calls);
  chains.set(layout as object, { root, calls }); // calls are objects
  return layout;
}

function chained(root: Layout, calls: readonly Layout[]): Layout {
  const broken = [root, indent(calls.map((each) => [hardline, each]))];
  const isBroken =
    calls.some(breaks) || (calls.length >= LONG && calls.some((each) => takesFunction(each)));
  const contents = isBroken ? broken : choice([root, calls], broken);
  // What the last call takes decides how calls around this one break.
  return { kind: "call", contents, takesFunction: false };
}

/** A helper of the runtime core for schemas of a flavour. */
export function helperModule(flavour: Flavour): string {
  return flavour === "zod-mini" ? "zod/mini" : "zod/classic";
}
