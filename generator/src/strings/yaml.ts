import { createRequire } from "node:module";

/**
 * The YAML parser. Loaded on first use: that takes longer than a whole run over a JSON document.
 */
export function yaml(): typeof import("yaml") {
  return require("yaml") as typeof import("yaml"); // `require` returns any
}

const require = createRequire(import.meta.url);
