import { VALIDATION, reading } from "../measure/validation.js";
import type { Row } from "../row.js";

/** What a number should be at most. */
export interface Goal extends Pick<Row, "table" | "subject" | "what"> {
  readonly atMost: number;
  /** Why it is missed, for as long as it is: printed only then. */
  readonly why?: string;
}

const overDeadline = "A call over loopback, CPU, fetch with a deadline = 1";
const overFetch = "A call over loopback, CPU, fetch = 1";
const loading = "Loading, CPU over an empty process";
const decoding = "Parsing and validating in memory, CPU, JSON.parse = 1";
const bundle = { table: "Bundle", what: "gzip" };
const ours = "connections-sdk";

const promises =
  "The promises of design cost bytes: redaction in every encoding, tolerant reading, `kind`, rate limits, retries that cannot do work twice, streams' errors. Without retries, redirects, the log, reports and the environment it would be 13.3 kB, without redaction and kinds 12.1 kB.";
const deadline =
  "Every call has a deadline that really cuts it, so it needs a signal and a timer, and Node's `fetch` pays for the signal. The rest is our own code, which runs cold between two requests.";
const dispatch =
  "What is left is Node's own: dispatching alone takes 0.16 to 0.21 of `fetch` on Node 20, and `fetch` has become cheaper since.";
const withZod =
  "The goal is from when one function with the built-in engine had 10 kB: it is 6.4 kB more than that. zod/mini itself is 7 kB of what it adds, and the walk that reads responses leniently 2.6 kB.";
const shape =
  "The class has every verb, and with another platform it also carries the default one: that needs another shape of the API.";

/**
 * The goals. Those for compiling and generating are beside their measurements, because some are
 * measured too.
 */
export const goals: readonly Goal[] = [
  { ...bundle, subject: `${ours}, one function`, atMost: 10_500, why: promises },
  { ...bundle, subject: `${ours}, what a second function adds`, atMost: 200 },
  { ...bundle, subject: `${ours}, root SDK`, atMost: 14_000, why: shape },
  {
    table: "A call in memory, CPU",
    subject: "function, over a bare call",
    what: "empty list",
    atMost: 3,
    why: "A signal of its own costs 1.7 to 2.5 us of it.",
  },
  ...["1 at a time", "64 at a time"].flatMap((load): Goal[] => [
    { table: overDeadline, subject: ours, what: `list of 1, ${load}`, atMost: 1.1, why: deadline },
    {
      table: overFetch,
      subject: `${ours}/node`,
      what: `list of 1, ${load}`,
      atMost: 0.3,
      why: dispatch,
    },
  ]),
  { table: overFetch, subject: ours, what: "list of 1,000, 1 at a time", atMost: 1.6 },
  {
    table: overFetch,
    subject: `${ours}, date-times as strings`,
    what: "list of 1,000, 1 at a time",
    atMost: 1.3,
  },
  ...["10 connections", "1,000 connections", "10,000 connections"].flatMap((what): Goal[] => [
    { table: decoding, subject: "date-times as Dates", what, atMost: 1.8 },
    { table: decoding, subject: "date-times as strings", what, atMost: 1.25 },
  ]),
  { table: loading, subject: `${ours}, one function`, what: "CPU", atMost: 6 },
  { table: loading, subject: `${ours}, root SDK`, what: "CPU", atMost: 8 },
  {
    table: VALIDATION,
    subject: "zod-mini",
    what: "bundle, gzip",
    atMost: 16_500,
    why: withZod,
  },
  ...["zod-mini", "zod"].map((subject): Goal => ({
    table: VALIDATION,
    subject,
    what: reading(1_000),
    atMost: 4,
  })),
  {
    table: "Memory of a call in flight, over bare fetch",
    subject: ours,
    what: "1,000 in flight",
    atMost: 3_000,
  },
  {
    table: "Memory of a call in flight, over bare fetch",
    subject: ours,
    what: "10,000 in flight",
    atMost: 3_000,
  },
];

/** The rows with their goals. */
export function withGoals(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => {
    const goal = goals.find((each) => isOf(each, row));
    return goal ? Object.assign({}, row, { target: goal.atMost }) : row;
  });
}

/** Why goals are missed: of those that are, each reason once. */
export function reasons(rows: readonly Row[]): readonly string[] {
  const missed = rows.filter(({ value, target }) => target !== undefined && value > target);
  const found = missed.flatMap((row) => {
    const why = goals.find((goal) => isOf(goal, row))?.why;
    return why === undefined ? [] : [[why, row] as const];
  });
  return [...new Set(found.map(([why]) => why))].map((why) => {
    const rowsOf = found.filter(([other]) => other === why).map(([, row]) => row);
    const names = [...new Set(rowsOf.map(({ table, subject }) => `${table}: ${subject}`))];
    return `${names.join("; ")}. ${why}`;
  });
}

function isOf(goal: Goal, { table, subject, what }: Row): boolean {
  return goal.table === table && goal.subject === subject && goal.what === what;
}
