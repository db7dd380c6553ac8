import fc from "fast-check";
import { recordings } from "./recordings.js";

/**
 * One change to the bytes of a response. Positions are taken modulo the length, and strings are
 * Latin-1.
 */
export type Mutation =
  | { readonly kind: "cut"; readonly at: number }
  | { readonly kind: "remove" | "duplicate"; readonly at: number; readonly length: number }
  | { readonly kind: "swap"; readonly at: number; readonly length: number; readonly to: number }
  | { readonly kind: "flip"; readonly at: number; readonly bit: number }
  | { readonly kind: "insert"; readonly at: number; readonly text: string }
  | { readonly kind: "append"; readonly text: string };

/** How the connection goes on after the last byte. */
export type Ending = "end" | "keep" | "reset";

/** How the bytes of a response reach the client. */
export interface Delivery {
  readonly mutations: readonly Mutation[];
  /** Where the bytes are split into writes, modulo the length. */
  readonly splits: readonly number[];
  /** Whether the client gets time to read each write. */
  readonly isSlow: boolean;
  readonly ending: Ending;
}

/** Bytes that mean something to a parser. */
const TOKENS: readonly string[] = [
  "\r\n",
  "\n",
  "\r",
  "\r\n\r\n",
  "\0",
  " ",
  ":",
  "\u00ff",
  "0\r\n\r\n",
  "5;x=y\r\n",
  "ffffffffffffffff1\r\n",
  "-1\r\n",
  "HTTP/1.1 100 Continue\r\n\r\n",
  "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n",
  "HTTP/1.1 204 No Content\r\n\r\n",
  "HTTP/1.1 302 Found\r\nlocation: /\r\n\r\n",
  "HTTP/2 200\r\n",
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "\r\ncontent-length: 3\r\n",
  "\r\ncontent-length: 99999999999999999999\r\n",
  "\r\ncontent-length: -1\r\n",
  "\r\ntransfer-encoding: chunked\r\n",
  "\r\ntransfer-encoding: gzip, chunked\r\n",
  "\r\ncontent-encoding: gzip\r\n",
  "\r\ncontent-encoding: br, deflate, gzip\r\n",
  "\r\ncontent-type: text/plain\r\n",
  "\r\ncontent-type: application/json;charset=utf-16\r\n",
  "\r\nconnection: close\r\n",
  "\r\nlocation: //\r\n",
  "\r\nretry-after: 0\r\n",
  "\r\nx-should-retry: true\r\n",
  `x: ${"a".repeat(20_000)}\r\n`,
  ...recordings.map(({ bytes }) => bytes.toString("latin1")),
];

const at = fc.nat(5000);
const length = fc.integer({ min: 1, max: 60 });
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TOKENS) },
  fc
    .uint8Array({ minLength: 1, maxLength: 40 })
    .map((array) => Buffer.from(array).toString("latin1")),
);
const kind = <K extends string>(name: K): fc.Arbitrary<K> => fc.constant(name);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: kind("cut"), at }) },
  fc.record({ kind: fc.constantFrom("remove" as const, "duplicate" as const), at, length }),
  fc.record({ kind: kind("swap"), at, length, to: at }),
  fc.record({ kind: kind("flip"), at, bit: fc.nat(7) }),
  fc.record({ kind: kind("insert"), at, text }),
  fc.record({ kind: kind("append"), text }),
);

/** Any way in which the bytes of a response may arrive; without changes, in any pieces, too. */
export const deliveries: fc.Arbitrary<Delivery> = fc.record({
  mutations: fc.oneof(
    { weight: 2, arbitrary: fc.tuple(mutation) },
    { weight: 1, arbitrary: fc.array(mutation, { maxLength: 4 }) },
  ),
  splits: fc.array(at, { maxLength: 6 }),
  isSlow: fc.boolean(),
  ending: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Ending>("end") },
    { weight: 2, arbitrary: fc.constant<Ending>("reset") },
    { weight: 1, arbitrary: fc.constant<Ending>("keep") },
  ),
});

/** The changed bytes. */
export function mutated(original: Buffer, mutations: readonly Mutation[]): Buffer {
  let all = Buffer.from(original);
  for (const each of mutations) if (all.length > 0) all = changed(all, each);
  return all;
}

function changed(all: Buffer, mutation: Mutation): Buffer<ArrayBuffer> {
  if (mutation.kind === "append") return Buffer.concat([all, Buffer.from(mutation.text, "latin1")]);
  const from = mutation.at % all.length;
  const before = all.subarray(0, from);
  const after = all.subarray(from);
  switch (mutation.kind) {
    case "cut":
      return Buffer.from(before);
    case "insert":
      return Buffer.concat([before, Buffer.from(mutation.text, "latin1"), after]);
    case "flip": {
      const copy = Buffer.from(all);
      copy[from] = (copy[from] ?? 0) ^ (1 << mutation.bit);
      return copy;
    }
    case "remove":
      return Buffer.concat([before, after.subarray(mutation.length)]);
    case "duplicate":
      return Buffer.concat([before, after.subarray(0, mutation.length), after]);
    case "swap": {
      const rest = Buffer.concat([before, after.subarray(mutation.length)]);
      const to = mutation.to % (rest.length + 1);
      return Buffer.concat([
        rest.subarray(0, to),
        after.subarray(0, mutation.length),
        rest.subarray(to),
      ]);
    }
    default:
      return mutation satisfies never;
  }
}

/** The writes of the bytes. */
export function pieces(all: Buffer, splits: readonly number[]): readonly Buffer[] {
  const ends = new Set([...splits.map((split) => split % (all.length + 1)), all.length]);
  // oxlint-disable-next-line unicorn/no-array-sort -- of a copy
  const sorted = [...ends].sort((a, b) => a - b);
  return sorted.map((end, i) => all.subarray(sorted[i - 1] ?? 0, end)).filter((p) => p.length > 0);
}
