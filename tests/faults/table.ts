import { readFileSync, writeFileSync } from "node:fs";
import type { Ending, Group, Kind } from "./kind.js";
import { type Observation, requestsOf, variantsOf } from "./run.js";
import type { Transport } from "./transports.js";

/** The page with the matrix. */
export const page: URL = new URL("../../docs/reliability.md", import.meta.url);

const START = "<!-- faults -->";
const END = "<!-- /faults -->";

/** Reads the part of the page between the markers. */
export function readMatrix(): string {
  const text = readFileSync(page, "utf8");
  const [from, to] = markers(text);
  return text.slice(from, to);
}

/** Writes the matrix between the markers of the page. */
export function writeMatrix(matrix: string): void {
  const text = readFileSync(page, "utf8");
  const [from, to] = markers(text);
  writeFileSync(page, text.slice(0, from) + matrix + text.slice(to));
}

function markers(text: string): readonly [from: number, to: number] {
  const from = text.indexOf(START) + START.length;
  const to = text.indexOf(END);
  if (to < from) throw new Error(`docs/reliability.md has no ${START} ... ${END}`);
  return [from, to];
}

/** Formats the matrix of the page: how a call ends for each kind of fault, with every transport. */
export function matrix(groups: readonly Group[], transports: readonly Transport[]): string {
  const kinds = groups.flatMap((group) => group.kinds);
  const calls = kinds.length * variantsOf(transports).length;
  const names = transports.map(({ name }) => name).join(" and ");
  return [
    `\n${kinds.length} kinds, ${calls.toLocaleString("en-US")} calls (with ${names}).`,
    ...groups.map(({ name, about, kinds }) =>
      [
        `### ${name}\n\n${about}\n`,
        "| fault | how the call ends | attempts | requests |",
        "| --- | --- | --- | --- |",
        ...kinds.map(row),
      ].join("\n"),
    ),
    "",
  ].join("\n\n");
}

function row({ name, expect }: Kind): string {
  const once = endingOf(expect);
  const retried = expect.retried && endingOf(expect.retried);
  const onNode = expect.onNode && `; with NodeHTTPClient ${endingOf(expect.onNode)}`;
  const ends = `${retried === undefined ? once : `${once}; with retries ${retried}`}${onNode ?? ""}`;
  const cells = [name, ends, pair(expect.attempts), pair(requestsOf(expect))];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function endingOf({ error, value }: Ending): string {
  return error === undefined ? `a value: ${value}` : `\`${error}\``;
}

/** Without and with retries, if they differ. */
function pair([once, retried]: readonly [number, number]): string {
  return once === retried ? String(once) : `${once} / ${retried}`;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

/**
 * Formats results for a terminal: a line for each kind and transport, and one for each complaint.
 */
export function lines(observations: readonly Observation[], messages: boolean): readonly string[] {
  const byKind = groupBy(
    observations,
    ({ kind, variant }) => `${kind.name} ${variant.transport.name}`,
  );
  return byKind.flatMap((all) => {
    const [first] = all as [Observation]; // groups have members
    const of = (retried: boolean): Observation =>
      all.find(({ variant }) => variant.retried === retried) ?? first;
    const [once, again] = [of(false), of(true)];
    const failed = all.flatMap(({ variant, complaints }) =>
      complaints.map(
        (complaint) =>
          `    ${variant.style}, ${variant.retried ? "with" : "without"} retries: ${complaint}`,
      ),
    );
    const ends = once.ending === again.ending ? once.ending : `${once.ending} / ${again.ending}`;
    const line = [
      failed.length === 0 ? "ok " : "BAD",
      first.variant.transport.name.padEnd(14),
      ends.padEnd(38),
      `${once.attempts}/${again.attempts} attempts`,
      `${once.requests}/${again.requests} requests `,
      first.kind.name,
    ].join(" ");
    const message = messages && once.message !== "" ? [`    ${once.message.slice(0, 160)}`] : [];
    return [line].concat(message, failed);
  });
}
