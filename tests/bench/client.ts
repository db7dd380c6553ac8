/** A client to measure, created as its documentation shows, with its defaults. */
export interface Client {
  /** Gets an object by its id. */
  readonly get: () => Promise<unknown>;
  /** Lists such objects. */
  readonly list: () => Promise<readonly unknown[]>;
}

/**
 * The function that every module of `clients/` and `peers/` exports as `connect`. The URL has a
 * path.
 */
export type Connect = (baseURL: string) => Client;
