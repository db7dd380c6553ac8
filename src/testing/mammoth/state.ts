/** A connection of the emulated Mammoth. */
export interface MammothConnection {
  /** The id of the workspace. */
  readonly workspaceId: number;
  /** The id of the project in the workspace. */
  readonly projectId: number;
  /** The key of the connector, not encoded: `postgres`. */
  readonly connectorKey: string;
  /** The key of the connection. */
  readonly connectionKey: string;
  /** Whether data is written to the connection instead of read from it. */
  readonly isExport: boolean;
  /** The settings and credentials, as they were sent. */
  config: Record<string, unknown>;
}

/** Work that a request started. */
export interface MammothJob {
  /** The id of the job. */
  readonly id: number;
  /** The current status. */
  status: "success" | "failure" | "processing" | "error";
  /** The status and the response of the job when it has finished. */
  readonly outcome: {
    readonly status: "success" | "failure";
    readonly response: Readonly<Record<string, unknown>>;
  };
  /** When the job was created. */
  readonly createdAt: string;
  /** When the job was last updated. */
  lastUpdatedAt: string;
  /** The path of the request that started the job. */
  readonly path: string;
  /** The name of the operation. */
  readonly operation: string;
}

/**
 * How a connector is authorized: with these members, or with an OAuth code and then a file picker.
 */
export type MammothConnector =
  | { readonly kind: "fields"; readonly required: readonly string[] }
  | { readonly kind: "picker" };

/** A project of a workspace. */
export interface MammothProject {
  /** The id of the workspace. */
  readonly workspaceId: number;
  /** The id of the project in the workspace. */
  readonly projectId: number;
}

/** The state of the emulated Mammoth. Plain data: tests can read and change it at any time. */
export interface MammothState {
  /** The projects of all workspaces. */
  projects: MammothProject[];
  /** The connectors by key. */
  connectors: Record<string, MammothConnector>;
  /** The connections of all projects. */
  connections: MammothConnection[];
  /** The jobs, finished ones included. */
  jobs: MammothJob[];
  /** The `pending_id`s of open file pickers. */
  pending: string[];
  /** The number of ids of each kind that have been generated. */
  counters: Record<string, number>;
}

/** The initial projects, connections and jobs of the emulated Mammoth. */
export interface MammothSeed {
  /** The projects. */
  readonly projects: readonly MammothProject[];
  /** The connections. */
  readonly connections: readonly MammothConnection[];
  /** The jobs of earlier requests. */
  readonly jobs?: readonly MammothJob[];
}

/** Options of the emulated Mammoth. */
export interface MammothOptions {
  /**
   * The pairs of key and secret to accept. Defaults to any, except empty ones and those that start
   * with `invalid`.
   */
  keys?: readonly { readonly apiKey: string; readonly apiSecret: string }[];
  /** The initial projects and connections. Defaults to {@link mammothSeed}. */
  seed?: MammothSeed;
  /** Connectors to add to the built-in ones. */
  connectors?: Readonly<Record<string, MammothConnector>>;
  /**
   * The version of the servers to emulate. Servers of `2026`, the default, refuse keys with 403 and
   * create connections in a job (202). Servers of `2025` refuse keys with 401 and return the new
   * connection (201).
   */
  like?: "2025" | "2026";
}

/** Generates the next number of a kind, the same in every run. */
export function nextNumber(state: MammothState, kind: string): number {
  const count = (state.counters[kind] ?? 0) + 1;
  state.counters[kind] = count;
  return count;
}

/** Generates the next connection key: 40 opaque lower-case letters and digits. */
export function nextKey(state: MammothState): string {
  return `new${nextNumber(state, "connection")}`.padEnd(40, "x0y1z2");
}
