import { readFileSync } from "node:fs";

/** The version of this package. Both `src` and `dist` are one level below package.json. */
export function packageVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  // Our own package.json.
  return (JSON.parse(text) as { readonly version: string }).version;
}
