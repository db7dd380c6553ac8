/** A client that is measured, made as its documentation shows, with its defaults. */
export interface Client {
  /** One object by its id. */
  readonly get: () => Promise<unknown>;
  /** A list of such objects. */
  readonly list: () => Promise<readonly unknown[]>;
}

/** What every module of `clients/` and `peers/` exports under the name `connect`. The address has a path of its own. */
export type Connect = (baseURL: string) => Client;
