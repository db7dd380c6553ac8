import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Installed } from "./installed.js";

/** Where an error of ours was made, as a stack trace with maps tells. */
const place = /at .*?(\/\S+\/connections-sdk\/src\/[\w/.-]+\.ts):(\d+):\d+\)?$/m;

/** Whoever follows a stack trace comes to the sources that are shipped. */
export function mapTests(installed: () => Installed): void {
  test.each([
    ["imported", "module", "await import"],
    ["required", "commonjs", "require"],
  ] as const)("a stack trace of the %s package leads to its sources", async (_, type, load) => {
    const program = `(async () => {
      const { SDKCore } = ${load}("connections-sdk/core.js");
      const { connectionsUnlink } = ${load}("connections-sdk/funcs/connectionsUnlink.js");
      const { error } = await connectionsUnlink(new SDKCore({ apiKeyHeader: "k" }), { connectionId: "c" });
      console.log(JSON.stringify(error.stack));
    })()`;
    const flags = ["--enable-source-maps"];
    const stack = (await installed().run(program, { type, flags })) as string;
    const [, file = "none", line = "0"] = place.exec(stack) ?? [];
    expect(file, stack).toContain("/src/connections/run-verb.ts");
    const shown = readFileSync(file, "utf8").split("\n")[Number(line) - 1];
    expect(shown).toContain("new UnsupportedOperationError(");
  });
}
