import { expect, test } from "vitest";
import { type Bundle, bundle } from "./bundle.js";
import { rootFunction, rootSDK } from "./modules.js";
import { type PlatformName, listOf, platforms, rootListOn, rootSDKOn } from "./platform-modules.js";

/** What only the code of one platform says: its host, its names, its paths. */
const words: Readonly<Record<PlatformName, RegExp>> = {
  ampersand: /ampersand|SDKNodePlatform|\/projects\/\{projectIdOrName\}|custom-auth|:oauth-update/i,
  nango:
    /nango|localhost:3003|"\/connections(\/metadata|\/\{connectionId\})?"|"provider_config_key/i,
  codat: /codat|\/companies\/|_links/i,
  mammoth: /mammoth|\/workspaces\/|workspace_id|\/jobs\//i,
};

/** What is bundled, the platforms whose code may be in it, and what it may weigh minified and gzipped, in bytes. */
type Case = readonly [what: string, module: string, own: readonly PlatformName[], ceiling: number];

const cases: readonly Case[] = [
  ["list of Ampersand's SDK", listOf("ampersand"), ["ampersand"], 10_100],
  ["list of Nango's SDK", listOf("nango"), ["nango"], 11_170],
  ["list of Codat's SDK", listOf("codat"), ["codat"], 10_480],
  ["list of Mammoth's SDK", listOf("mammoth"), ["mammoth"], 10_180],
  // The default platform's list is part of the function itself, and the class has all verbs of it.
  ["the root's list", rootFunction, ["ampersand"], 10_950],
  ["the root's list on Ampersand", rootListOn("ampersand"), ["ampersand"], 12_610],
  ["the root's list on Nango", rootListOn("nango"), ["nango", "ampersand"], 15_510],
  ["the root's list on Codat", rootListOn("codat"), ["codat", "ampersand"], 13_450],
  ["the root's list on Mammoth", rootListOn("mammoth"), ["mammoth", "ampersand"], 13_580],
  ["the root SDK", rootSDK, ["ampersand"], 13_000],
  ["the root SDK on Ampersand", rootSDKOn("ampersand"), ["ampersand"], 13_110],
  ["the root SDK on Nango", rootSDKOn("nango"), ["nango", "ampersand"], 16_910],
  ["the root SDK on Codat", rootSDKOn("codat"), ["codat", "ampersand"], 14_960],
  ["the root SDK on Mammoth", rootSDKOn("mammoth"), ["mammoth", "ampersand"], 15_080],
];

// Object.keys answers text; these are the members of the object as it is written.
const names = Object.keys(platforms) as PlatformName[];

test.each(cases)("%s stays below its ceiling", async (_, module, __, ceiling) => {
  const { gzip } = await bundle(module);
  expect(gzip).toBeLessThanOrEqual(ceiling);
});

test.each(cases)("%s holds its platform's code and nobody else's", async (_, module, own) => {
  const { code, files } = await bundle(module, { named: true });
  const found = names.filter((name) => words[name].test(code) || modulesOf(name, files).length > 0);
  expect(new Set(found)).toEqual(new Set(own));
});

test.each(names.filter((name) => name !== "ampersand"))(
  "the root's list on %s holds of the default platform what its list needs",
  async (platform) => {
    const { code, files } = await bundle(rootListOn(platform), { named: true });
    const modules = modulesOf("ampersand", files).filter((path) => !path.startsWith("models/"));
    expect(new Set(modules)).toEqual(
      new Set(["core.ts", "funcs/connectionsList.ts", "mapping.ts", "verbs.ts"]),
    );
    expect(code).not.toMatch(
      /connections:generate|:oauth-update|custom-auth|\{projectIdOrName\}\/connections\/\{connectionId\}/,
    );
  },
);

test("the words tell the platforms apart", async () => {
  for (const platform of names) {
    const { code } = await bundle(listOf(platform), { named: true });
    expect(names.filter((name) => words[name].test(code))).toEqual([platform]);
  }
});

/** The modules of a platform that left something in a bundle, in its folders. */
function modulesOf(platform: PlatformName, files: Bundle["files"]): string[] {
  const folder = new RegExp(`^src/(?:connections/)?platforms/${platform}/`);
  return files.flatMap(({ path }) => (folder.test(path) ? path.replace(folder, "") : []));
}
