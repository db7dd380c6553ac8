import type { MammothConnection, MammothConnector, MammothSeed, MammothState } from "./state.js";
import type { MammothOptions } from "./state.js";

const database = ["hostname", "port", "database", "username", "password"];

/** The connectors of the emulator, and the members that they require. */
export const defaultConnectors: Readonly<Record<string, MammothConnector>> = {
  postgres: { kind: "fields", required: database },
  mysql: { kind: "fields", required: database },
  mssql: { kind: "fields", required: database },
  mongodb: { kind: "fields", required: database },
  redshift: { kind: "fields", required: database },
  snowflake: { kind: "fields", required: ["url", "username", "password", "database"] },
  bigquery: { kind: "fields", required: ["connection_data"] },
  databricks: { kind: "fields", required: ["host", "port", "http_path", "personal_access_token"] },
  sftp: { kind: "fields", required: ["username", "domain", "port"] },
  salesforce: { kind: "fields", required: ["code"] },
  googledrive: { kind: "picker" },
};

const project = { workspaceId: 4, projectId: 12, isExport: false } as const;
const config = (database: string): MammothConnection["config"] => ({
  hostname: "db.example.com",
  port: 5432,
  database,
  username: "reader",
  password: `password-of-${database}`,
});

/** The default seed: three projects with connections to databases, and a finished job. */
export const mammothSeed: MammothSeed = {
  projects: [
    { workspaceId: 4, projectId: 12 },
    { workspaceId: 4, projectId: 4 },
    { workspaceId: 2, projectId: 1 },
  ],
  connections: [
    {
      ...project,
      connectorKey: "postgres",
      connectionKey: "kvx3b8lhfe3ilk0wv4xu4fl539njerj0lmcr6wf8",
      config: config("sales"),
    },
    {
      ...project,
      connectorKey: "postgres",
      connectionKey: "b71r0tkq2m9zc5s8xw4e6yd3ua1oif7hpgn2jlv0",
      config: config("support"),
    },
    {
      ...project,
      connectorKey: "postgres",
      connectionKey: "export00q2m9zc5s8xw4e6yd3ua1oif7hpgn2jlv",
      config: config("reports"),
      isExport: true,
    },
    {
      ...project,
      connectorKey: "bigquery",
      connectionKey: "zq8w1n5v3c7x9m2k4j6h0g8f1d3s5a7p9o1i3u5y",
      config: { connection_data: '{"project_id":"acme"}' },
    },
    {
      ...project,
      projectId: 4,
      connectorKey: "postgres",
      connectionKey: "p4roject4conn3ction0wv4xu4fl539njerj0lmc",
      config: config("staging"),
    },
    {
      workspaceId: 2,
      projectId: 1,
      isExport: false,
      connectorKey: "postgres",
      connectionKey: "somebody0elses0connection0l539njerj0lmcr",
      config: config("foreign"),
    },
  ],
  jobs: [
    {
      id: 31,
      status: "success",
      outcome: {
        status: "success",
        response: { connection_key: "kvx3b8lhfe3ilk0wv4xu4fl539njerj0lmcr6wf8" },
      },
      createdAt: "2026-07-01T10:20:30.104512",
      lastUpdatedAt: "2026-07-01T10:20:32.104512",
      path: "/workspaces/4/projects/12/connectors/postgres/connections",
      operation: "save_connection",
    },
  ],
};

/** Creates the initial state, which is also the state after a reset. */
export function createMammothState(options: MammothOptions = {}): MammothState {
  const { projects, connections, jobs = [] } = structuredClone(options.seed ?? mammothSeed);
  return {
    projects: [...projects],
    connections: [...connections],
    connectors: { ...defaultConnectors, ...options.connectors },
    jobs: [...jobs],
    pending: [],
    counters: {},
  };
}
