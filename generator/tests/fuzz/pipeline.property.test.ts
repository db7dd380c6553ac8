/**
 * Whatever the document, the generator ends, with output that parses or with diagnostics that say
 * where.
 */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../tests/support/runs.js";
import type { Json } from "../../src/document/json.js";
import { parse } from "../../src/load/parse.js";
import { anyParts } from "../model/arbitrary.js";
import { mutated, mutations } from "./mutations.js";
import { expectSound, generated } from "./pipeline.js";
import { limits } from "../../../tests/support/limits.js";

test("any document is generated or rejected", { timeout: limits.computing }, () => {
  fc.assert(
    fc.property(anyParts, fc.constantFrom("3.0.3", "3.1.0"), (parts, openapi) => {
      const info = { title: "T", version: "1" };
      // a parsed file is JSON
      expectSound(generated(JSON.parse(JSON.stringify({ openapi, info, ...parts })) as Json));
    }),
    runs(60),
  );
});

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const documents = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("openapi.yaml"))
  .map((path) => ({ path, text: readFileSync(`${fixtures}${path}`, "utf8") }));

test(
  "a fixture is generated or rejected, whatever has been done to it",
  { timeout: limits.computing },
  () => {
    const values = documents.map(({ text, path }) => parse(text, path).value ?? null);
    fc.assert(
      fc.property(fc.nat(values.length - 1), mutations, (index, changes) => {
        expectSound(generated(mutated(values[index] ?? null, changes)));
      }),
      runs(60),
    );
  },
);

test(
  "the text of a fixture is read or rejected, whatever has been done to it",
  { timeout: limits.computing },
  () => {
    const piece = fc.constantFrom(
      ":",
      "- ",
      "{",
      "}",
      "[",
      "&a ",
      "*a",
      "<<: *a",
      "\t",
      "\n",
      '"',
      "#",
      "\u0000",
      "? ",
      "!!x ",
      "%",
      "|\n",
      "---\n",
    );
    fc.assert(
      fc.property(
        fc.nat(documents.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(40), piece), { maxLength: 4 }),
        (index, edits) => {
          let text = documents[index]?.text ?? "";
          for (const [place, length, insert] of edits) {
            const at = place % (text.length + 1);
            text = text.slice(0, at) + insert + text.slice(at + length);
          }
          const { value, diagnostics } = parse(text, "f.yaml");
          for (const { pointer } of diagnostics) expect(pointer).toMatch(/^f\.yaml/);
          expect(value !== undefined || diagnostics.length > 0).toBe(true);
          if (value !== undefined) expectSound(generated(value));
        },
      ),
      runs(60),
    );
  },
);
