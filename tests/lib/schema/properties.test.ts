import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { type Schema, decode, encode } from "../../../src/lib/schema/index.js";
import { runs } from "../../support/runs.js";
import { deepFreeze } from "./deep-freeze.js";
import { json, shapes } from "./shapes.js";

const samples = shapes.chain(({ of, values }) => values.map((value) => ({ of, value })));

function through(of: Schema<unknown>, value: unknown): string {
  const encoded = encode(of, value);
  if (!encoded.ok) throw new Error(JSON.stringify(encoded.issues));
  return JSON.stringify(encoded.value);
}

test("any value of any model survives a round trip through JSON, and is not modified", () => {
  fc.assert(
    fc.property(samples, ({ of, value }) => {
      const wire = through(of, deepFreeze(value));
      expect(decode(of, JSON.parse(wire))).toEqual({ ok: true, value });
    }),
    runs(400),
  );
});

test("a decoded value is encoded to the same JSON", () => {
  fc.assert(
    fc.property(samples, ({ of, value }) => {
      const wire: unknown = JSON.parse(through(of, value));
      const decoded = decode(of, structuredClone(wire));
      if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
      expect(JSON.parse(through(of, decoded.value))).toEqual(wire);
    }),
    runs(200),
  );
});

test("inside a user's own zod, neither direction modifies its input", () => {
  fc.assert(
    fc.property(samples, ({ of, value }) => {
      const schema = z.object({ held: of });
      const wire = deepFreeze(JSON.parse(`{"held":${through(of, value)}}`) as { held: unknown });
      const parsed = z.parse(schema, wire);
      expect(parsed).toEqual({ held: value });
      expect(JSON.stringify(z.encode(schema, deepFreeze(parsed)))).toBe(
        JSON.stringify({ held: JSON.parse(through(of, parsed.held)) as unknown }),
      );
    }),
    runs(200),
  );
});

test("any JSON is decoded or rejected without an exception, frozen or not", () => {
  fc.assert(
    fc.property(shapes, json, ({ of }, wire) => {
      const apart = of["~standard"].validate(deepFreeze(structuredClone(wire)));
      const owned = decode(of, wire);
      if (owned.ok) expect(apart).toEqual({ value: owned.value });
      else expect(apart).toEqual(owned);
    }),
    runs(400),
  );
});

test("any value is encoded or rejected without an exception", () => {
  fc.assert(
    fc.property(
      shapes,
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      ({ of }, value) => {
        expect(typeof encode(of, deepFreeze(value)).ok).toBe("boolean");
      },
    ),
    runs(400),
  );
});

test("issues contain types and names, never a value", () => {
  const secret = "s3cr3t";
  fc.assert(
    fc.property(shapes, ({ of }) => {
      for (const wire of [secret, [secret], { a: secret, "@a": [secret], kind: secret }]) {
        const decoded = decode(of, structuredClone(wire));
        if (!decoded.ok) expect(JSON.stringify(decoded.issues)).not.toContain(secret);
      }
    }),
    runs(200),
  );
});
