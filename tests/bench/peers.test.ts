import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { peerGenerators } from "./support/generators.js";
import { peers, pinned } from "./support/peers.js";

test("every peer is pinned to one version, and every pinned one is measured", () => {
  const measured = [
    ...peers.map(({ name }) => name),
    "eventsource-parser",
    ...peerGenerators.flatMap(({ packages }) => packages),
  ];
  expect(new Set(measured)).toEqual(new Set(Object.keys(pinned())));
  for (const version of Object.values(pinned())) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("every peer client has its module", () => {
  expect(readdirSync("tests/bench/peers")).toEqual(
    expect.arrayContaining(peers.map(({ file }) => file)),
  );
});
