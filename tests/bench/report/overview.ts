import type { Row } from "../row.js";
import { type Bar, type Panel, chart } from "./chart.js";
import { numeral } from "./format.js";

/** A column of a table, and its title in the chart. */
interface Picked {
  readonly table: string;
  readonly what: string;
  readonly title: string;
  /** The value that the others are compared with. */
  readonly mark?: number;
}

const picked: readonly Picked[] = [
  {
    table: "A call over loopback, CPU, fetch = 1",
    what: "list of 1, 64 at a time",
    title: "CPU of a small call over loopback, bare fetch = 1 (list of 1, 64 at a time)",
    mark: 1,
  },
  {
    table: "A call over loopback, CPU, fetch = 1",
    what: "list of 1,000, 1 at a time",
    title: "CPU of a large call over loopback, bare fetch = 1 (list of 1,000, 1 at a time)",
    mark: 1,
  },
  { table: "Bundle", what: "gzip", title: "Bundle, minified and gzip, in kB" },
  {
    table: "Loading, CPU over an empty process",
    what: "CPU",
    title: "CPU of loading over an empty process, in ms",
  },
];

/** The chart of the most requested numbers. */
export function overview(rows: readonly Row[]): string {
  const panels = picked.flatMap((each) => panelOf(rows, each));
  return chart("connections-sdk beside other clients (shorter is better)", panels);
}

function panelOf(rows: readonly Row[], { table, what, title, mark }: Picked): readonly Panel[] {
  // What a second function adds is not a bundle.
  const chosen = rows.filter(
    (row) => row.table === table && row.what === what && !row.subject.endsWith(" adds"),
  );
  const [first] = chosen;
  if (first === undefined) return [];
  const bars = chosen.map(barOf);
  bars.sort((a, b) => a.value - b.value);
  const format = (value: number): string =>
    first.unit === "B" ? (value / 1_000).toFixed(1) : numeral(value, first.unit);
  return [{ title, bars, format, mark }];
}

function barOf({ subject, value, quartiles }: Row): Bar {
  const ours = subject.startsWith("connections-sdk");
  return { label: subject, value, quartiles, ours };
}
