import type { Operation } from "../../model/types.js";
import type { EmitContext } from "../context.js";
import { optionsType } from "./call-options.js";
import { type Layout, group, ifBreak, indent, join, line, softline } from "../print/layout.js";

/** A parameter of a method. */
export interface MethodParameter {
  readonly name: string;
  readonly optional: boolean;
  readonly type: Layout;
}

/** The parts of a method. */
export interface Method {
  readonly name: string;
  readonly result: Layout;
  /** `method` or `pagedMethod`. */
  readonly run: Layout;
  readonly func: Layout;
  /** `this` in the root class, `this.core` in the others. */
  readonly client: string;
  /** The type of the request. */
  readonly request: Layout;
  /** True if the request may be omitted. */
  readonly isOptional: boolean;
}

/** The last parameter of every method. */
export function requestOptions(context: EmitContext, operation: Operation): MethodParameter {
  return { name: "options", optional: true, type: optionsType(context, operation) };
}

/** `name(a: A, b?: B): Result`, with one parameter per line if it does not fit. */
export function signature(
  name: string,
  parameters: readonly MethodParameter[],
  result: Layout,
): Layout {
  const items = parameters.map(({ name: of, optional, type }) => [
    of,
    optional ? "?: " : ": ",
    type,
  ]);
  // No comma after a rest parameter.
  const comma = parameters.at(-1)?.name.startsWith("...") ? "" : ifBreak(",");
  const list = ["(", indent([softline, join([",", line], items), comma]), softline, ")"];
  return group([name, list, ": ", result]);
}
