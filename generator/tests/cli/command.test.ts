import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { command } from "../support/command.js";
import { contents, folder, put } from "../support/folder.js";
import { limits } from "../../../tests/support/limits.js";

const document = (responses: string): string => `openapi: 3.1.0
info: { title: Doors, version: "1" }
servers: [{ url: "https://doors.example" }]
paths:
  /doors/{id}:
    get:
      operationId: getDoor
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: ${responses}
`;

const good = '{ "204": { description: Done } }';

test(
  "help and version are printed, and wrong usage exits with 2",
  { timeout: limits.processes },
  async () => {
    const root = folder();
    expect(await command(root, "--help")).toMatchObject({
      code: 0,
      out: expect.stringContaining("sdkwright generate"),
    });
    expect((await command(root, "--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await command(root, "make")).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("Unknown command 'make'"),
    });
    expect(contents(root)).toEqual({});
  },
);

const malformed: readonly (readonly [what: string, text: string, place: string])[] = [
  ["that is not YAML", "openapi: 3.1.0\npaths: [", "help:"],
  ["of another version", document(good).replace("3.1.0", "2.7"), "/openapi"],
  [
    "with a reference that does not resolve",
    document('{ "200": { $ref: "#/components/responses/Door" } }'),
    "/paths/~1doors~1{id}/get/responses/200",
  ],
  [
    "with a list in the place of an object",
    document("[]"),
    "doors.yaml:9:7 /paths/~1doors~1{id}/get/responses",
  ],
  [
    "with a path that does not start with a slash",
    document(good).replace("/doors/{id}:", "doors:"),
    "/paths/doors",
  ],
];

test(
  "a malformed document changes nothing and is explained",
  { timeout: limits.processes },
  async () => {
    const root = folder({ "doors.yaml": document(good) });
    const args = ["--schema", "doors.yaml", "--out", "sdk"];
    expect(await command(root, "generate", ...args)).toMatchObject({ code: 0, err: "" });
    const before = contents(root);
    for (const [what, text, place] of malformed) {
      put(root, "doors.yaml", text);
      const { code, out, err } = await command(root, "generate", ...args);
      expect({ what, code, out }).toEqual({ what, code: 1, out: "" });
      expect(err, what).toMatch(/^error [\w-]+/m);
      expect(err, what).toContain(place);
      expect(err, what).toMatch(/^ {2}help: .+/m);
      expect(err, what).toContain("Nothing was written.");
      expect(err, what).not.toMatch(/\n\s+at /);
      expect(contents(root)).toEqual({ ...before, "doors.yaml": text });
    }
  },
);

test(
  "a reader that closes the pipe early causes no stack trace",
  { timeout: limits.processes },
  async () => {
    const root = folder({ "doors.yaml": document(good) });
    const [tsx, cli] = ["node_modules/tsx/dist/cli.mjs", "generator/src/cli.ts"].map((path) =>
      fileURLToPath(new URL(`../../../${path}`, import.meta.url)),
    );
    const line = `"${process.execPath}" "${tsx}" "${cli}" generate --schema doors.yaml --out sdk | true`;
    const child = spawn("sh", ["-c", line], { cwd: root });
    let err = "";
    child.stderr.on("data", (chunk) => (err += String(chunk)));
    await once(child, "close");
    expect(err).toBe("");
    expect(Object.keys(contents(root))).toContain("sdk/src/index.ts");
  },
);
