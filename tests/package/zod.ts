import { expect, test } from "vitest";
import type { Installed, RunOptions } from "./installed.js";
import { importPaths } from "./paths.js";

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

/** The ends of the peer range of zod, as projects. */
const versions = [
  ["newest", true],
  ["oldest", "oldest zod"],
] as const satisfies readonly (readonly [string, RunOptions["peers"]])[];

/** How the package and zod can be loaded. */
const formats = [
  ["import", "zod", "module", "await import"],
  ["import", "zod/mini", "module", "await import"],
  ["require", "zod", "commonjs", "require"],
  ["require", "zod/mini", "commonjs", "require"],
] as const;

const cases = versions.flatMap(([version, peers]) =>
  formats.map(([how, zod, type, load]) => [version, how, zod, type, load, peers] as const),
);

/** The schemas of models with the user's own zod, at both ends of the peer range. */
export function zodTests(installed: () => Installed): void {
  ownSchemas(installed);
  schemasOfZod(installed);
}

/**
 * The schemas of the build hold none of zod's code; they work inside a user's own zod all the same.
 */
function ownSchemas(installed: () => Installed): void {
  test.each(cases)(
    "with the %s zod, by %s, a schema of ours can be a member of a %s schema",
    async (_, __, zod, type, load, peers) => {
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
      expect(await installed().run(program, { type, peers })).toEqual([
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

const connection = {
  type: "connection",
  id: "c",
  platform: "nango",
  provider: "hubspot",
  status: "brand_new",
  createTime,
  unnamed: { kept: true },
};

/** The schemas that are written with zod, which `connections-sdk/zod` and its like export. */
function schemasOfZod(installed: () => Installed): void {
  test.each(cases)(
    "with the %s zod, by %s, schemas of connections-sdk/zod work with %s",
    async (_, __, zod, type, load, peers) => {
      const program = `(async () => {
      const z = ${load}("${zod}");
      const { ConnectionData, ConnectionDataWire, NangoGenerateRequest } = ${load}("connections-sdk/zod");
      const wire = () => (${JSON.stringify(connection)});
      const read = z.decode(ConnectionDataWire, wire());
      const own = ConnectionData.pick({ id: true, status: true }).extend({ note: NangoGenerateRequest.shape.provider });
      console.log(JSON.stringify([
        read.createTime instanceof Date,
        read.unnamed,
        z.encode(ConnectionDataWire, read).createTime,
        z.parse(own, { id: "c", status: "brand_new", note: "n" }),
        z.safeParse(own, { id: 1, status: "s", note: "" }).error.issues.map(({ path }) => path.join(".")),
      ]));
    })()`;
      expect(await installed().run(program, { type, peers })).toEqual([
        true,
        { kept: true },
        "2026-01-02T03:04:05.000Z",
        { id: "c", status: "brand_new", note: "n" },
        ["id", "note"],
      ]);
    },
  );

  test.each(versions)(
    "with the %s zod, schemas work where code generation from strings is disallowed",
    async (_, peers) => {
      const program = `
      import { ConnectionDataWire } from "connections-sdk/zod";
      const read = ConnectionDataWire.decode(${JSON.stringify(connection)});
      console.log(JSON.stringify([read.id, read.createTime.getUTCFullYear()]));`;
      const flags = ["--disallow-code-generation-from-strings"];
      expect(await installed().run(program, { peers, flags })).toEqual(["c", 2026]);
    },
  );

  test.each(versions)(
    "with the %s zod, every schema on every path describes itself as JSON Schema",
    async (_, peers) => {
      const paths = importPaths(installed()).filter((path) => path.endsWith("/zod"));
      const program = `(async () => {
      const z = await import("zod");
      const described = {};
      for (const path of ${JSON.stringify(paths)}) {
        for (const [name, schema] of Object.entries(await import(path))) {
          if (!(schema instanceof z.core.$ZodType)) continue;
          const { type, anyOf, oneOf, allOf } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
          described[path + " " + name] = type ?? (anyOf ?? oneOf ?? allOf ? "one of several" : "anything");
        }
      }
      console.log(JSON.stringify(described));
    })()`;
      const described = await installed().run(program, { peers });
      expect(described).toMatchObject({
        "connections-sdk/zod ConnectionDataWire": "object",
        "connections-sdk/zod Credentials": "one of several",
      });
    },
  );
}
