/** `npm run contract`, with an emulator in place of a server. */
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { compareWithEmulator, requestsOf } from "./contract.js";
import { Ledger } from "./ledger.js";
import type { Program } from "./program.js";
import { programs } from "./programs.js";

let server: ServedEmulator;
beforeAll(async () => {
  server = await serve();
});
afterEach(() => server.emulator.reset());
afterAll(() => server.close());

const run = (program: Program) =>
  compareWithEmulator(program, {
    url: server.serverURL(program.name),
    credentials: program.emulated,
  });

test.for(programs.map((program) => [program.name, program] as const))(
  "an emulator of %s does not differ from the emulator, and is left as it was",
  async ([name, program]) => {
    const before = structuredClone(server.emulator[name].connections);
    const comparisons = await run(program);
    expect(comparisons.filter(({ differences }) => differences.length > 0)).toEqual([]);
    expect(server.emulator[name].connections).toEqual(before);
  },
);

test("a server with another status, type and body is told apart", async () => {
  const nango = programs.find(({ name }) => name === "nango");
  if (!nango) return expect.unreachable();
  server.emulator.fail({ platform: "nango", method: "POST", status: 200, body: { id: "other" } });
  const [first, ...rest] = await run(nango);
  expect(first?.differences.map(({ at }) => at)).toContain("status");
  expect(rest.flatMap(({ differences }) => differences).length).toBeGreaterThan(0);
});

test("a dry run sends nothing to the server", async () => {
  for (const program of programs) expect((await requestsOf(program)).length).toBeGreaterThan(1);
  expect(server.emulator.log).toEqual([]);
});

test.for([
  ["DELETE", "https://a.example/connections/theirs", ""],
  ["PATCH", "https://a.example/connections/theirs", '{"tags":{}}'],
  ["POST", "https://a.example/connections", '{"connection_id":"theirs"}'],
])("%s %s is refused, because the run did not make it", ([method = "", url = "", body = ""]) => {
  const ledger = new Ledger("contract-1");
  expect(() => ledger.check(method, url, body, false)).toThrow("refused to send");
  ledger.add("theirs");
  expect(() => ledger.check(method, url, body, false)).not.toThrow();
});

test("what bears the mark of the run may be changed", () => {
  const ledger = new Ledger("contract-1");
  const url = "https://a.example/connections/contract-1-a";
  expect(() => ledger.check("DELETE", url, "", false)).not.toThrow();
});
