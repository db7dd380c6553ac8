/** The versions of zod that the tests run with. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { repository } from "../../size/bundle.js";

const manifest = // Written by hand; npm reads it too.
  JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
    readonly peerDependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  };

test("the oldest zod of the peer range is installed for tests", () => {
  const oldest = manifest.peerDependencies["zod"]?.replace("^", "");
  expect(manifest.devDependencies["zod-oldest"]).toBe(`npm:zod@${oldest}`);
});

test("this run uses the oldest or the newest zod of the peer range", ({ task }) => {
  const { major, minor, patch } = z.core.version;
  const [oldest, newest] = [
    manifest.peerDependencies["zod"]?.replace("^", ""),
    manifest.devDependencies["zod"],
  ];
  const expected = task.file.projectName === "zod-oldest" ? oldest : newest;
  expect(`${major}.${minor}.${patch}`).toBe(expected);
});
