/** A connection of the emulated Mammoth. */
export interface MammothConnection {
  readonly workspaceId: number;
  readonly projectId: number;
  /** Plain, such as `postgres`. */
  readonly connectorKey: string;
  readonly connectionKey: string;
  /** Whether data is written to it, and not read from it. */
  readonly isExport: boolean;
  /** The credentials, as they were given. */
  config: Record<string, unknown>;
}

/** Work that a request began. */
export interface MammothJob {
  readonly id: number;
  status: "success" | "failure" | "processing" | "error";
  /** What the job says when it has ended, and how it ended. */
  readonly outcome: {
    readonly status: "success" | "failure";
    readonly response: Readonly<Record<string, unknown>>;
  };
  readonly createdAt: string;
  lastUpdatedAt: string;
  readonly path: string;
  readonly operation: string;
}

/** How the customers of a connector sign in: with members of these names, or through a file picker after an OAuth code. */
export type MammothConnector =
  | { readonly kind: "fields"; readonly required: readonly string[] }
  | { readonly kind: "picker" };

/** A project of a workspace. */
export interface MammothProject {
  readonly workspaceId: number;
  readonly projectId: number;
}

/** All that the emulated Mammoth knows. Plain data: read it, and write to it, whenever that helps a test. */
export interface MammothState {
  projects: MammothProject[];
  connectors: Record<string, MammothConnector>;
  connections: MammothConnection[];
  jobs: MammothJob[];
  /** File pickers that are open, by `pending_id`. */
  pending: string[];
  /** How many ids of each kind were given out. */
  counters: Record<string, number>;
}

/** What an emulated Mammoth begins with. */
export interface MammothSeed {
  readonly projects: readonly MammothProject[];
  readonly connections: readonly MammothConnection[];
  /** Jobs of earlier requests. */
  readonly jobs?: readonly MammothJob[];
}

/** Options of the emulated Mammoth. */
export interface MammothOptions {
  /**
   * The pairs of key and secret that are accepted. Without it any are, except empty ones and those that start with
   * `invalid`.
   */
  keys?: readonly { readonly apiKey: string; readonly apiSecret: string }[];
  /** Projects and connections to begin with. {@link mammothSeed} without it. */
  seed?: MammothSeed;
  /** Connectors to know beside the built-in ones. */
  connectors?: Readonly<Record<string, MammothConnector>>;
  /**
   * Which servers to be like: those of `2026` (the default) refuse keys with 403 and make connections in a job (202), those of
   * `2025` refuse them with 401 and answer the connection at once (201).
   */
  like?: "2025" | "2026";
}

/** The next number of a kind, the same in every run. */
export function nextNumber(state: MammothState, kind: string): number {
  const count = (state.counters[kind] ?? 0) + 1;
  state.counters[kind] = count;
  return count;
}

/** The next connection key: 40 small letters and digits that mean nothing. */
export function nextKey(state: MammothState): string {
  return `new${nextNumber(state, "connection")}`.padEnd(40, "x0y1z2");
}
