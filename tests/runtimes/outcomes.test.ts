/** What the report on runtimes says of a case: never more than what happened. */
import { expect, test } from "vitest";
import { NotRun } from "../../runtimes/outcome.js";
import { type Row, runAll } from "../../runtimes/run-all.js";
import type { Sdk } from "../../runtimes/sdk.js";
import { countLine, markdownTable, table } from "../../runtimes/table.js";
import type { Case } from "../../runtimes/target.js";
import { binary, load, tool } from "../../runtimes/tools.js";

const sdk: Sdk = { project: "", withPeers: "", exports: {}, remove: () => {} };

const tried = (what: string, run: Case["run"], version: Case["version"] = () => "1.2.3"): Case => ({
  runtime: "Some",
  what,
  version,
  run,
});

const cases = [
  tried("fine", () => Promise.resolve()),
  tried("noted", () => Promise.resolve("66 kB")),
  tried("wrong", () => Promise.reject(new Error("not as promised: a list"))),
  tried(
    "missing",
    () => Promise.resolve(),
    () => {
      throw new NotRun("no Some here");
    },
  ),
  tried("absent", () => Promise.reject(new NotRun("the package has no such entry"))),
];

const rows = (): Promise<readonly Row[]> => runAll(cases, sdk);

test("cases keep their order, and what is not run is neither passed nor failed", async () => {
  const all = await rows();
  expect(all.map(({ what, outcome }) => [what, outcome.kind])).toEqual([
    ["fine", "passed"],
    ["noted", "passed"],
    ["wrong", "failed"],
    ["missing", "not run"],
    ["absent", "not run"],
  ]);
  expect(countLine(all)).toBe("2 passed, 1 failed, 2 not run");
});

test("the table gives the reason of what is not run, and in full what failed", async () => {
  const text = table(await rows());
  expect(text).toContain("not run: no Some here");
  expect(text).toContain("Some 1.2.3 wrong:\nnot as promised: a list");
});

test("the table of the page says the same, without times", async () => {
  expect(
    markdownTable(await rows())
      .split("\n")
      .slice(2),
  ).toEqual([
    "| Some | 1.2.3 | fine | passed |",
    "| Some | 1.2.3 | noted | passed (66 kB) |",
    "| Some | 1.2.3 | wrong | failed |",
    "| Some |  | missing | not run: no Some here |",
    "| Some | 1.2.3 | absent | not run: the package has no such entry |",
  ]);
});

test("each case has an emulator of its own", async () => {
  const urls: string[] = [];
  const ask = tried("ask", async ({ url }) => {
    urls.push(url);
    expect((await fetch(`${url}/__emulator/log`)).status).toBe(200);
  });
  const all = await runAll([ask, ask], sdk);
  expect(all.map(({ outcome }) => outcome.kind)).toEqual(["passed", "passed"]);
  expect(new Set(urls).size).toBe(2);
});

test("a package that is not installed is not run, also where the repository has it", async () => {
  expect(() => tool("no-such-runtime")).toThrow(NotRun);
  expect(() => binary([["no-such-runtime", "bin/x"]])).toThrow(
    `no no-such-runtime for ${process.platform}-${process.arch}`,
  );
  await expect(load("vitest")).rejects.toThrow(new NotRun("vitest is not installed"));
});
