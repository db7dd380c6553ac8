import { nango } from "connections-sdk/nango";
import { contract } from "../../contract/contract.js";
import type { PlatformDescription } from "../../contract/description.js";

const one = { provider: "hubspot", connectionId: "hubspot-acme" };
const path = "/connections/hubspot-acme?provider_config_key=hubspot";
const gone = { provider: "hubspot", connectionId: "gone" };

const hubspot = {
  id: "hubspot-acme",
  platform: "nango",
  provider: "hubspot",
  status: "active",
  group: { ref: "group-123", name: "Acme Ltd" },
  consumer: { ref: "user-1", name: "Ada Byron" },
  createTime: new Date("2026-03-02T09:15:27.104Z"),
  metadata: { region: "eu" },
};
const redacted = "[redacted]";
const apiKey = { type: "apiKey", apiKey: "sk-1" };
const tba = { type: "TBA", token_id: "t", token_secret: "s" };

const description: PlatformDescription = {
  name: "nango",
  make: (key, options) => nango({ ...options, apiKey: key }),
  written: (key) => (key.startsWith("invalid") ? key : "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19"),
  keyVariable: "NANGO_API_KEY",
  unauthorized: "APIError",
  verbs: {
    list: {
      request: {},
      value: { connections: [{ status: "broken" }, {}, {}, {}, hubspot] },
      sends: { method: "GET", path: "/connections" },
      coordinates: [],
    },
    generate: {
      request: {
        provider: "apollo",
        connectionId: "nine",
        consumerRef: "user-9",
        credentials: apiKey,
        extra: { metadata: { seats: 3 }, tags: { plan: "pro", end_user_display_name: "Nine" } },
      },
      value: {
        id: "nine",
        provider: "apollo",
        status: "active",
        consumer: { ref: "user-9", name: "Nine" },
        metadata: { seats: 3 },
      },
      reads: [{ method: "GET", path: "/connections/nine?provider_config_key=apollo" }],
      sends: {
        method: "POST",
        path: "/connections",
        body: {
          provider_config_key: "apollo",
          connection_id: "nine",
          credentials: { type: redacted, apiKey: redacted },
          metadata: { seats: 3 },
          tags: { plan: "pro", end_user_display_name: "Nine", end_user_id: "user-9" },
        },
      },
      coordinates: ["provider"],
      absent: { request: { provider: "nowhere", credentials: apiKey }, error: "Response404" },
    },
    get: {
      request: { ...one, extra: { forceRefresh: false } },
      value: hubspot,
      sends: { method: "GET", path: `${path}&force_refresh=false` },
      coordinates: ["provider", "connectionId"],
      absent: { request: gone, error: "Response404" },
    },
    update: {
      request: { ...one, consumerRef: "user-2", extra: { tags: { plan: "free" } } },
      value: { id: "hubspot-acme", consumer: { ref: "user-2" }, raw: { tags: { plan: "free" } } },
      reads: [{ method: "GET", path }],
      sends: {
        method: "PATCH",
        path,
        body: {
          tags: {
            plan: "free",
            end_user_id: "user-2",
            organization_id: "group-123",
            organization_display_name: "Acme Ltd",
          },
        },
      },
      followedBy: [{ method: "GET", path }],
      coordinates: ["provider", "connectionId"],
      absent: { request: { ...gone, consumerRef: "user-2" }, error: "Response404" },
    },
    delete: {
      request: one,
      sends: { method: "DELETE", path },
      coordinates: ["provider", "connectionId"],
      absent: { request: gone, error: "Response400", status: 400 },
    },
    updateAuthorization: {
      request: { provider: "apollo", connectionId: "globex", credentials: apiKey },
      value: { id: "globex", provider: "apollo", status: "active" },
      reads: [{ method: "GET", path: "/connections/globex?provider_config_key=apollo" }],
      sends: {
        method: "POST",
        path: "/connections",
        body: {
          provider_config_key: "apollo",
          connection_id: "globex",
          credentials: { type: redacted, apiKey: redacted },
        },
      },
      coordinates: ["provider", "connectionId"],
      absent: {
        request: { provider: "nowhere", connectionId: "globex", credentials: apiKey },
        error: "Response400",
        status: 400,
      },
    },
    check: {
      request: one,
      value: hubspot,
      sends: { method: "GET", path: `${path}&force_refresh=true` },
      coordinates: ["provider", "connectionId"],
      absent: { request: gone, error: "Response404" },
    },
    "metadata.set": {
      request: { ...one, metadata: { a: 1 } },
      sends: {
        method: "POST",
        path: "/connections/metadata",
        body: { connection_id: "hubspot-acme", provider_config_key: "hubspot", metadata: { a: 1 } },
      },
      coordinates: ["provider", "connectionId", "metadata"],
      absent: { request: { ...gone, metadata: {} }, error: "Response404" },
    },
    "metadata.update": {
      request: { ...one, metadata: { a: { b: null } } },
      sends: {
        method: "PATCH",
        path: "/connections/metadata",
        body: {
          connection_id: "hubspot-acme",
          provider_config_key: "hubspot",
          metadata: { a: { b: null } },
        },
      },
      coordinates: ["provider", "connectionId", "metadata"],
      absent: { request: { ...gone, metadata: {} }, error: "Response404" },
    },
  },
  whose: { groupRef: "group-9", consumerRef: "user-9" },
  takes: (verb) => [
    "provider",
    ...(["list", "generate", "update"].includes(verb) ? ["groupRef", "consumerRef"] : []),
    ...(verb === "list" ? [] : ["connectionId"]),
  ],
  situations: [
    [
      "a key that the provider refuses is credentialsRefused",
      "generate",
      { provider: "apollo", credentials: { type: "apiKey", apiKey: "invalid-key" } },
      { error: { kind: "credentialsRefused", statusCode: 400 } },
    ],
    [
      "a new key that the provider refuses is credentialsRefused",
      "updateAuthorization",
      {
        provider: "apollo",
        connectionId: "globex",
        credentials: { type: "apiKey", apiKey: "invalid-key" },
      },
      { error: { kind: "credentialsRefused", statusCode: 400 } },
    ],
    [
      "a check of tokens that the provider refuses to refresh is a broken connection",
      "check",
      { provider: "salesforce-eu", connectionId: "salesforce-acme" },
      { ok: true, value: { status: "broken" } },
    ],
    [
      "tags that are no tags are invalidRequest",
      "update",
      { provider: "hubspot", connectionId: "hubspot-acme", extra: { tags: { "1x": "y" } } },
      { error: { kind: "invalidRequest", statusCode: 400 } },
    ],
    [
      "tokens that the provider refuses to refresh are credentialsRefused",
      "get",
      { provider: "salesforce-eu", connectionId: "salesforce-acme" },
      { error: { kind: "credentialsRefused", statusCode: 400 } },
    ],
    [
      "an unknown integration is notFound, whatever its status",
      "get",
      { provider: "nowhere", connectionId: "hubspot-acme" },
      { error: { kind: "notFound", statusCode: 400 } },
    ],
    [
      "a page that is out of range is invalidRequest",
      "list",
      { extra: { limit: 5000 } },
      { error: { kind: "invalidRequest", statusCode: 400 } },
    ],
  ],
  filters: [
    { request: {}, count: 5 },
    { request: { groupRef: "group-123" }, count: 2 },
    { request: { consumerRef: "user-1", provider: "hubspot" }, count: 1 },
    { request: { provider: "apollo,greenhouse" }, count: 2 },
    { request: { extra: { connectionId: "globex" } }, count: 2 },
    { request: { extra: { tags: { Plan: "pro" } } }, count: 1 },
    { request: { extra: { search: "BYRON" } }, count: 2 },
    { request: { groupRef: "nobody" }, count: 0 },
  ],
  pages: [
    { request: { extra: { limit: 2 } }, sizes: [2, 2, 1] },
    { request: { extra: { limit: 2, page: 1 } }, sizes: [2, 1] },
    { request: { extra: { limit: 5 } }, sizes: [5, 0] },
    { request: { groupRef: "group-123", extra: { limit: 1 } }, sizes: [1, 1, 0] },
    { request: {}, sizes: [5] },
  ],
  statuses: { auth: "broken", sync: "active" },
  derivesStatus: true,
  wire: (type) => ({
    id: 1,
    connection_id: "c",
    provider_config_key: "hubspot",
    provider: "hubspot",
    errors: [{ type, log_id: "l" }],
    end_user: null,
    tags: {},
    metadata: null,
    connection_config: {},
    webhook_url_override: null,
    created_at: "2026-03-02T09:15:27.104+00:00",
    updated_at: "2026-03-02T09:15:27.104+00:00",
    last_fetched_at: null,
    credentials: {},
  }),
  raw: {
    id: 1,
    connectionId: "hubspot-acme",
    tags: { plan: "pro" },
    credentials: { type: "OAUTH2", accessToken: "access-0001" },
  },
  count: ({ nango: { connections } }) => connections.length,
  stored: ({ nango: { connections } }) => connections.at(-1)?.credentials,
  credentials: [
    {
      type: "apiKey",
      request: { provider: "apollo", credentials: apiKey },
      stored: { type: "API_KEY", apiKey: "sk-1" },
    },
    {
      type: "basic",
      request: {
        provider: "greenhouse",
        credentials: { type: "basic", username: "ada", password: "" },
      },
      stored: { type: "BASIC", username: "ada", password: "" },
    },
    {
      type: "oauth2",
      request: {
        provider: "hubspot",
        credentials: {
          type: "oauth2",
          accessToken: "at",
          refreshToken: "rt",
          expiresAt: new Date("2099-01-01T00:00:00Z"),
          scopes: ["read"],
        },
      },
      stored: {
        type: "OAUTH2",
        access_token: "at",
        refresh_token: "rt",
        expires_at: "2099-01-01T00:00:00.000Z",
        raw: {
          type: "OAUTH2",
          access_token: "at",
          refresh_token: "rt",
          expires_at: "2099-01-01T00:00:00.000Z",
        },
      },
    },
    {
      type: "custom",
      request: {
        provider: "netsuite",
        credentials: { type: "custom", values: tba },
        extra: { connectionConfig: { accountId: "1" } },
      },
      stored: tba,
    },
    {
      type: "none",
      request: {
        provider: "hacker-news",
        credentials: { type: "custom", values: { type: "NONE" } },
      },
      stored: { type: "NONE" },
    },
  ],
  refused: [
    { verb: "generate", credentials: { type: "password" }, names: "credentials.type" },
    { verb: "generate", credentials: { type: "clientCredentials" }, names: "credentials.type" },
    { verb: "generate", credentials: { type: "apiKey" }, names: "credentials.apiKey" },
    { verb: "generate", credentials: { type: "oauth2" }, names: "credentials.accessToken" },
    {
      verb: "generate",
      credentials: { type: "custom", values: {} },
      names: "credentials.values.type",
    },
    { verb: "updateAuthorization", credentials: { type: "no" }, names: "credentials.type" },
    { verb: "updateAuthorization", credentials: null, names: "credentials" },
  ],
};

contract(description);
