import { expect } from "vitest";
import { ampersand } from "connections-sdk";
import { contract } from "../../contract/contract.js";
import type { PlatformDescription } from "../../contract/description.js";

const project = { projectIdOrName: "my-project" };
const one = { ...project, connectionId: "conn-0001" };
const connections = "/projects/my-project/connections";
const whole = { ...project, groupRef: "group-9", consumerRef: "user-9" };

const salesforce = {
  id: "conn-0001",
  platform: "ampersand",
  provider: "salesforce",
  status: "active",
  projectId: "project-0001",
  group: { ref: "group-123", name: "Acme Ltd" },
  consumer: { ref: "consumer-456", name: "Ada Byron" },
  createTime: new Date("2026-03-02T09:15:27.104Z"),
};
const apiKey = { type: "apiKey", apiKey: "sk-1" };
const basic = { type: "basic", username: "ada", password: "pw" };
const client = { clientId: "id", clientSecret: "cs" };

const description: PlatformDescription = {
  name: "ampersand",
  make: (apiKeyHeader, options) => ampersand({ ...options, apiKeyHeader }),
  keyVariable: "SDKNODEPLATFORM_API_KEY_HEADER",
  unauthorized: "APIProblem",
  verbs: {
    list: {
      request: project,
      value: { connections: [salesforce, {}, {}, {}, {}] },
      sends: { method: "GET", path: connections },
      coordinates: ["projectIdOrName"],
      absent: {
        request: { projectIdOrName: "nowhere" },
        error: "ListConnectionsInputValidationProblem",
      },
    },
    scopes: {
      request: {},
      value: {
        scopes: [{ projectIdOrName: "project-0001" }, { projectIdOrName: "project-0002" }],
      },
      sends: { method: "GET", path: "/projects" },
      coordinates: [],
    },
    generate: {
      request: {
        ...whole,
        provider: "apollo",
        credentials: apiKey,
        extra: { groupName: "Nine", providerWorkspaceRef: "nine-eu" },
      },
      value: { provider: "apollo", status: "active", group: { ref: "group-9", name: "Nine" } },
      sends: {
        method: "POST",
        path: `${connections}:generate`,
        body: {
          groupRef: "group-9",
          consumerRef: "user-9",
          provider: "apollo",
          groupName: "Nine",
          providerWorkspaceRef: "nine-eu",
          apiKey: "[redacted]",
        },
      },
      coordinates: ["projectIdOrName", "groupRef", "consumerRef", "provider"],
      absent: {
        request: {
          ...whole,
          provider: "apollo",
          projectIdOrName: "nowhere",
          credentials: apiKey,
        },
        error: "APIProblem",
      },
    },
    get: {
      request: { ...one, extra: { includeCreds: true } },
      value: salesforce,
      sends: { method: "GET", path: `${connections}/conn-0001?includeCreds=true` },
      coordinates: ["projectIdOrName", "connectionId"],
      absent: {
        request: { ...one, connectionId: "gone" },
        error: "GetConnectionInputValidationProblem",
      },
    },
    update: {
      request: { ...one, extra: { providerWorkspaceRef: "acme-eu" } },
      value: { ...salesforce, raw: { providerWorkspaceRef: "acme-eu" } },
      sends: {
        method: "PATCH",
        path: `${connections}/conn-0001`,
        body: {
          updateMask: ["providerWorkspaceRef"],
          connection: { providerWorkspaceRef: "acme-eu" },
        },
      },
      coordinates: ["projectIdOrName", "connectionId"],
      absent: {
        request: { ...one, connectionId: "gone", extra: { providerWorkspaceRef: "x" } },
        error: "APIProblem",
      },
    },
    delete: {
      request: one,
      sends: { method: "DELETE", path: `${connections}/conn-0001` },
      coordinates: ["projectIdOrName", "connectionId"],
      absent: { request: { ...one, connectionId: "gone" }, error: "APIProblem" },
    },
    updateAuthorization: {
      request: one,
      value: {
        type: "signIn",
        authorizationUrl: expect.stringMatching(/^https:\/\/salesforce\./),
        session: { ...one, before: { "conn-0001": { status: "active" } } },
      },
      sends: { method: "PATCH", path: `${connections}/conn-0001:oauth-update` },
      followedBy: [{ method: "GET", path: `${connections}/conn-0001` }],
      coordinates: ["projectIdOrName", "connectionId"],
      absent: { request: { ...one, connectionId: "gone" }, error: "APIProblem" },
    },
    check: {
      request: one,
      value: { ...salesforce, raw: { authScheme: "oauth2/authorizationCode" } },
      sends: { method: "GET", path: `${connections}/conn-0001?refresh=force` },
      coordinates: ["projectIdOrName", "connectionId"],
      absent: {
        request: { ...one, connectionId: "gone" },
        error: "GetConnectionInputValidationProblem",
      },
    },
  },
  takes: (verb) =>
    ["list", "scopes", "generate"].includes(verb)
      ? ["projectIdOrName", "groupRef", "consumerRef", "provider"]
      : ["projectIdOrName", "connectionId"],
  situations: [
    [
      "a password that the service refuses makes a broken connection",
      "generate",
      {
        ...whole,
        provider: "apollo",
        credentials: { type: "apiKey", apiKey: "invalid-key" },
      },
      { ok: true, value: { status: "broken" } },
    ],
    [
      "a new key that the service refuses breaks the connection",
      "updateAuthorization",
      { ...project, connectionId: "conn-0003", credentials: { type: "apiKey", apiKey: "invalid" } },
      { ok: true, value: { status: "broken" } },
    ],
    [
      "an update with a key that the service refuses breaks the connection",
      "update",
      { ...project, connectionId: "conn-0003", credentials: { type: "apiKey", apiKey: "invalid" } },
      { ok: true, value: { status: "broken" } },
    ],
    [
      "an unknown provider is invalidRequest",
      "generate",
      { ...whole, provider: "nowhere", credentials: apiKey },
      { error: { kind: "invalidRequest", statusCode: 422 } },
    ],
  ],
  filters: [
    { request: project, count: 5 },
    { request: { ...project, groupRef: "group-123" }, count: 3 },
    { request: { ...project, groupRef: "group-123", provider: "hubspot" }, count: 1 },
    { request: { ...project, consumerRef: "consumer-900" }, count: 2 },
    { request: { ...project, groupRef: "nobody" }, count: 0 },
    { request: { ...project, provider: "salesforce" }, count: 1 },
  ],
  statuses: { created: "pending", working: "active", bad_credentials: "broken" },
  wire: (status) => {
    const createTime = "2026-03-02T09:15:27.104893Z";
    const owner = { projectId: "p", createTime };
    return {
      id: "c",
      projectId: "p",
      provider: "salesforce",
      group: { groupRef: "g", groupName: "G", ...owner },
      consumer: { consumerRef: "u", consumerName: "U", ...owner },
      createTime,
      authScheme: "oauth2/authorizationCode",
      status,
    };
  },
  raw: {
    id: "conn-0001",
    authScheme: "oauth2/authorizationCode",
    status: "working",
    providerWorkspaceRef: "acme",
    oauth2AuthorizationCode: { accessToken: { token: "access-0001" } },
  },
  count: ({ ampersand: { connections } }) => connections.length,
  stored: ({ ampersand: { connections } }) => connections.at(-1)?.credentials,
  credentials: [
    {
      type: "apiKey",
      request: { ...whole, provider: "apollo", credentials: apiKey },
      stored: { apiKey: "sk-1" },
    },
    {
      type: "basic",
      request: { ...whole, provider: "greenhouse", credentials: basic },
      stored: { basicAuth: { username: "ada", password: "pw" } },
    },
    {
      type: "clientCredentials",
      request: {
        ...whole,
        provider: "marketo",
        credentials: { type: "clientCredentials", ...client, scopes: ["a"] },
      },
      stored: { oauth2ClientCredentials: { ...client, scopes: ["a"] } },
    },
    {
      type: "password",
      request: {
        ...whole,
        provider: "keap",
        credentials: { ...basic, type: "password", ...client },
      },
      stored: { oauth2PasswordCredentials: { username: "ada", password: "pw", ...client } },
    },
    {
      type: "oauth2",
      request: {
        ...whole,
        provider: "salesforce",
        credentials: {
          type: "oauth2",
          accessToken: "at",
          refreshToken: "rt",
          expiresAt: new Date("2030-01-01T00:00:00Z"),
          scopes: ["read"],
        },
      },
      stored: {
        oauth2AuthorizationCode: {
          accessToken: { token: "at", expiresAt: "2030-01-01T00:00:00.000Z" },
          refreshToken: { token: "rt" },
          scopes: ["read"],
        },
      },
    },
    {
      type: "oauth2 with a refresh token alone",
      request: {
        ...whole,
        provider: "salesforce",
        credentials: { type: "oauth2", refreshToken: "rt" },
      },
      stored: { oauth2AuthorizationCode: { refreshToken: { token: "rt" } } },
    },
    {
      type: "custom",
      request: {
        ...whole,
        provider: "netsuite",
        credentials: { type: "custom", values: { account: "1", roles: ["a", 2, null] } },
      },
      stored: { customAuth: { account: "1", roles: ["a", 2, null] } },
    },
  ],
  refused: [
    { verb: "generate", credentials: { type: "saml" }, names: "credentials.type" },
    { verb: "generate", credentials: {}, names: "credentials.type" },
    { verb: "generate", credentials: { type: "constructor" }, names: "credentials.type" },
    { verb: "generate", credentials: null, names: "credentials" },
    { verb: "generate", credentials: "sk-1", names: "credentials" },
    { verb: "generate", credentials: [apiKey], names: "credentials" },
    { verb: "generate", credentials: { type: "apiKey" }, names: "credentials.apiKey" },
    { verb: "generate", credentials: { ...apiKey, apiKey: 1 }, names: "credentials.apiKey" },
    { verb: "generate", credentials: { ...basic, password: null }, names: "credentials.password" },
    { verb: "generate", credentials: { type: "custom" }, names: "credentials.values" },
    { verb: "generate", credentials: { type: "custom", values: "v" }, names: "credentials.values" },
    {
      verb: "generate",
      credentials: { type: "oauth2", accessToken: 1 },
      names: "credentials.accessToken",
    },
    {
      verb: "generate",
      credentials: { type: "oauth2", expiresAt: new Date() },
      names: "credentials.accessToken",
    },
    {
      verb: "generate",
      credentials: { type: "oauth2", accessToken: "at", expiresAt: "tomorrow" },
      names: "credentials.expiresAt",
    },
    {
      verb: "generate",
      credentials: { type: "clientCredentials", ...client, scopes: ["a", 2] },
      names: "credentials.scopes[1]",
    },
    { verb: "update", credentials: { type: "saml" }, names: "credentials.type" },
    { verb: "update", credentials: { type: "apiKey" }, names: "credentials.apiKey" },
    // On Ampersand only the customer can replace these, by authorizing again.
    { verb: "update", credentials: { type: "oauth2" }, names: "credentials.type" },
    { verb: "update", credentials: { type: "custom", values: {} }, names: "credentials.type" },
    { verb: "updateAuthorization", credentials: { type: "oauth2" }, names: "credentials.type" },
    { verb: "updateAuthorization", credentials: { type: "saml" }, names: "credentials.type" },
    { verb: "updateAuthorization", credentials: null, names: "credentials" },
  ],
};

contract(description);
