import * as z from "zod";
import { define } from "../../lib/zod/classic.js";

/** The schema of a member that is absent, and never `undefined`, as the SDK requires. */
type Absent<T> = z.ZodType<T, T> & {
  readonly _zod: { readonly optin: "optional"; readonly optout: "optional" };
};

/** A coordinate. An empty one would select the connections of every customer. */
export const coordinate: z.ZodString = /* @__PURE__ */ define(() => z.string().min(1));

/**
 * A member that may be absent. The type has no `undefined`, because the SDK refuses it: a filter
 * that somebody forgot to set would select everything. `z.exactOptional` exists since zod 4.3 only.
 */
export function absent<T>(of: z.ZodType<T, T>): Absent<T> {
  return of.optional() as unknown as Absent<T>;
}

/** A filter, or a coordinate that not every request needs. */
export const filter: Absent<string> = /* @__PURE__ */ define(() => absent(coordinate));

/** The members of stored coordinates that name their platform. */
export function ofPlatform<const Name extends string>(
  name: Name,
): { readonly platform: Absent<Name>; readonly version: Absent<1> } {
  return { platform: absent<Name>(z.literal(name)), version: absent<1>(z.literal(1)) };
}
