import type { Row } from "../row.js";
import { amount, numeral, verdict } from "./format.js";
import type { Table } from "./table.js";

/** A measurement that the README shows, and what it is called there. */
interface Picked extends Pick<Row, "table" | "subject" | "what"> {
  readonly title: string;
}

const bundle = { table: "Bundle", what: "gzip" };
const small = {
  table: "A call over loopback, CPU, fetch with a deadline = 1",
  what: "list of 1, 64 at a time",
};
const onNode = { table: "A call over loopback, CPU, fetch = 1", what: "list of 1, 64 at a time" };
const large = { table: "A call over loopback, CPU, fetch = 1", what: "list of 1,000, 1 at a time" };
const loading = { table: "Loading, CPU over an empty process", what: "CPU" };
const one = "connections-sdk, one function";
const root = "connections-sdk, root SDK";

const picked: readonly Picked[] = [
  { ...bundle, subject: one, title: "one function of a platform SDK, bundled, gzip" },
  { ...bundle, subject: root, title: "the whole SDK, bundled, gzip" },
  { ...small, subject: "connections-sdk", title: "a small call, CPU, `fetch` with a deadline = 1" },
  {
    ...onNode,
    subject: "connections-sdk/node",
    title: "the same with `connections-sdk/node`, CPU, bare `fetch` = 1",
  },
  { ...large, subject: "connections-sdk", title: "a list of 1,000, CPU, bare `fetch` = 1" },
  { ...loading, subject: one, title: "loading one function of a platform SDK, CPU" },
];

/**
 * The few numbers that the README shows: ours, what we want to reach, and from where to where the
 * other clients lie.
 */
export function summary(rows: readonly Row[]): Table {
  const lines = picked.flatMap((pick) => {
    const row = rows.find(
      ({ table, subject, what }) =>
        table === pick.table && subject === pick.subject && what === pick.what,
    );
    return row === undefined ? [] : [[pick.title, ...cells(row), others(rows, row)]];
  });
  return {
    title: "Numbers",
    lines: [["what", "measured", "goal", "", "other clients"], ...lines],
  };
}

function cells(row: Row): string[] {
  const target = row.target === undefined ? "" : `${numeral(row.target, row.unit)} ${row.unit}`;
  return [`${amount(row)} ${row.unit}`, target, verdict(row)];
}

/**
 * Bare `fetch` is what ratios are to, and undici what it stands on: neither is a client of an API.
 */
function others(rows: readonly Row[], { table, what }: Row): string {
  const theirs = rows.filter(
    (row) =>
      row.table === table &&
      row.what === what &&
      !/^(connections-sdk|fetch|undici)/.test(row.subject),
  );
  // oxlint-disable-next-line unicorn/no-array-sort -- made just here
  theirs.sort((a, b) => a.value - b.value);
  const [least, most] = [theirs.at(0), theirs.at(-1)];
  if (least === undefined || most === undefined) return "";
  return least === most ? said(least) : `${said(least)} to ${said(most)}`;
}

function said({ value, unit, subject }: Row): string {
  return `${numeral(value, unit)} (${subject})`;
}
