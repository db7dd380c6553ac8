import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Case, Target } from "../target.js";
import { load, tool } from "../tools.js";
import { esbuildBundle } from "./bundler.js";

/** The part of miniflare that is used. It runs Cloudflare's workerd. */
interface Miniflare {
  readonly Miniflare: new (options: object) => {
    readonly dispatchFetch: (url: string) => Promise<Response>;
    readonly dispose: () => Promise<void>;
  };
}

/**
 * Compatibility dates of users' workers: an early one, without many of today's features, and a
 * recent one.
 */
const settings: readonly (readonly [what: string, options: object])[] = [
  ["a worker of 2023", { compatibilityDate: "2023-01-01" }],
  ["a worker of 2026", { compatibilityDate: "2026-04-01" }],
  [
    "a worker with nodejs_compat",
    { compatibilityDate: "2026-04-01", compatibilityFlags: ["nodejs_compat"] },
  ],
];

/** The runtime of Cloudflare Workers. */
export const workerd: Target = {
  name: "workerd",
  cases: settings.map(([what, options]): Case => ({
    runtime: "workerd",
    what,
    version: () => {
      tool("miniflare");
      return tool("workerd").version;
    },
    async run({ sdk, url }) {
      const { Miniflare } = await load<Miniflare>("miniflare");
      // Bundles like wrangler.
      const file = join(sdk.project, "bundles", `${what.replaceAll(" ", "-")}.mjs`);
      const conditions = ["workerd", "worker", "browser"];
      await esbuildBundle(join(sdk.project, "programs/esm/worker.js"), file, { conditions });
      const script = readFileSync(file, "utf8");
      const worker = new Miniflare({ modules: true, script, ...options });
      try {
        const query = new URLSearchParams({ emulator: url });
        const answer = await worker.dispatchFetch(`http://worker.localhost/?${query}`);
        if (answer.status !== 200) throw new Error(await answer.text());
      } finally {
        await worker.dispose();
      }
    },
  })),
};
