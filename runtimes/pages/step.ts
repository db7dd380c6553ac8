import type { ServedEmulator } from "../../src/testing/index.js";
import type { Page } from "../browser.js";

/** Something that somebody does on a page, with an emulator of its own. */
export type PageStep = readonly [
  what: string,
  run: (page: Page, served: ServedEmulator) => Promise<void>,
];
