/** Validation by zod, held to the built-in engine. */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { decodeLeniently, encode } from "../../../src/lib/schema/index.js";
import { openJSON } from "../../../src/lib/schema/open.js";
import { fromZod } from "../../../src/lib/zod/engine.js";
import { runs } from "../../support/runs.js";
import { deepFreeze } from "../schema/deep-freeze.js";
import { json, shapes, shapesForZod } from "../schema/shapes.js";

const samples = shapes.chain((shape) => shape.values.map((value) => ({ ...shape, value })));

const paths = (issues: readonly { readonly path: readonly unknown[] }[]): string[] =>
  // oxlint-disable-next-line unicorn/no-array-sort -- a new array
  [...new Set(issues.map(({ path }) => path.join(".")))].sort();

test("a valid value is sent and read as by the built-in engine", () => {
  fc.assert(
    fc.property(samples, ({ of, wireZod, value }) => {
      const sent = encode(of, value);
      const sentByZod = encode(fromZod(wireZod), deepFreeze(value));
      expect(sentByZod).toEqual(sent);
      if (!sent.ok) return;
      const text = JSON.stringify(sent.value);
      expect(decodeLeniently(fromZod(wireZod), JSON.parse(text))).toEqual(
        decodeLeniently(of, JSON.parse(text)),
      );
    }),
    runs(500),
  );
});

/** Replaces something inside a value by something else. */
function mutate(value: unknown, steps: readonly number[], by: unknown): unknown {
  const [step, ...others] = steps;
  if (step === undefined || typeof value !== "object" || value === null) return by;
  const entries = Object.entries(value);
  const [key, member] = entries[step % Math.max(entries.length, 1)] ?? [];
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  Object.defineProperty(copy, key, {
    value: mutate(member, others, by),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}

test("a response that does not fit is read alike, with issues at the same places", () => {
  fc.assert(
    fc.property(
      samples,
      fc.array(fc.nat(20), { maxLength: 4 }),
      fc.oneof(json, fc.constantFrom("2026-01-02T03:04:05z", "2016-12-31 23:59:60Z", 1.5, 2 ** 60)),
      ({ of, wireZod, value }, steps, by) => {
        const sent = encode(of, value);
        if (!sent.ok) return;
        const wire = mutate(JSON.parse(JSON.stringify(sent.value)), steps, by);
        const text = JSON.stringify(wire);
        if (text === undefined) return;
        const ours = decodeLeniently(of, JSON.parse(text));
        const theirs = decodeLeniently(fromZod(wireZod), JSON.parse(text));
        expect(theirs.value).toEqual(ours.value);
        expect(paths(theirs.issues)).toEqual(paths(ours.issues));
        expect(theirs.isUsable).toBe(ours.isUsable);
      },
    ),
    runs(1000),
  );
});

test("a request that does not fit is refused alike, with issues at the same places", () => {
  fc.assert(
    fc.property(
      samples,
      fc.array(fc.nat(20), { maxLength: 4 }),
      fc.oneof(
        json,
        fc.anything({ withBigInt: true, withDate: true, withMap: true }),
        fc.constantFrom(new Map(), Promise.resolve(), new Date(Number.NaN), Number.NaN, undefined),
      ),
      ({ of, wireZod, value }, steps, by) => {
        const request = mutate(value, steps, by);
        const ours = encode(of, request, openJSON);
        const theirs = encode(fromZod(wireZod), request, openJSON);
        expect(theirs.ok).toBe(ours.ok);
        if (theirs.ok && ours.ok) expect(theirs.value).toEqual(ours.value);
        if (!theirs.ok && !ours.ok) expect(paths(theirs.issues)).toEqual(paths(ours.issues));
      },
    ),
    runs(1000),
  );
});

/** zod drops members of this name. */
function hasProto(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, inner]) => key === "__proto__" || hasProto(inner));
}

const plain = shapesForZod.chain((shape) => shape.values.map((value) => ({ ...shape, value })));

test("zod itself reads and sends what the SDK does", () => {
  fc.assert(
    fc.property(plain, ({ of, wireZod, zod, value }) => {
      fc.pre(!hasProto(value));
      expect(z.parse(zod, value)).toEqual(value);
      const sent = encode(of, value);
      if (!sent.ok) throw new Error("a valid value");
      const wire: unknown = JSON.parse(JSON.stringify(sent.value));
      expect(z.decode(wireZod, wire)).toEqual(value);
      expect(JSON.parse(JSON.stringify(z.encode(wireZod, value)))).toEqual(wire);
    }),
    runs(300),
  );
});
