/**
 * What the compiler does for each model and operation: an SDK has hundreds of both, so that one
 * step more is felt.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withFolder } from "../bench/support/folder.js";
import { tsc } from "../bench/support/tsc.js";
import { repository } from "../size/bundle.js";
import { limits } from "../support/limits.js";

const head = `
import { type Schema, array, as, dateTime, object, optional, optionalAs, string } from "${repository}/src/lib/schema/index.js";
import { type Operation, TypedError, json, operation, problemError, query } from "${repository}/src/lib/index.js";
export interface Problem { title: string }
export const Problem: Schema<Problem> = object(() => ({ title: string }));
`;

/** Eight fields of the usual kinds. */
const model = (i: number): string => `
export interface M${i} {
  a: string; b: Date; c: string[];
  d?: string | undefined; e?: Date | undefined; f?: string | undefined; g?: Date | undefined; h?: string[] | undefined;
}
export const M${i}: Schema<M${i}> = object(() => ({
  a: string, b: as("b_b", dateTime), c: array(string),
  d: optional(string), e: optional(dateTime), f: optionalAs("f_f", string), g: optionalAs("g_g", dateTime), h: optionalAs("h_h", array(string)),
}));`;

/** A request and a response of its own types, and a declared error. */
const call = (i: number): string => `
export interface Request${i} { id: string }
export interface Value${i} { id: string }
export declare const Request${i}: Schema<Request${i}>;
export declare const Value${i}: Schema<Value${i}>;
export interface Error${i} extends Problem {}
export class Error${i} extends TypedError<Problem> { override readonly name = "Error${i}"; }
export const call${i}: Operation<Request${i}, Value${i}, Error${i}> = operation(() => ({
  id: "call", method: "GET", path: "/", request: Request${i}, parameters: [query("id")],
  responses: [json(200, Value${i}), problemError(404, Error${i}, Problem)],
}));`;

const many = 50;

/** How many types are instantiated for one more of its kind. */
function instantiations(of: (i: number) => string): Promise<number> {
  return withFolder(async (folder) => {
    const counted = async (count: number): Promise<number> => {
      const texts = Array.from({ length: count }, (_, i) => of(i));
      writeFileSync(join(folder, "main.mts"), head + texts.join(""));
      return (await tsc(folder)).instantiations;
    };
    const extended = join(repository, "tsconfig.json");
    const compilerOptions = { types: [], noUnusedLocals: false };
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: extended, compilerOptions, include: ["*"], exclude: [] }),
    );
    return ((await counted(1 + many)) - (await counted(1))) / many;
  });
}

test("a model costs no type instantiation", { timeout: limits.processes }, async () => {
  expect(await instantiations(model)).toBe(0);
});

test(
  "an operation with an error of its own costs at most one type instantiation",
  { timeout: limits.processes },
  async () => {
    expect(await instantiations(call)).toBeLessThanOrEqual(1);
  },
);
