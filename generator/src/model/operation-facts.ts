/** What follows from the parts of an operation. */
import type { AcceptChoice, Api, Field, Operation, SecurityScheme } from "./types.js";

/** The choice of `Accept`, if a call has more than one possibility. */
export function acceptOption({ accept }: Operation): AcceptChoice | undefined {
  return accept && (accept.open || accept.media.length > 1) ? accept : undefined;
}

/** The media types of the body that a call can choose from, if there are several. */
export function contentTypes({ body }: Operation): readonly string[] {
  return body?.others ? [body.media, ...body.others.map(({ media }) => media)] : [];
}

/** True for an operation whose calls have options of their own. */
export function hasOwnOptions(operation: Operation): boolean {
  return acceptOption(operation) !== undefined || contentTypes(operation).length > 0;
}

/** A credential that calls of an operation take as an argument. */
export interface OwnCredential {
  readonly scheme: SecurityScheme;
  /** True if every alternative of the operation needs it. */
  readonly required: boolean;
}

/**
 * The credentials that an operation needs and the rest of the API does not: none, unless each of
 * its alternatives has one. In a document without security for all operations, nothing is the rest.
 */
export function ownCredentials(
  { schemes, security }: Pick<Api, "schemes" | "security">,
  { security: alternatives }: Operation,
): readonly OwnCredential[] {
  const common = new Set(security.flatMap((uses) => uses.map(({ key }) => key)));
  const own = alternatives
    .filter((uses) => uses.length > 0)
    .map((uses) => uses.map(({ key }) => key).filter((key) => !common.has(key)));
  if (common.size === 0 || own.some((keys) => keys.length === 0)) return [];
  return schemes.flatMap((scheme) => {
    const isNeeded = own.map((keys) => keys.includes(scheme.key));
    return isNeeded.some(Boolean) ? [{ scheme, required: isNeeded.every(Boolean) }] : [];
  });
}

/**
 * The headers that the successes declare. One is required if all of them say so, and has the type
 * of the first.
 */
export function successHeaders({ responses }: Operation): readonly Field[] {
  const successes = responses.filter(({ isError }) => !isError);
  const all = new Map<string, Field>();
  for (const { headers } of successes)
    for (const field of headers) if (!all.has(keyOf(field))) all.set(keyOf(field), field);
  const isRequired = (field: Field): boolean =>
    successes.every(({ headers }) =>
      headers.some((other) => keyOf(other) === keyOf(field) && other.required),
    );
  const settled = (field: Field): Field => ({ ...field, required: isRequired(field) });
  return [...all.values()].map(settled);
}

/** Names of headers are case-insensitive. */
function keyOf({ wire }: Field): string {
  return wire.toLowerCase();
}
