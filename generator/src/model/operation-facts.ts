/** What follows from the parts of an operation. */
import type { AcceptChoice, Field, Operation } from "./types.js";

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
