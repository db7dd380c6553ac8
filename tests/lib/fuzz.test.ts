/** Compares encoders and parsers with independent implementations, for arbitrary values. */
import { parse } from "node:querystring";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  form,
  formBody,
  json,
  jsonBody,
  label,
  matrix,
  multipartBody,
  simple,
  simpleExploded,
} from "../../src/lib/typed.js";
import { contentTypeOf } from "../../src/lib/pipeline/content-type.js";
import { matchResponse } from "../../src/lib/pipeline/match-response.js";
import { setHeaders } from "../../src/lib/spec/headers.js";
import { retryAfterDelay } from "../../src/lib/pipeline/retry-timing.js";
import { decode, unknown } from "../../src/lib/schema/index.js";
import type { CompiledOperation } from "../../src/lib/spec/operation-spec.js";
import { runs } from "../support/runs.js";
import { json as jsonValues, shapes } from "./schema/shapes.js";

const text = fc.string({ unit: "binary" });
const member = fc.oneof(text, fc.integer(), fc.boolean(), fc.double({ noNaN: true }));
const members = fc.dictionary(text, member, { noNullPrototype: true });

test("querystring reads queries and forms back", async () => {
  await fc.assert(
    fc.asyncProperty(members, async (values) => {
      const read = Object.fromEntries(Object.entries(values).map(([k, v]) => [k, String(v)]));
      expect({
        ...parse(form("x", values, encodeURIComponent) ?? "", "&", "=", { maxKeys: 0 }),
      }).toEqual(read);
      const headers: Record<string, string> = {};
      const body = formBody().write(values, headers);
      expect({ ...parse(String(body), "&", "=", { maxKeys: 0 }) }).toEqual(read);
    }),
    runs(),
  );
});

const apart = (written = ""): string[] => written.split(",").map(decodeURIComponent);

test("arrays in paths split into their items", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), text, (list, name) => {
      expect(apart(simple(name, list, encodeURIComponent))).toEqual(list);
      expect(apart(label(name, list, encodeURIComponent)?.slice(1))).toEqual(list);
      const [, head = "", rest] =
        /^;([^=]*)=?(.*)$/s.exec(matrix(name, list, encodeURIComponent) ?? "") ?? [];
      expect([decodeURIComponent(head), ...apart(rest)]).toEqual([name, ...list]);
    }),
    runs(),
  );
  fc.assert(
    fc.property(members, (values) => {
      const pairs = (simpleExploded("x", values, encodeURIComponent) ?? "").split(",");
      const read = pairs.map((pair) => pair.split("=").map(decodeURIComponent));
      expect(read.filter((pair) => pair.length > 1)).toEqual(
        Object.entries(values).map(([k, v]) => [k, String(v)]),
      );
    }),
    runs(),
  );
});

test("the platform reads a multipart form back", async () => {
  const partName = fc.string({ unit: "binary" });
  const content = fc.oneof(text, fc.uint8Array(), fc.dictionary(text, jsonValues));
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(partName, content, { noNullPrototype: true }),
      async (values) => {
        const headers: Record<string, string> = {};
        const body = multipartBody().write(values, headers) as Blob;
        const read = [...(await new Response(body, { headers }).formData())];
        expect(read).toHaveLength(Object.keys(values).length);
        for (const [i, [name, value]] of Object.entries(values).entries()) {
          // A reader cannot tell an escaped character from one that was written so.
          expect(read[i]?.[0]).toBe(
            name.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%22", '"'),
          );
          const part = read[i]?.[1];
          if (typeof value === "string") expect(part).toBe(value.replace(/^\uFEFF/, ""));
          else if (!(value instanceof Uint8Array))
            expect(JSON.parse(part as string)).toEqual({ ...value });
          else expect(new Uint8Array(await (part as File).arrayBuffer())).toEqual(value);
        }
      },
    ),
    runs(40),
  );
});

test("a JSON body is read back unchanged, including members named like those of prototypes", () => {
  const names = fc.oneof(text, fc.constantFrom("__proto__", "constructor", "toString"));
  fc.assert(
    fc.property(fc.dictionary(names, jsonValues), (value) => {
      const written = jsonBody().write(value, {});
      expect(JSON.parse(String(written))).toEqual({ ...value });
      expect(decode(unknown, JSON.parse(String(written)))).toEqual({
        ok: true,
        value: { ...value },
      });
    }),
    runs(),
  );
});

test("the issues of an invalid response have paths that exist in it", () => {
  fc.assert(
    fc.property(shapes, jsonValues, ({ of }, wire) => {
      const decoded = decode(of, structuredClone(wire));
      if (decoded.ok) return;
      expect(decoded.issues).not.toEqual([]);
      for (const { path, message } of decoded.issues) {
        expect(message).toMatch(/^expected .+, received .+/s);
        // The last member of the path may be missing, all others exist.
        let at: unknown = wire;
        for (const key of path.slice(0, -1)) {
          expect(Object.hasOwn(Object(at), key)).toBe(true);
          at = (at as Record<string | number, unknown>)[key];
        }
        if (path.length > 0) expect(typeof at).toBe("object");
      }
    }),
    runs(300),
  );
});

const odd = fc.oneof(
  text,
  fc.double().map(String),
  fc.integer().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  fc.constantFrom("", " ", "1e9", "-1", "Infinity", "0x10", "Sun Nov  6 08:49:37 1994"),
);

test("any delay that a server requests is a non-negative number or undefined", () => {
  fc.assert(
    fc.property(odd, odd, fc.oneof(odd, jsonValues), (after, ms, retryAfterMember) => {
      const values: Readonly<Record<string, string>> = {
        "retry-after": after,
        "retry-after-ms": ms,
      };
      const headers = { get: (name: string) => values[name] ?? null, forEach: () => {} };
      const wait = retryAfterDelay(headers, { retryAfter: retryAfterMember }, 0);
      if (wait !== undefined) expect(wait).toBeGreaterThanOrEqual(0);
    }),
    runs(),
  );
});

test("a response with any media type matches a declared response or none", () => {
  const specs = [json(200, unknown), json(200, unknown, "text/*")];
  const media = fc.oneof(
    text,
    fc.constantFrom("application/json", "APPLICATION/JSON;charset", "a/b+json", "text/csv", "*/*"),
  );
  fc.assert(
    fc.property(media, text, (type, parameters) => {
      const headers = { get: () => `${type};${parameters}`, forEach: () => {} };
      const reply = { status: 200, headers } as unknown as Parameters<typeof contentTypeOf>[0] & {
        readonly status: number;
      };
      const spec = matchResponse(
        { responses: specs } as unknown as CompiledOperation,
        reply.status,
        contentTypeOf(reply).media,
      );
      expect([...specs, undefined]).toContain(spec);
      if (/^\s*(application\/json|a\/b\+json)\s*$/i.test(type)) expect(spec).toBe(specs[0]);
    }),
    runs(),
  );
});

test("a header is sent as the platform would send it, or rejected", () => {
  const values = fc.oneof(
    text,
    fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((c) => String.fromCharCode(c)) }),
  );
  fc.assert(
    fc.property(fc.oneof(values, fc.constantFrom("x-a", "A")), values, (name, value) => {
      const ours: Record<string, string> = {};
      const theirs = new Headers();
      try {
        setHeaders(ours, [[name, value]]);
      } catch {
        expect(ours).toEqual({});
        return;
      }
      theirs.set(name, value.trim());
      expect(Object.entries(ours)).toEqual([...theirs]);
      setHeaders(ours, [[name, "again"]]);
      expect(Object.keys(ours)).toHaveLength(1);
    }),
    runs(300),
  );
});
