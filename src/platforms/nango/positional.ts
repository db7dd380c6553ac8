// Written by connections-sdk-generator. Change the document or the generator, not this file.
import type { RequestOptions } from "../../lib/index.js";

/**
 * The request and the options of a method that takes the members of its request one by one, or as one object.
 * `names` are the members in the order of the arguments.
 */
export function positional<Request>(
  names: readonly string[],
  first: unknown,
  rest: readonly unknown[],
): { readonly request: Request; readonly options: RequestOptions | undefined } {
  // The overloads of the method say what the arguments are.
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
