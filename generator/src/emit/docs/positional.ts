import type { Operation } from "../../model/types.js";
import { type RequestMember, requestShape } from "../request.js";
import type { Site } from "./site.js";

const scalars: ReadonlySet<string> = new Set([
  "string",
  "number",
  "integer",
  "boolean",
  "bigint",
  "date",
  "literal",
  "enum",
]);

/**
 * The members of the request that a method takes one by one, required ones first; `undefined` where it takes the
 * request as one object only. The rule is that of the emitter of methods.
 */
export function positionalMembers(
  site: Site,
  operation: Operation,
): readonly RequestMember[] | undefined {
  const shape = requestShape(site.context, operation);
  if (shape.kind !== "members" || shape.members.length > site.options.maxMethodParams)
    return undefined;
  const ordered = [
    ...shape.members.filter(({ required }) => required),
    ...shape.members.filter(({ required }) => !required),
  ];
  const [first] = ordered;
  return first && scalars.has(first.type.kind) ? ordered : undefined;
}
