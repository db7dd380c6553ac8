import { mammoth } from "connections-sdk/mammoth";
import { contract } from "../../contract/contract.js";
import type { PlatformDescription } from "../../contract/description.js";

const connector = { projectIdOrName: "4/12", provider: "postgres" };
const connectionId = "kvx3b8lhfe3ilk0wv4xu4fl539njerj0lmcr6wf8";
const one = { ...connector, connectionId };
const gone = { ...connector, connectionId: "gone" };
const connections = "/workspaces/4/projects/12/connectors/postgres/connections";
const config = { hostname: "db.example.com", port: 5432, database: "crm", username: "ada" };
const credentials = { type: "custom", values: { ...config, password: "pw" } };
const basic = { type: "basic", username: "ada", password: "pw" };
const sent = { ...config, password: "[redacted]" };
const known = { id: connectionId, platform: "mammoth", provider: "postgres", status: "unknown" };
// Mammoth has just verified the credentials.
const tried = { ...known, status: "active" };

const description: PlatformDescription = {
  name: "mammoth",
  make: (apiKey, options) => mammoth({ ...options, apiKey, apiSecret: "secret" }),
  keyVariable: "MAMMOTHANALYTICS_API_KEY",
  unauthorized:
    /^((Get|List|Save|Update|Delete)Connections?|GetActiveConnectors)UnauthorizedError$/,
  unauthorizedStatus: 403,
  untyped: true,
  verbs: {
    list: {
      request: connector,
      value: { connections: [{ ...known, projectId: "4/12" }, {}] },
      sends: { method: "GET", path: connections },
      coordinates: ["projectIdOrName", "provider"],
      absent: {
        request: { ...connector, projectIdOrName: "4/99" },
        error: "ListConnectionsResponseBodyError",
        status: 400,
      },
    },
    scopes: {
      request: { projectIdOrName: "4/12" },
      value: {
        scopes: [
          connector,
          { ...connector, extra: { isExport: true } },
          { ...connector, provider: "bigquery" },
          { ...connector, provider: "bigquery", extra: { isExport: true } },
        ],
      },
      sends: { method: "GET", path: "/workspaces/4/active_connectors" },
      coordinates: ["projectIdOrName"],
      absent: {
        request: { projectIdOrName: "9/12" },
        error: "GetActiveConnectorsResponseBodyError",
        status: 400,
      },
    },
    generate: {
      request: { ...connector, credentials, extra: { isExport: true } },
      value: { provider: "postgres", status: "pending", raw: { jobId: 1 } },
      sends: { method: "POST", path: `${connections}?is_export=true`, body: sent },
      coordinates: ["projectIdOrName", "provider"],
      absent: {
        request: { ...connector, provider: "nothing", credentials },
        error: "SaveConnectionResponseBodyError",
        status: 400,
      },
    },
    get: {
      request: { ...one, extra: { concern: "ds_config_spec" } },
      value: known,
      sends: { method: "GET", path: `${connections}/${connectionId}?concern=ds_config_spec` },
      coordinates: ["projectIdOrName", "provider", "connectionId"],
      absent: { request: gone, error: "GetConnectionResponseBodyError", status: 400 },
    },
    update: {
      request: { ...one, credentials },
      value: tried,
      sends: {
        method: "PATCH",
        path: `${connections}/${connectionId}`,
        body: { patch: [{ op: "replace", path: "connection", value: sent }] },
      },
      coordinates: ["projectIdOrName", "provider", "connectionId"],
      absent: {
        request: { ...gone, credentials },
        error: "UpdateConnectionResponseBodyError",
        status: 400,
      },
    },
    delete: {
      request: one,
      sends: { method: "DELETE", path: `${connections}/${connectionId}` },
      coordinates: ["projectIdOrName", "provider", "connectionId"],
      absent: { request: gone, error: "DeleteConnectionResponseBodyError", status: 400 },
    },
    updateAuthorization: {
      request: { ...one, credentials: basic, extra: { config: { hostname: "db.example.com" } } },
      value: tried,
      sends: {
        method: "PATCH",
        path: `${connections}/${connectionId}`,
        body: {
          patch: [
            {
              op: "replace",
              path: "connection",
              value: { hostname: "db.example.com", username: "ada", password: "[redacted]" },
            },
          ],
        },
      },
      coordinates: ["projectIdOrName", "provider", "connectionId"],
      absent: {
        request: { ...gone, credentials },
        error: "UpdateConnectionResponseBodyError",
        status: 400,
      },
    },
  },
  takes: (verb) => [
    "projectIdOrName",
    "provider",
    ...(["list", "scopes", "generate"].includes(verb) ? [] : ["connectionId"]),
  ],
  situations: [
    [
      "a password that the service refuses is known when the job has failed",
      "generate",
      {
        ...connector,
        credentials: {
          type: "custom",
          values: { ...credentials.values, password: "invalid-password" },
        },
      },
      { ok: true, value: { status: "pending" } },
    ],
    [
      "a new password that the service refuses is credentialsRefused",
      "updateAuthorization",
      {
        ...one,
        credentials: {
          type: "custom",
          values: { ...credentials.values, password: "invalid-password" },
        },
      },
      { error: { kind: "credentialsRefused", statusCode: 400 } },
    ],
    [
      "an update with a password that the service refuses is credentialsRefused",
      "update",
      {
        ...one,
        credentials: {
          type: "custom",
          values: { ...credentials.values, password: "invalid-password" },
        },
      },
      { error: { kind: "credentialsRefused", statusCode: 400 } },
    ],
    [
      "settings that are missing are invalidRequest",
      "generate",
      { ...connector, credentials: { type: "custom", values: { hostname: "h" } } },
      { error: { kind: "invalidRequest", statusCode: 400 } },
    ],
    [
      "an unknown connector is notFound",
      "list",
      { projectIdOrName: "4/12", provider: "nowhere" },
      { error: { kind: "notFound", statusCode: 400 } },
    ],
  ],
  filters: [
    { request: connector, count: 2 },
    { request: { ...connector, extra: { isExport: true } }, count: 1 },
    { request: { ...connector, provider: "cG9zdGdyZXM=" }, count: 2 },
    { request: { ...connector, provider: "bigquery" }, count: 1 },
    { request: { ...connector, projectIdOrName: "4/4" }, count: 1 },
    { request: { ...connector, provider: "mysql" }, count: 0 },
  ],
  // Mammoth has no statuses.
  statuses: {},
  wire: (status) => ({ connection_key: connectionId, status }),
  raw: { connection_key: connectionId, ds_config_spec: {} },
  count: ({ mammoth: state }) => state.connections.length,
  stored: ({ mammoth: state }) => state.connections.at(-1)?.config,
  credentials: [
    {
      type: "custom",
      request: { ...connector, credentials },
      stored: { ...config, password: "pw" },
    },
    {
      type: "custom with nested values",
      request: {
        ...connector,
        provider: "sftp",
        credentials: {
          type: "custom",
          values: { username: "u", domain: "d", port: 22, private_key: ["a", { b: null }] },
        },
      },
      stored: { username: "u", domain: "d", port: 22, private_key: ["a", { b: null }] },
    },
    {
      type: "basic beside other settings",
      request: {
        ...connector,
        credentials: basic,
        extra: { config: { ...config, username: "x" } },
      },
      stored: { ...config, password: "pw" },
    },
  ],
  refused: [
    { verb: "generate", credentials: undefined, names: "credentials" },
    { verb: "generate", credentials: null, names: "credentials" },
    { verb: "generate", credentials: "pw", names: "credentials" },
    { verb: "generate", credentials: {}, names: "credentials.type" },
    { verb: "generate", credentials: { type: "apiKey", apiKey: "k" }, names: "credentials.type" },
    { verb: "generate", credentials: { type: "oauth2" }, names: "credentials.type" },
    { verb: "generate", credentials: { type: "custom" }, names: "credentials.values" },
    { verb: "generate", credentials: { ...basic, password: 1 }, names: "credentials.password" },
    { verb: "update", credentials: undefined, names: "credentials" },
    { verb: "update", credentials: { type: "custom", values: 1 }, names: "credentials.values" },
    { verb: "updateAuthorization", credentials: undefined, names: "credentials" },
    { verb: "updateAuthorization", credentials: { type: "saml" }, names: "credentials.type" },
  ],
};

contract(description);
