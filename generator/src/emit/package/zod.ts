import type { EmitOptions, Flavour } from "../../output/emit-options.js";

/**
 * The versions of zod that an SDK works with. Codecs came with 4.1; before 4.1.13, records refuse
 * members named like those that every object inherits.
 */
export const ZOD: Readonly<Record<string, string>> = { zod: "^4.1.13" };

/** The version of zod with which a generated repository is tested. */
export const ZOD_TOOL: Readonly<Record<string, string>> = { zod: "4.6.7" };

/** Whether an SDK has schemas of zod: it validates with them, or has them beside its own engine. */
export function hasZod({ validation, zodSchemas }: EmitOptions): boolean {
  return validation !== undefined || zodSchemas !== undefined;
}

const FOLDER = "src/lib/zod/";

/** Whether an SDK needs a file of the runtime core, as far as zod is concerned. */
export function needsForZod({ validation, zodSchemas }: EmitOptions, path: string): boolean {
  if (!path.startsWith(FOLDER)) return true;
  const uses = (flavour: Flavour): boolean => validation === flavour || zodSchemas === flavour;
  switch (path.slice(FOLDER.length)) {
    case "classic.ts":
      return uses("zod");
    case "mini.ts":
      return uses("zod-mini");
    case "engine.ts":
      return validation !== undefined;
    default:
      return validation !== undefined || zodSchemas !== undefined;
  }
}
