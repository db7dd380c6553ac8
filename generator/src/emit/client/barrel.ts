import type { OutputFile } from "../../output/output-file.js";
import { CODE_BANNER } from "../print/code-file.js";
import { moduleStatement, relativeSpecifier } from "../print/imports.js";

/** An export of an index file. */
export interface Export {
  /** The module: a path in the output, without `.ts`. */
  readonly from: string;
  readonly name: string;
  /** True for a type. */
  readonly type: boolean;
}

/** A module without exports, so that an API without models has the same files as any other. */
const NOTHING = `// oxlint-disable-next-line unicorn/require-module-specifiers -- there is nothing to export
export {};`;

/**
 * An index file. Names every export instead of using `export *`, so that it shows what the module
 * offers.
 */
export function emitBarrel(path: string, exports: readonly Export[]): OutputFile {
  const modules = new Map<string, Map<string, boolean>>();
  for (const { from, name, type } of exports) {
    const names = modules.get(from) ?? new Map<string, boolean>();
    modules.set(from, names.set(name, type && (names.get(name) ?? true)));
  }
  const statements = [...modules].map(([from, names]) => {
    const typeOnly = [...names.values()].every(Boolean);
    const items = [...names].map(([name, type]) => (type && !typeOnly ? `type ${name}` : name));
    const keyword = typeOnly ? "export type" : "export";
    return moduleStatement(keyword, items, relativeSpecifier(path, from));
  });
  const body = statements.length === 0 ? NOTHING : statements.join("\n");
  return { path, text: `${CODE_BANNER}\n${body}\n` };
}
