import { createHash } from "node:crypto";

/** The documents of a sample. */
export interface Sampling {
  /** One of how many documents is taken. */
  readonly every: number;
  /** Decides which. The same seed always takes the same documents, in the same order. */
  readonly seed: string;
}

/**
 * Takes a random sample of documents in random order, so that a run that ends early is a sample
 * too. Whether a document is taken does not depend on the others.
 */
export function sampleOf<Document>(
  documents: readonly Document[],
  nameOf: (document: Document) => string,
  { every, seed }: Sampling,
): readonly Document[] {
  const drawn = documents.map((document) => ({ document, draw: draw(nameOf(document), seed) }));
  const taken = drawn.filter((each) => each.draw * every < 1);
  // oxlint-disable-next-line unicorn/no-array-sort -- an own copy; Node 20's types lack toSorted
  return taken.sort((a, b) => a.draw - b.draw).map(({ document }) => document);
}

/** A number from 0 to 1 that depends on nothing but the name and the seed. */
function draw(name: string, seed: string): number {
  const digest = createHash("sha256").update(`${seed}\0${name}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}
