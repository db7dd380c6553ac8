import { expect, test } from "vitest";
import type { Installed } from "./installed.js";

const createTime = "2026-01-02T03:04:05Z";
const wire = {
  id: "c",
  projectId: "p",
  provider: "hubspot",
  group: { groupRef: "g", groupName: "G", projectId: "p", createTime },
  consumer: { consumerRef: "u", consumerName: "U", projectId: "p", createTime },
  createTime,
  authScheme: "none",
  status: "brand_new",
  unnamed: { kept: true },
};

/**
 * The schemas of the build hold none of zod's code; they work inside a user's own zod all the same.
 */
export function zodTests(installed: () => Installed): void {
  test.each([
    ["import", "zod", "module", "await import"],
    ["import", "zod/mini", "module", "await import"],
    ["require", "zod", "commonjs", "require"],
    ["require", "zod/mini", "commonjs", "require"],
  ] as const)(
    "by %s, a schema of ours can be a member of a %s schema",
    async (_, zod, type, load) => {
      const program = `(async () => {
      const z = ${load}("${zod}");
      const { Connection } = ${load}("connections-sdk/ampersand/models/components");
      const own = z.object({ connection: Connection });
      const wire = () => (${JSON.stringify(wire)});
      const { connection } = z.parse(own, { connection: wire() });
      const failed = z.safeParse(own, { connection: { ...wire(), id: 5 } });
      console.log(JSON.stringify([
        connection.createTime instanceof Date,
        connection.status,
        connection.unnamed,
        failed.error.issues.map(({ path }) => path.join(".")),
        z.encode(own, { connection }).connection.createTime,
        z.parse(z.union([z.number(), Connection]), wire()).id,
      ]));
    })()`;
      expect(await installed().run(program, { type, peers: true })).toEqual([
        true,
        "brand_new",
        { kept: true },
        ["connection.id"],
        "2026-01-02T03:04:05.000Z",
        "c",
      ]);
    },
  );
}
