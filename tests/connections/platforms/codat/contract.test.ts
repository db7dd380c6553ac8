import { expect } from "vitest";
import { codat } from "connections-sdk/codat";
import { contract } from "../../contract/contract.js";
import type { PlatformDescription } from "../../contract/description.js";

const company = { groupRef: "8a210b68-6988-11ed-a1eb-0242ac120002" };
const one = { ...company, connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171" };
const connections = `/companies/${company.groupRef}/connections`;
const path = `${connections}/${one.connectionId}`;
const nowhere = { groupRef: "00000000-0000-0000-0000-000000000000" };
const gone = { ...company, connectionId: nowhere.groupRef };

const ledger = {
  id: one.connectionId,
  platform: "codat",
  provider: "gbol",
  status: "active",
  group: { ref: company.groupRef },
  createTime: new Date("2022-10-27T09:53:29.123Z"),
  metadata: { accountingMethod: "accrual" },
};

const description: PlatformDescription = {
  name: "codat",
  make: (authHeader, options) => codat({ ...options, authHeader }),
  written: (key) => `Basic ${btoa(key)}`,
  keyVariable: "CODATPLATFORM_AUTH_HEADER",
  unauthorized: "ErrorMessage",
  verbs: {
    list: {
      request: company,
      value: { connections: [ledger, {}, {}, {}] },
      sends: { method: "GET", path: connections },
      coordinates: ["groupRef"],
      absent: { request: nowhere, error: "ErrorMessage" },
    },
    scopes: {
      request: {},
      value: { scopes: expect.arrayContaining([company]) },
      sends: { method: "GET", path: "/companies" },
      coordinates: [],
    },
    generate: {
      request: { ...company, provider: "fztf" },
      value: {
        provider: "fztf",
        status: "pending",
        authorizationUrl: expect.stringMatching(/^https:\/\/link\..*\?otp=/),
      },
      sends: { method: "POST", path: connections, body: { platformKey: "fztf" } },
      coordinates: ["groupRef", "provider"],
      absent: { request: { ...nowhere, provider: "fztf" }, error: "ErrorMessage" },
    },
    get: {
      request: one,
      value: ledger,
      sends: { method: "GET", path },
      coordinates: ["groupRef", "connectionId"],
      absent: { request: gone, error: "ErrorMessage" },
    },
    delete: {
      request: one,
      sends: { method: "DELETE", path },
      coordinates: ["groupRef", "connectionId"],
      absent: { request: gone, error: "ErrorMessage" },
    },
    unlink: {
      request: one,
      value: { ...ledger, status: "unlinked" },
      sends: { method: "PATCH", path, body: { status: "Unlinked" } },
      coordinates: ["groupRef", "connectionId"],
      absent: { request: gone, error: "ErrorMessage" },
    },
    updateAuthorization: {
      request: { ...one, credentials: { type: "custom", values: { Neptunium: "Books" } } },
      value: ledger,
      sends: { method: "PUT", path: `${path}/authorization`, body: { Neptunium: "[redacted]" } },
      coordinates: ["groupRef", "connectionId"],
      absent: {
        request: { ...gone, credentials: { type: "custom", values: {} } },
        error: "ErrorMessage",
      },
    },
  },
  takes: (verb) => [
    "groupRef",
    ...(["list", "scopes"].includes(verb)
      ? []
      : verb === "generate"
        ? ["provider"]
        : ["connectionId"]),
  ],
  situations: [
    [
      "a page size that is out of range is invalidRequest",
      "list",
      { ...company, extra: { pageSize: 9999 } },
      { error: { kind: "invalidRequest", statusCode: 400 } },
    ],
    [
      "an unknown integration is notFound",
      "generate",
      { ...company, provider: "zzzz" },
      { error: { kind: "notFound", statusCode: 404 } },
    ],
    [
      "a connection that is not linked cannot be unlinked",
      "unlink",
      { ...company, connectionId: "3e9d2c44-f675-40ba-8049-353bfcb5e172" },
      { error: { kind: "invalidRequest", statusCode: 400 } },
    ],
  ],
  filters: [
    { request: company, count: 4 },
    { request: { ...company, extra: { pageSize: 4 } }, count: 4 },
    { request: { ...company, extra: { page: 2, pageSize: 3 } }, count: 1 },
    { request: { ...company, extra: { page: 9 } }, count: 0 },
    { request: { ...company, extra: undefined }, count: 4 },
  ],
  pages: [
    { request: { ...company, extra: { pageSize: 1 } }, sizes: [1, 1, 1, 1] },
    { request: { ...company, extra: { pageSize: 3 } }, sizes: [3, 1] },
    { request: { ...company, extra: { pageSize: 2, page: 2 } }, sizes: [2] },
  ],
  statuses: {
    PendingAuth: "pending",
    Linked: "active",
    Deauthorized: "broken",
    Unlinked: "unlinked",
  },
  wire: (status) => ({
    id: one.connectionId,
    integrationId: "i",
    sourceId: "s",
    sourceType: "Accounting",
    platformName: "Ledger",
    linkUrl: "https://link.example.com",
    status,
    created: "2022-10-27T09:53:29Z",
  }),
  raw: {
    id: one.connectionId,
    integrationKey: "gbol",
    sourceType: "Accounting",
    status: "Linked",
    created: "2022-10-27T09:53:29.1234567Z",
    lastSync: "2022-10-27T10:22:43.6464237Z",
  },
  count: (emulator) => emulator.codat.connections.length,
  stored: (emulator) => emulator.codat.connections.at(-1)?.credentials,
  credentials: [{ type: "none", request: { ...company, provider: "mqjo" }, stored: {} }],
  refused: [
    // Codat's customers enter their own.
    { verb: "generate", credentials: { type: "apiKey", apiKey: "k" }, names: "credentials" },
    { verb: "generate", credentials: { type: "custom", values: {} }, names: "credentials" },
    { verb: "generate", credentials: null, names: "credentials" },
    { verb: "updateAuthorization", credentials: null, names: "credentials" },
    { verb: "updateAuthorization", credentials: { type: "oauth2" }, names: "credentials.type" },
    { verb: "updateAuthorization", credentials: { type: "custom" }, names: "credentials.values" },
    {
      verb: "updateAuthorization",
      credentials: { type: "custom", values: { pin: 7 } },
      names: "credentials.values.pin",
    },
    {
      verb: "updateAuthorization",
      credentials: { type: "custom", values: { platformKey: null } },
      names: "credentials.values.platformKey",
    },
  ],
};

contract(description);
