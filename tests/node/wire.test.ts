/// <reference types="vite/types/importMeta.d.ts" />
import { afterAll, describe } from "vitest";
import { goOutBy } from "../support/transports.js";

/** The tests of the runtime again, on another transport: the query makes each a module of its own. Not those that send nothing. */
const files = import.meta.glob(
  [
    "../lib/{call,errors,operation,pipeline,transport}/*.test.ts",
    "!../lib/pipeline/{match-response,retry-effects,retry-timing,token-bucket}.test.ts",
  ],
  { query: "?by=dispatcher" },
);

describe("by Node's dispatcher", () => {
  // Already while the tests are put together, when some make clients.
  goOutBy("dispatcher");
  afterAll(() => goOutBy("fetch"));
  for (const [path, load] of Object.entries(files)) {
    describe(path.replace(/.*\/|\.test\.ts$/g, ""), async () => {
      await load();
    });
  }
});
