import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { peers, pinned } from "./support/peers.js";

test("every peer client is pinned to one version, and every pinned one is measured", () => {
  expect(new Set(peers.map(({ name }) => name))).toEqual(new Set(Object.keys(pinned())));
  for (const version of Object.values(pinned())) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("every peer client has its module", () => {
  expect(readdirSync("tests/bench/peers")).toEqual(
    expect.arrayContaining(peers.map(({ file }) => file)),
  );
});
