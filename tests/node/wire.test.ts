/// <reference types="vite/types/importMeta.d.ts" />
import { afterAll, describe, expect, test } from "vitest";
import { goOutBy } from "../support/transports.js";

/**
 * Runs the tests of the runtime again, with another transport. The query makes each file another
 * module.
 */
const files = import.meta.glob(
  [
    "../lib/{call,errors,hooks,operation,pipeline,transport}/*.test.ts",
    "!../lib/pipeline/{match-response,retry-effects,retry-timing,token-bucket}.test.ts",
  ],
  { query: "?by=dispatcher" },
);

describe("with Node's dispatcher", () => {
  // Before the tests are collected, because some files create clients then.
  goOutBy("dispatcher");
  afterAll(() => goOutBy("fetch"));
  for (const [path, load] of Object.entries(files)) {
    describe(path.replace(/.*\/|\.test\.ts$/g, ""), async () => {
      await load();
    });
  }
  describe("after all files", async () => {
    const now = await import("../support/transports.js");
    test("no file has reset the modules, which would make the others use fetch", () => {
      expect(now.goOutBy).toBe(goOutBy);
    });
  });
});
