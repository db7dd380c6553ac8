/** A sorted copy. `toSorted` is newer than the library version that we compile against. */
export function sorted<T>(items: Iterable<T>, compare: (a: T, b: T) => number): readonly T[] {
  // oxlint-disable-next-line unicorn/no-array-sort -- the copy is sorted, not the caller's list
  return [...items].sort(compare);
}
