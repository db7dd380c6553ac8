// Written by sdkwright. Change the document or the generator, not this file.
import type { RequestOptions } from "../../lib/index.js";

/**
 * Reads the arguments of a method that takes its request as positional arguments, or as one object.
 * `names` are the members of the request in the order of the arguments.
 */
export function positional<Request>(
  names: readonly string[],
  first: unknown,
  rest: readonly unknown[],
): { readonly request: Request; readonly options: RequestOptions | undefined } {
  // The overloads of the method guarantee the types.
  if (typeof first === "object" && first !== null && !Array.isArray(first)) {
    return { request: first as Request, options: rest[0] as RequestOptions | undefined };
  }
  const values = [first, ...rest];
  const given = names.map((name, index) => [name, values[index]] as const);
  const members = given.filter(([, value]) => value !== undefined);
  return {
    request: Object.fromEntries(members) as Request,
    options: values[names.length] as RequestOptions | undefined,
  };
}
