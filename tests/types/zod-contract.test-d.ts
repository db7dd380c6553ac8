/**
 * What zod asks of a type inside, in its own words: a zod that asks for more does not compile here.
 */
import type * as core from "zod/v4/core";
import type { Definition, WireSchema } from "../../src/lib/schema/base.js";

type Inside = WireSchema["_zod"];
type Asked = core.$ZodTypeInternals;

declare const inside: Inside;
declare const def: Definition;

type Filled = "run" | "parse" | "traits" | "bag" | "constr" | "optin" | "optout";
inside satisfies Pick<Asked, Exclude<Filled, "run" | "parse" | "constr">>;
inside.version satisfies { major: Asked["version"]["major"]; minor: number; patch: number };
def satisfies Pick<core.$ZodTypeDef, "type">;

// A name that is neither filled in nor known to be left out is a part of the contract that nobody
// has looked at.
type LeftOut =
  | "deferred"
  | "values"
  | "propValues"
  | "pattern"
  | "processJSONSchema"
  | "toJSONSchema"
  | "parent";
type OfTypesOnly = "output" | "input" | "isst";
type Others = Exclude<keyof Asked, Filled | LeftOut | OfTypesOnly | "def" | "version">;
const others: Others[] = [];
others satisfies never[];

// zod calls `run` and `parse` with these.
declare const payload: core.ParsePayload;
declare const context: core.ParseContextInternal;
inside.run(payload, context) satisfies { value: unknown };
inside.parse(payload, context) satisfies { value: unknown };
new inside.constr(def)._zod satisfies Inside;
