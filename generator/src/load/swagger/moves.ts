import type { Pointer } from "../../document/pointer.js";

/**
 * Where the parts of a document are before and after an upgrade. With a part moves what is inside
 * it.
 */
export interface Moves {
  /** Notes a move. If a part goes to several places, the first one is where refs to it lead. */
  readonly add: (before: Pointer, after: Pointer) => void;
  /** The pointer after the upgrade. */
  readonly after: (before: Pointer) => Pointer;
  /** The pointer before the upgrade, with which diagnostics find the line in the file. */
  readonly before: (after: Pointer) => Pointer;
}

/** No moves yet. */
export function noMoves(): Moves {
  const afters = new Map<Pointer, Pointer>();
  const befores = new Map<Pointer, Pointer>();
  return {
    add: (before, after) => {
      if (!afters.has(before)) afters.set(before, after);
      befores.set(after, before);
    },
    after: (pointer) => follow(afters, pointer),
    before: (pointer) => follow(befores, pointer),
  };
}

/** The pointer with its longest known beginning replaced. */
function follow(known: ReadonlyMap<Pointer, Pointer>, pointer: Pointer): Pointer {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    const other = known.get(pointer.slice(0, end));
    if (other !== undefined) return other + pointer.slice(end);
  }
  return pointer;
}
