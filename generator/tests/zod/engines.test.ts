/** Every schema of every API of this repository: both engines read and send the same. */
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import { decodeLeniently, encode } from "../../../src/lib/schema/index.js";
import { openJSON } from "../../../src/lib/schema/open.js";
import { fromZod } from "../../../src/lib/zod/engine.js";
import { limits } from "../../../tests/support/limits.js";
import { runs } from "../../../tests/support/runs.js";
import { type SchemaPair, schemaPairs } from "./pairs.js";
import { knownApis, temporarySDKs } from "./sdks.js";
import { anyJSON, mutate } from "./wire-values.js";

const FLAVOURS = ["zod", "zod-mini"] as const;
const sdks = temporarySDKs();
const pairs = new Map<string, readonly SchemaPair[]>();
const apis = await knownApis();

beforeAll(async () => {
  vi.spyOn(crypto, "randomUUID").mockReturnValue("00000000-0000-4000-8000-000000000000");
  for (const known of apis) {
    for (const flavour of FLAVOURS) {
      const name = `${known.name}-${flavour}`;
      const context = sdks.write(known, { zodSchemas: flavour }, name);
      pairs.set(name, await schemaPairs(join(sdks.folder, name), context, flavour));
    }
  }
}, limits.computing);

afterAll(() => {
  sdks.remove();
  vi.restoreAllMocks();
});

const names = apis.flatMap(({ name }) => FLAVOURS.map((flavour) => `${name}-${flavour}`));
const steps = fc.array(fc.nat(20), { maxLength: 5 });
const replacements = fc.oneof(
  anyJSON,
  fc.constantFrom("2026-01-02T03:04:05z", "2016-12-31 23:59:60Z", 1.5, 2 ** 60, "UNKNOWN"),
);
const foreign = fc.oneof(
  replacements,
  fc.anything({ withBigInt: true, withDate: true, withMap: true }),
  fc.constantFrom(new Map(), Promise.resolve(), new Date(Number.NaN), Number.NaN, undefined),
);

/**
 * The places of issues, in any order. Without those inside of others: parts of an `allOf` inside
 * another one may each refuse what is in the same value.
 */
function paths(issues: readonly { readonly path: readonly unknown[] }[]): readonly string[] {
  const places = [...new Set(issues.map(({ path }) => path.map((key) => `.${key}`).join("")))];
  const outer = places.filter((place) => !places.some((other) => place.startsWith(`${other}.`)));
  return outer.sort(); // oxlint-disable-line unicorn/no-array-sort -- a new array
}

function parsed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

test.each(names)("%s: responses are read alike, with issues at the same places", (name) => {
  for (const { name: model, builtin, wire, values } of pairs.get(name) ?? []) {
    fc.assert(
      fc.property(values, fc.option(steps), replacements, (valid, at, by) => {
        const value = at === null ? valid : mutate(valid, at, by);
        const ours = decodeLeniently(builtin, parsed(value));
        const theirs = decodeLeniently(fromZod(wire as z.core.$ZodType), parsed(value));
        expect(theirs.value, model).toEqual(ours.value);
        expect(paths(theirs.issues), model).toEqual(paths(ours.issues));
        expect(theirs.isUsable, model).toBe(ours.isUsable);
      }),
      runs(25),
    );
  }
});

test.each(names)("%s: requests are sent or refused alike, for the same members", (name) => {
  for (const { name: model, builtin, wire, values } of pairs.get(name) ?? []) {
    fc.assert(
      fc.property(values, fc.option(steps), foreign, (valid, at, by) => {
        const read = decodeLeniently(builtin, parsed(valid)).value;
        const value = at === null ? read : mutate(read, at, by);
        const ours = encode(builtin, value, openJSON);
        const theirs = encode(fromZod(wire as z.core.$ZodType), value, openJSON);
        expect(theirs.ok, model).toBe(ours.ok);
        if (theirs.ok && ours.ok) expect(theirs.value, model).toEqual(ours.value);
        if (!theirs.ok && !ours.ok) expect(paths(theirs.issues), model).toEqual(paths(ours.issues));
      }),
      runs(25),
    );
  }
});

test.each(names)("%s: zod itself reads, accepts and sends valid values as the SDK does", (name) => {
  const exact = pairs.get(name)?.filter(({ isExact }) => isExact) ?? [];
  for (const { name: model, builtin, value: schema, wire, values } of exact) {
    fc.assert(
      fc.property(values, (valid) => {
        const read = decodeLeniently(builtin, parsed(valid));
        fc.pre(read.issues.length === 0);
        const decoded = z.safeDecode(wire as z.core.$ZodType<unknown, unknown>, parsed(valid));
        expect(decoded, model).toEqual({ success: true, data: read.value });
        expect(z.safeParse(schema as z.core.$ZodType, read.value), model).toEqual(decoded);
        const sent = encode(builtin, read.value, openJSON);
        if (!sent.ok) return;
        const encoded = z.safeEncode(wire as z.core.$ZodType<unknown, unknown>, read.value);
        expect(encoded.success, model).toBe(true);
        expect(parsed(encoded.data), model).toEqual(parsed(sent.value));
      }),
      runs(15),
    );
  }
});
