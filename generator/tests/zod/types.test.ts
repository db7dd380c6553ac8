/** Every schema of zod of every API of this repository has the type of its interface. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { limits } from "../../../tests/support/limits.js";
import { compile } from "../corpus/compile.js";
import { namedPairs } from "./pairs.js";
import { knownApis, temporarySDKs } from "./sdks.js";

const sdks = temporarySDKs();
afterAll(() => sdks.remove());

/**
 * Two types are the same if each can be assigned to the other. The schemas let unknown members
 * through, so what they infer has an index signature, which interfaces have not.
 */
const SAME = `
type Known<T> = T extends string | number | Date | Uint8Array | Blob | ((...args: never[]) => unknown)
  ? T
  : T extends readonly unknown[]
    ? { [K in keyof T]: Known<T[K]> }
    : T extends object
      ? { [K in keyof T as unknown extends T[K] ? (string extends K ? never : K) : K]: Known<T[K]> }
      : T;
type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Same<A, B> = Mutual<A, B> extends true ? true : Mutual<Known<A>, Known<B>>;
`;

test.each(["zod", "zod-mini"] as const)(
  "what schemas of %s infer, and what their codecs decode to, is the interface",
  { timeout: limits.computing },
  async (flavour) => {
    const apis = await knownApis();
    let count = 0;
    for (const known of apis) {
      // With exactOptionalPropertyTypes, zod adds undefined to optional items of tuples.
      if (known.name === "tuples") continue;
      const name = `${known.name}-${flavour}`;
      const context = sdks.write(known, { zodSchemas: flavour }, name);
      const lines = namedPairs(context, flavour).flatMap(({ builtin, value, wire }, index) => {
        count++;
        const type = `import("./${builtin.file}.js").${builtin.name}`;
        const of = (home: typeof value): string =>
          `z.output<typeof import("./${home.file}.js").${home.name}>`;
        return [
          `export const value${index}: Same<${type}, ${of(value)}> = true; // ${value.name}`,
          `export const wire${index}: Same<${type}, ${of(wire)}> = true; // ${wire.name}`,
        ];
      });
      if (lines.length === 0) continue;
      const text = ['import type * as z from "zod";', SAME, ...lines].join("\n");
      writeFileSync(join(sdks.folder, name, "same.ts"), `${text}\n`);
    }
    expect(count).toBeGreaterThan(300);
    const errors = compile(sdks.folder, [`*-${flavour}/same.ts`, `*-${flavour}/zod/**/*.ts`]);
    expect(errors.map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
  },
);
