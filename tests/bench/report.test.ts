import { expect, test } from "vitest";
import { chart } from "./report/chart.js";
import { reasons, withGoals } from "./report/goals.js";
import { overview } from "./report/overview.js";
import { benchmarksPage } from "./report/page.js";
import { readmeNumbers, validationNumbers } from "./report/pages.js";
import { markdown, pivot, plain, promises } from "./report/table.js";
import { VALIDATION } from "./measure/validation.js";
import type { Row } from "./row.js";

const rows: readonly Row[] = [
  {
    table: "Bundle",
    subject: "connections-sdk",
    what: "gzip",
    unit: "B",
    value: 7_900,
    target: 8_000,
  },
  { table: "Bundle", subject: "connections-sdk", what: "minified", unit: "B", value: 20_000 },
  { table: "Bundle", subject: "other", what: "gzip", unit: "B", value: 31_600 },
  {
    table: "Loading, CPU over an empty process",
    subject: "connections-sdk",
    what: "CPU",
    unit: "ms",
    value: 12.34,
    quartiles: [11, 13.06],
    target: 10,
  },
];

test("a table has a row for each subject and a column for each measurement", () => {
  expect(pivot(rows)).toEqual([
    {
      title: "Bundle",
      lines: [
        ["", "gzip, B", "minified, B"],
        ["connections-sdk", "7,900", "20,000"],
        ["other", "31,600", ""],
      ],
    },
    {
      title: "Loading, CPU over an empty process",
      lines: [
        ["", "CPU, ms"],
        ["connections-sdk", "12.3 (11.0 - 13.1)"],
      ],
    },
  ]);
});

test("goals are listed with whether they are met", () => {
  expect(promises(rows).lines).toEqual([
    ["what", "measured", "at most", ""],
    ["Bundle: connections-sdk, gzip", "7,900", "8,000 B", "ok"],
    [
      "Loading, CPU over an empty process: connections-sdk, CPU",
      "12.3 (11.0 - 13.1)",
      "10.0 ms",
      "over",
    ],
  ]);
});

test("the README has a few numbers, those of the peers, and how many goals are met", () => {
  const ours = rows.map((row) =>
    row.subject === "other" ? row : { ...row, subject: "connections-sdk, one function" },
  );
  const small = {
    table: "Bundle",
    subject: "small",
    what: "gzip",
    unit: "B",
    value: 2_600,
  } as const;
  const text = readmeNumbers([...ours, small]);
  expect(text).toContain("1 of 2 such goals are met");
  expect(text.split("\n").slice(4)).toEqual([
    "| one function of a platform SDK, bundled, gzip | 7,900 B | 8,000 B | ok | 2,600 (small) to 31,600 (other) |",
    "| loading one function of a platform SDK, CPU | 12.3 (11.0 - 13.1) ms | 10.0 ms | over |  |",
  ]);
});

test("tables are aligned in a terminal and Markdown on a page", () => {
  const table = {
    title: "T",
    lines: [
      ["", "a"],
      ["long", "1"],
      ["x", "22"],
    ],
  };
  expect(plain(table)).toBe("T\n       a\nlong   1\nx     22");
  expect(markdown(table)).toBe("|  | a |\n| --- | ---: |\n| long | 1 |\n| x | 22 |");
});

test("the page has the machine and the versions, and folds long tables", () => {
  const files = Array.from({ length: 40 }, (_, i): Row => {
    return { table: "Files", subject: `file-${i}.ts`, what: "minified", unit: "B", value: i };
  });
  const page = benchmarksPage([...rows, ...files], {
    machine: "Some Processor, 2 cores, x64",
    node: "20.0.0",
    date: "2026-01-02",
    peers: { ky: "1.2.3" },
    quick: false,
  });
  expect(page).toContain("on 2026-01-02 with Node 20.0.0 on Some Processor, 2 cores, x64");
  expect(page).toContain("ky 1.2.3");
  expect(page).toContain("### Bundle\n\n|  | gzip, B");
  expect(page).toContain("### Files\n\n<details><summary>40 lines</summary>");
  expect(page).not.toContain("--quick");
});

test("a bar is as long as its value, and has its name and number", () => {
  const bars = [
    { label: "a<b", value: 10, ours: true },
    { label: "c", value: 40, quartiles: [30, 80], ours: false },
  ] as const;
  const svg = chart("Title & more", [{ title: "P", bars, format: String }]);
  const lengths = [...svg.matchAll(/<rect class="(?:ours|other)".* width="([\d.]+)"/g)].map(
    ([, width]) => Number(width),
  );
  expect(lengths[1]! / lengths[0]!).toBeCloseTo(4, 1);
  expect(svg).toContain(">a&lt;b</text>");
  expect(svg).toContain(">40</text>");
  expect(svg).toContain('class="whisker"');
});

test("the chart has a description, and is readable on a dark background", () => {
  const svg = chart("Title", [
    {
      title: "Size",
      bars: [{ label: "a", value: 1, ours: true }],
      format: (value) => `${value} kB`,
    },
  ]);
  expect(svg).toContain('role="img" aria-labelledby="title desc"');
  expect(svg).toContain('<desc id="desc">Size: a 1 kB.</desc>');
  expect(svg).toContain("prefers-color-scheme: dark");
});

test("the overview lists the best first", () => {
  const svg = overview(rows);
  expect(svg).toContain("connections-sdk 7.9, other 31.6");
});

test("the page on validation has the table of the engines, and no other", () => {
  const engine = { table: VALIDATION, subject: "zod", what: "bundle, gzip", unit: "B" } as const;
  expect(validationNumbers([...rows, { ...engine, value: 45_645 }])).toBe(
    ["|  | bundle, gzip, B |", "| --- | ---: |", "| zod | 45,645 |"].join("\n"),
  );
  expect(validationNumbers(rows)).toBe("");
});

const loopback = "A call over loopback, CPU, fetch = 1";

test("rows get their goals, and a missed one its reason", () => {
  const row = { table: "Bundle", subject: "connections-sdk, one function", what: "gzip" };
  const [met, missed, other] = withGoals([
    { ...row, unit: "B", value: 10_000 },
    { ...row, unit: "B", value: 11_000 },
    { ...row, subject: "ky", unit: "B", value: 11_000 },
  ]);
  expect([met?.target, missed?.target, other?.target]).toEqual([10_500, 10_500, undefined]);
  expect(reasons([met!, other!])).toEqual([]);
  expect(reasons([missed!])).toEqual([
    expect.stringMatching(/^Bundle: connections-sdk, one function\. The promises/),
  ]);
});

test.each([
  ["calm", 1.01, [0.97, 1.05], "The machine was calm."],
  ["busy by its median", 1.2, [1.15, 1.25], "The machine was busy:"],
  ["busy by its quartiles", 1.0, [0.7, 1.4], "The machine was busy:"],
] as const)("a machine is %s if fetch compared with itself is", (_, value, quartiles, says) => {
  const row: Row = {
    table: loopback,
    subject: "fetch",
    what: "list of 1",
    unit: "x",
    value,
    quartiles,
  };
  const circumstances = { machine: "m", node: "20", date: "d", peers: {}, quick: false };
  expect(benchmarksPage([row], circumstances)).toContain(says);
});
