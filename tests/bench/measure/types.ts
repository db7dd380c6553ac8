import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Measurement, Row } from "../row.js";
import { counted, measured } from "../support/stats.js";
import { type Diagnostics, tsc } from "../support/tsc.js";

const programs = {
  "with the root SDK": `import { SDK } from "connections-sdk";
const sdk = new SDK({ apiKeyHeader: "key" });
console.log((await sdk.connections.list({ projectIdOrName: "p" })).connections);`,
  "with one function": `import { SDKNodePlatformCore } from "connections-sdk/ampersand/core.js";
import { connectionsList } from "connections-sdk/ampersand/funcs/connectionsList.js";
console.log((await connectionsList(new SDKNodePlatformCore(), { projectIdOrName: "p" })).ok);`,
};

/** What the compiler has to do for a user's program of three lines, over one that uses nothing. */
export const types: Measurement = {
  name: "types",
  async measure({ quick, project }) {
    const folder = await project();
    const runs = Array.from({ length: quick ? 1 : 5 });
    const rows: Row[] = [];
    const empty = makeProject(folder, "empty", `console.log("nothing");\nexport {};`);
    for (const [name, text] of Object.entries(programs)) {
      const used = makeProject(folder, name.replaceAll(" ", "-"), text);
      const pairs: { used: Diagnostics; none: Diagnostics }[] = [];
      for (const _ of runs) pairs.push({ used: await tsc(used), none: await tsc(empty) });
      const over = (key: keyof Diagnostics): number[] =>
        pairs.map(({ used, none }) => used[key] - none[key]);
      const what = `tsc of three lines ${name}, over an empty program`;
      const [instantiations = Number.NaN] = over("instantiations");
      rows.push(counted(what, "instantiations", instantiations, 100));
      rows.push(measured(what, "MB", over("memory"), 5));
    }
    return rows;
  },
};

function makeProject(parent: string, name: string, text: string): string {
  const folder = join(parent, `types-${name}`);
  mkdirSync(folder, { recursive: true });
  const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    strict: true,
    types: [],
    skipLibCheck: true,
  };
  writeFileSync(join(folder, "main.mts"), text);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*"] }));
  return folder;
}
