/** Encoders and parsers against readers that others wrote, with whatever values fast-check makes up. */
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
} from "../../src/lib/index.js";
import { matchResponse } from "../../src/lib/pipeline/decode.js";
import { setHeaders } from "../../src/lib/spec/headers.js";
import { retryAfter } from "../../src/lib/pipeline/retry-timing.js";
import { decode, unknown } from "../../src/lib/schema/index.js";
import type { CompiledOperation } from "../../src/lib/spec/operation-spec.js";
import { runs } from "../support/runs.js";
import { json as jsonValues, shapes } from "./schema/shapes.js";

const text = fc.string({ unit: "binary" });
const member = fc.oneof(text, fc.integer(), fc.boolean(), fc.double({ noNaN: true }));
const members = fc.dictionary(text, member, { noNullPrototype: true });

test("queries and forms are what querystring reads", async () => {
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

test("lists in paths come apart where they were put together", () => {
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

/** The encoding of forms makes one line break of all (https://html.spec.whatwg.org/#multipart-form-data). */
const lines = (value: string): string => value.replaceAll(/\r\n?|\n/g, "\r\n");

test("what is sent as a multipart form is what the platform reads of it", async () => {
  const partName = fc.string({ unit: "binary", minLength: 1 });
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(partName, fc.oneof(text, fc.uint8Array()), { noNullPrototype: true }),
      async (values) => {
        const body = multipartBody().write(values, {}) as FormData;
        const read = [...(await new Response(body).formData())];
        expect(read).toHaveLength(Object.keys(values).length);
        for (const [i, [name, value]] of Object.entries(values).entries()) {
          expect(read[i]?.[0]).toBe(lines(name));
          const part = read[i]?.[1];
          if (typeof value === "string") expect(part).toBe(lines(value));
          else expect(new Uint8Array(await (part as File).arrayBuffer())).toEqual(value);
        }
      },
    ),
    runs(40),
  );
});

test("a JSON body is read back as it was, members of prototypes included", () => {
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

test("what an answer that does not fit is told to have wrong is in it", () => {
  fc.assert(
    fc.property(shapes, jsonValues, ({ of }, wire) => {
      const decoded = decode(of, structuredClone(wire));
      if (decoded.ok) return;
      expect(decoded.issues).not.toEqual([]);
      for (const { path, message } of decoded.issues) {
        expect(message).toMatch(/^expected .+, received .+/s);
        // Up to the last step, which may be a member that is missing, everything is there.
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

test("whatever a server asks to wait for is a time to come, or nothing", () => {
  fc.assert(
    fc.property(odd, odd, fc.oneof(odd, jsonValues), (after, ms, retryAfterMember) => {
      const given: Readonly<Record<string, string>> = {
        "retry-after": after,
        "retry-after-ms": ms,
      };
      const headers = { get: (name: string) => given[name] ?? null, forEach: () => {} };
      const wait = retryAfter(headers, { retryAfter: retryAfterMember }, 0);
      if (wait !== undefined) expect(wait).toBeGreaterThanOrEqual(0);
    }),
    runs(),
  );
});

test("whatever media type a server names, the answer is one of those declared or none", () => {
  const answers = [json(200, unknown), json(200, unknown, "text/*")];
  const media = fc.oneof(
    text,
    fc.constantFrom("application/json", "APPLICATION/JSON;charset", "a/b+json", "text/csv", "*/*"),
  );
  fc.assert(
    fc.property(media, text, (type, parameters) => {
      const headers = { get: () => `${type};${parameters}`, forEach: () => {} };
      const reply = { status: 200, headers } as unknown as Parameters<typeof matchResponse>[1];
      const answer = matchResponse({ responses: answers } as unknown as CompiledOperation, reply);
      expect([...answers, undefined]).toContain(answer);
      if (/^\s*(application\/json|a\/b\+json)\s*$/i.test(type)) expect(answer).toBe(answers[0]);
    }),
    runs(),
  );
});

test("a header is sent as the platform would send it, or not at all", () => {
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
