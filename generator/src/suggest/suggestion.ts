import type { Operation } from "../model/types.js";
import type { BetterName } from "./names.js";
import type { FoundPaging } from "./paging.js";

/** What an operation could declare. */
export interface Suggestion {
  readonly operation: Operation;
  readonly paging?: FoundPaging;
  readonly name?: BetterName & {
    /** The call as it is, and as it would be: `sdk.stations.list()`. */
    readonly before: string;
    readonly after: string;
  };
}

/** How many suggestions there are of each kind. */
export interface SuggestionCounts {
  readonly paging: number;
  readonly names: number;
}
