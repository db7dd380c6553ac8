import type { Context } from "../context.js";
import { type Layout, group, ifBreak, indent, join, line, softline } from "../print/layout.js";

/** A parameter of a method. */
export interface MethodParameter {
  readonly name: string;
  readonly optional: boolean;
  readonly type: Layout;
}

/** What a method is made of. */
export interface Method {
  readonly name: string;
  readonly result: Layout;
  /** `unwrap` or `unwrapPages`. */
  readonly unwrap: Layout;
  readonly func: Layout;
  /** `this` on the root class, `this.core` on the others. */
  readonly client: string;
  /** The type of the request. */
  readonly request: Layout;
  /** True when the request may be left out. */
  readonly isOptional: boolean;
}

/** The last parameter of every method. */
export function requestOptions(context: Context): MethodParameter {
  return { name: "options", optional: true, type: context.runtimeType("RequestOptions") };
}

/** `name(a: A, b?: B): Result`, one parameter per line where that does not fit. */
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
  // A rest parameter takes no comma after it.
  const comma = parameters.at(-1)?.name.startsWith("...") ? "" : ifBreak(",");
  const list = ["(", indent([softline, join([",", line], items), comma]), softline, ")"];
  return group([name, list, ": ", result]);
}
