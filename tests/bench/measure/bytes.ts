import { builtinModules } from "node:module";
import { type Bundle, type BundleOptions, bundle } from "../../size/bundle.js";
import * as modules from "../../size/modules.js";
import type { Measurement, Request } from "../measurement.js";
import type { Row } from "../row.js";
import { benchFolder } from "../support/folder.js";
import type { Peer } from "../support/peers.js";
import { counted } from "../support/stats.js";

const table = "Bundle";

/** What a user's bundle grows by: ours from the sources, the peers as they are published. */
export const bytes: Measurement = {
  name: "bytes",
  async measure({ detailed, peers }: Request) {
    const [first, second, onNode, rootFunction, sdk] = [
      await bundle(modules.platformFunction),
      await bundle(modules.twoPlatformFunctions),
      await bundle(modules.platformFunctionOnNode, { settings: { external: nodeModules } }),
      await bundle(modules.rootFunction),
      await bundle(modules.rootSDK),
    ];
    return [
      ...weights("connections-sdk, one function", first),
      ...weights("connections-sdk, what a second function adds", less(second, first)),
      ...weights("connections-sdk, one function on /node", onNode),
      ...weights("connections-sdk, one root function", rootFunction),
      ...weights("connections-sdk, root SDK", sdk),
      ...(await published(await peers())),
      ...partsOf("one function", first),
      ...partsOf("root SDK", sdk),
      ...(detailed ? [...filesOf("one function", first), ...filesOf("root SDK", sdk)] : []),
    ];
  },
};

async function published(peers: readonly Peer[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { modules, nodeOnly } of peers) {
    for (const [subject, module] of Object.entries(nodeOnly ? {} : modules)) {
      rows.push(...weights(subject, await bundle(module, asPublished)));
    }
  }
  return rows;
}

type Sizes = Pick<Bundle, "min" | "gzip" | "brotli">;

function less(more: Sizes, fewer: Sizes): Sizes {
  return {
    min: more.min - fewer.min,
    gzip: more.gzip - fewer.gzip,
    brotli: more.brotli - fewer.brotli,
  };
}

const nodeModules = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** For a browser, which is where bytes count most; what is Node's own stays outside. */
const asPublished: BundleOptions = {
  folder: benchFolder,
  settings: {
    platform: "browser",
    mainFields: ["browser", "module", "main"],
    external: nodeModules,
  },
};

function weights(subject: string, made: Sizes): readonly Row[] {
  const label = { table, subject, unit: "B" } as const;
  return [
    counted({ ...label, what: "minified" }, made.min),
    counted({ ...label, what: "gzip" }, made.gzip),
    counted({ ...label, what: "brotli" }, made.brotli),
  ];
}

/** Whose bytes are in it. */
const parts = [
  ["schemas: src/lib/schema", /^src\/lib\/schema/],
  ["the rest of the runtime: src/lib", /^src\/lib\//],
  ["generated: operations, models, errors, core", /^src\/platforms\//],
  ["the unified API and its platform", /./],
] as const;

/** Sums to the bundle. */
function partsOf(what: string, made: Bundle): readonly Row[] {
  const table = "What is in our bundle";
  const label = { table, what: `${what}, minified`, unit: "B" } as const;
  const sums = new Map<string, number>(parts.map(([name]) => [name, 0]));
  for (const { path, bytes } of made.files) {
    const [name] = parts.find(([, pattern]) => pattern.test(path)) ?? parts[0];
    sums.set(name, (sums.get(name) ?? 0) + bytes);
  }
  const named = [...sums.values()].reduce((sum, bytes) => sum + bytes, 0);
  return [
    ...[...sums].map(([subject, sum]) => counted({ ...label, subject }, sum)),
    counted({ ...label, subject: "the bundler's own code" }, made.min - named),
  ];
}

function filesOf(what: string, { files }: Bundle): readonly Row[] {
  const label = { table: "Every file in our bundle, minified", what, unit: "B" } as const;
  // From its last node_modules on: the folder may be a link to one elsewhere.
  return files.map(({ path, bytes }) =>
    counted({ ...label, subject: path.replace(/^.*(?=node_modules\/)/, "") }, bytes),
  );
}
