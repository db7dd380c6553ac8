import type { Operation } from "../../model/types.js";
import { positionalMembers as membersOf } from "../operations/positional.js";
import type { RequestMember } from "../operations/request.js";
import type { Site } from "./site.js";

/** The members of the request that the method takes one by one; `undefined` where it takes the request as one object only. */
export function positionalMembers(
  site: Site,
  operation: Operation,
): readonly RequestMember[] | undefined {
  return membersOf(site.context, operation);
}
