/** An SDK with each engine of validation. */
import { platformApis, temporarySDKs } from "../../generator/tests/zod/sdks.js";

/** What an SDK can validate with: the values of `validation` in `gen.yaml`. */
export const engines = ["builtin", "zod-mini", "zod"] as const;

/** What an SDK validates with. */
export type Engine = (typeof engines)[number];

/** Ampersand's SDK, generated once for each engine. */
export interface ValidatingSDKs {
  /** Has a folder for each engine, named after it. */
  readonly folder: string;
  readonly remove: () => void;
}

/** Generates Ampersand's SDK once for each engine, into a folder of the repository. */
export async function validatingSDKs(): Promise<ValidatingSDKs> {
  const ampersand = (await platformApis()).find(({ name }) => name === "ampersand");
  if (ampersand === undefined) throw new Error("the workflow has no target named ampersand");
  const { zodSchemas: _, ...options } = ampersand.options;
  const { folder, write, remove } = temporarySDKs();
  for (const engine of engines)
    write({ ...ampersand, options }, engine === "builtin" ? {} : { validation: engine }, engine);
  return { folder, remove };
}

/** A module with one function of the SDK and its core, to be bundled in the folder of the SDKs. */
export function functionOf(engine: Engine): string {
  return `export { SDKNodePlatformCore } from "./${engine}/core.js";
export { connectionsList } from "./${engine}/funcs/connectionsList.js";`;
}

/** A module with everything that the SDK exports. */
export function sdkOf(engine: Engine): string {
  return `export * from "./${engine}/index.js";`;
}
