/// <reference types="vite/types/importMeta.d.ts" />
import { afterAll, describe } from "vitest";
import { goOutBy } from "../support/transports.js";

/** The tests of the runtime again, which are not told what their calls go out by: each is a module of its own by its query. */
const files = import.meta.glob("../runtime/*.test.ts", { query: "?by=dispatcher" });

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
