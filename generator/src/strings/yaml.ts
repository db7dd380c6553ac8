import { createRequire } from "node:module";

/**
 * The YAML parser. It is loaded when there is YAML to read, because that takes longer than many a whole run over a JSON
 * document.
 */
export function yaml(): typeof import("yaml") {
  return require("yaml") as typeof import("yaml"); // `require` knows no types
}

const require = createRequire(import.meta.url);
