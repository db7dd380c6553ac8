import { type AnyConnectionRequest, SDK } from "connections-sdk";
import { connectionsDelete } from "connections-sdk/funcs/connectionsDelete.js";
import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { connectionsMetadataSet } from "connections-sdk/funcs/connectionsMetadataSet.js";
import { connectionsMetadataUpdate } from "connections-sdk/funcs/connectionsMetadataUpdate.js";
import { connectionsUpdate } from "connections-sdk/funcs/connectionsUpdate.js";
import { connectionsUpdateAuthorization } from "connections-sdk/funcs/connectionsUpdateAuthorization.js";
import { nango as onNango } from "connections-sdk/nango";
import type { Ground, Program, Step } from "./program.js";
import { raw } from "./raw.js";

const apiKey = { type: "apiKey", apiKey: "key-of-{mark}" } as const;
const own = ({ ledger, settings }: Ground): AnyConnectionRequest => ({
  provider: settings["apiKey"] ?? "",
  connectionId: `${ledger.mark}-a`,
});
const one = "/connections/{mark}-a?provider_config_key={apiKey}";
const upsert = {
  provider_config_key: "{apiKey}",
  connection_id: "{mark}-b",
  credentials: { type: "API_KEY", apiKey: "k" },
};
const oauth = {
  provider_config_key: "{oauth2}",
  connection_id: "{mark}-o",
  credentials: {
    type: "OAUTH2",
    access_token: "at",
    refresh_token: "rt",
    expires_at: "2099-01-01T00:00:00Z",
  },
};
const metadata = {
  connection_id: "{mark}-b",
  provider_config_key: "{apiKey}",
  metadata: { plan: "pro" },
};

const verbs: readonly Step[] = [
  {
    name: "generate",
    run: (ground) =>
      connectionsGenerate(ground.sdk, {
        ...own(ground),
        groupRef: `${ground.ledger.mark}-group`,
        consumerRef: `${ground.ledger.mark}-user`,
        credentials: apiKey,
      }),
  },
  { name: "get", run: (ground) => connectionsGet(ground.sdk, own(ground)) },
  {
    name: "list by the customer",
    run: (ground) => connectionsList(ground.sdk, { groupRef: `${ground.ledger.mark}-group` }),
  },
  {
    name: "metadata.set",
    run: (ground) => connectionsMetadataSet(ground.sdk, { ...own(ground), metadata: { a: 1 } }),
  },
  {
    name: "metadata.update",
    run: (ground) => connectionsMetadataUpdate(ground.sdk, { ...own(ground), metadata: { b: 2 } }),
  },
  {
    name: "updateAuthorization keeps what the connection holds",
    run: (ground) =>
      connectionsUpdateAuthorization(ground.sdk, { ...own(ground), credentials: apiKey }),
  },
  {
    name: "update",
    run: (ground) =>
      connectionsUpdate(ground.sdk, {
        ...own(ground),
        consumerRef: `${ground.ledger.mark}-other`,
      }),
  },
  { name: "get what was changed", run: (ground) => connectionsGet(ground.sdk, own(ground)) },
];

/** Sessions, which expire by themselves and create nothing until somebody signs in. */
const sessions: readonly Step[] = [
  raw("a session", "POST", "/connect/sessions", {
    tags: { organization_id: "{mark}-group" },
    allowed_integrations: ["{oauth2}"],
  }),
  raw("a session of an end user", "POST", "/connect/sessions", {
    end_user: { id: "{mark}-user", email: "u@acme.example" },
    organization: { id: "{mark}-group", display_name: "G" },
    integrations_config_defaults: { "{oauth2}": { connection_config: { a: "b" } } },
  }),
  raw("a session of nobody", "POST", "/connect/sessions", { allowed_integrations: ["{mark}"] }),
  raw("a session with tags that do not fit", "POST", "/connect/sessions", {
    tags: { "1": "{mark}" },
  }),
  raw("a session for integrations that do not exist", "POST", "/connect/sessions", {
    tags: { organization_id: "{mark}" },
    allowed_integrations: ["{mark}"],
    overrides: { "{mark}": {} },
  }),
  raw("a session with an unknown member", "POST", "/connect/sessions", {
    tags: {},
    plan: "{mark}",
  }),
  raw("a session in another content type", "POST", "/connect/sessions?{mark}", "a=b", {
    "content-type": "application/x-www-form-urlencoded",
  }),
  raw("a session to sign in again", "POST", "/connect/sessions/reconnect", {
    connection_id: "{mark}-o",
    integration_id: "{oauth2}",
  }),
  raw("a session to sign in to nothing", "POST", "/connect/sessions/reconnect", {
    connection_id: "{mark}-nobody",
    integration_id: "{oauth2}",
  }),
  raw("a session to sign in again without ids", "POST", "/connect/sessions/reconnect", {
    tags: { a: "{mark}" },
  }),
];

const gone: readonly Step[] = [
  { name: "delete", run: (ground) => connectionsDelete(ground.sdk, own(ground)) },
  { name: "get what is gone", run: (ground) => connectionsGet(ground.sdk, own(ground)) },
  {
    name: "delete what is gone",
    run: (ground) => connectionsDelete(ground.sdk, own(ground)),
  },
];

/** Raw requests: what the vendor's server was observed to do. */
const edges: readonly Step[] = [
  raw("an empty key", "POST", "/connections", {
    ...upsert,
    credentials: { type: "API_KEY", apiKey: "" },
  }),
  raw("an unknown member", "POST", "/connections", { ...upsert, plan: "pro" }),
  raw("credentials of an unknown type", "POST", "/connections", {
    ...upsert,
    credentials: { type: "X" },
  }),
  raw("credentials of another type", "POST", "/connections", {
    ...upsert,
    credentials: { type: "BASIC", username: "a", password: "" },
  }),
  raw("an unknown integration", "POST", "/connections", {
    ...upsert,
    provider_config_key: "{mark}",
  }),
  raw("an expiry that is no date", "POST", "/connections", {
    ...oauth,
    credentials: { ...oauth.credentials, expires_at: "soon" },
  }),
  raw("scopes that are no list", "POST", "/connections", {
    ...upsert,
    connection_config: { oauth_scopes_override: "a" },
  }),
  raw("a webhook that is no URL", "POST", "/connections", { ...upsert, webhook_url_override: "x" }),
  raw("a private webhook", "POST", "/connections", {
    ...upsert,
    webhook_url_override: "http://10.0.0.1/",
  }),
  raw("a webhook to the vendor", "POST", "/connections", {
    ...upsert,
    webhook_url_override: "https://api.nango.dev/",
  }),
  raw("a tag with a bad name", "POST", "/connections", { ...upsert, tags: { "1": "a" } }),
  raw("a tag twice", "POST", "/connections", { ...upsert, tags: { a: "1", A: "2" } }),
  raw("eleven tags", "POST", "/connections", {
    ...upsert,
    tags: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`t${i}`, "v"])),
  }),
  raw("an end user without an id", "POST", "/connections", {
    ...upsert,
    end_user: { email: "a@b.example" },
  }),
  raw("a query on a POST", "POST", "/connections?mark={mark}", upsert),
  raw("JSON null", "POST", "/connections?{mark}", "null"),
  raw("half an object", "POST", "/connections?{mark}", "{"),
  raw("another content type", "POST", "/connections", upsert, {
    "content-type": "application/vnd.api+json",
  }),
  raw("everything that a connection holds", "POST", "/connections", {
    ...upsert,
    metadata: { a: 1 },
    tags: { Plan: "pro" },
    connection_config: { sub: "acme" },
    webhook_url_override: "https://hooks.example.com/x",
    end_user: { id: "{mark}-u", email: "u@acme.example", display_name: "U", tags: { Tier: "1" } },
  }),
  raw("what it holds", "GET", "/connections/{mark}-b?provider_config_key={apiKey}"),
  raw("an upsert empties", "POST", "/connections", upsert),
  raw("but the end user", "GET", "/connections/{mark}-b?provider_config_key={apiKey}"),
  raw("a PATCH without a body", "PATCH", "/connections/{mark}-b?provider_config_key={apiKey}"),
  raw(
    "a PATCH with an unknown member",
    "PATCH",
    "/connections/{mark}-b?provider_config_key={apiKey}",
    { metadata: {} },
  ),
  raw("a PATCH of tags", "PATCH", "/connections/{mark}-b?provider_config_key={apiKey}", {
    tags: { Plan: "free" },
  }),
  raw(
    "a PATCH of an unknown integration",
    "PATCH",
    "/connections/{mark}-b?provider_config_key=nowhere-x",
    {},
  ),
  raw("metadata", "POST", "/connections/metadata", metadata),
  raw("more metadata", "PATCH", "/connections/metadata", { ...metadata, metadata: { b: null } }),
  raw("metadata of nobody", "PATCH", "/connections/metadata", {
    ...metadata,
    connection_id: ["{mark}-nobody"],
  }),
  raw("metadata of an id that cannot be read", "POST", "/connections/metadata", {
    ...metadata,
    connection_id: "{mark}#b",
  }),
  raw("tokens", "POST", "/connections", oauth),
  raw(
    "tokens are read without the refresh token",
    "GET",
    "/connections/{mark}-o?provider_config_key={oauth2}",
  ),
  raw(
    "tokens with the refresh token",
    "GET",
    "/connections/{mark}-o?provider_config_key={oauth2}&refresh_token=Yes",
  ),
  raw("no credentials", "POST", "/connections", {
    provider_config_key: "{none}",
    connection_id: "{mark}-n",
    credentials: { type: "NONE" },
  }),
  raw("no credentials to read", "GET", "/connections/{mark}-n?provider_config_key={none}"),
  raw("tokens that cannot be refreshed", "POST", "/connections", {
    ...oauth,
    connection_id: "{mark}-r",
    credentials: { ...oauth.credentials, refresh_token: "invalid-rt" },
  }),
  raw(
    "a forced refresh that fails",
    "GET",
    "/connections/{mark}-r?provider_config_key={oauth2}&force_refresh=true",
  ),
  raw("a read after it", "GET", "/connections/{mark}-r?provider_config_key={oauth2}"),
  raw("the list after it", "GET", "/connections?search={mark}-r"),
  raw("new tokens after it", "POST", "/connections", { ...oauth, connection_id: "{mark}-r" }),
  raw("a read after those", "GET", "/connections/{mark}-r?provider_config_key={oauth2}"),
  raw("TBA without an account", "POST", "/connections", {
    provider_config_key: "{tba}",
    connection_id: "{mark}-t",
    credentials: { type: "TBA", token_id: "i", token_secret: "s" },
  }),
  raw("a flag that is neither yes nor no", "GET", `${one}&force_refresh=maybe`),
  raw("no integration", "GET", "/connections/{mark}-a"),
  raw(
    "an unknown integration to read",
    "GET",
    "/connections/{mark}-a?provider_config_key=nowhere-x",
  ),
  raw("an id that cannot be read", "GET", "/connections/{mark}%23b?provider_config_key={apiKey}"),
  raw("a path that cannot be decoded", "GET", "/connections/%E0%A4%A?provider_config_key={apiKey}"),
  raw("a limit above the highest", "GET", "/connections?limit=2001"),
  raw("a limit of nothing", "GET", "/connections?limit="),
  raw("a filter twice", "GET", "/connections?search=a&search=b"),
  raw("tags that are a string", "GET", "/connections?tags=x"),
  raw("tags that are a list", "GET", "/connections?tags[1]=x"),
  raw("a tag that is an object", "GET", "/connections?tags[a][b]=x"),
  raw("an unknown filter", "GET", "/connections?plan=pro"),
  raw("a search with wildcards", "GET", "/connections?search={mark}%25b"),
  raw("a list by tags", "GET", "/connections?tags[PLAN]=free&search={mark}"),
  raw("fractions of a page", "GET", "/connections?search={mark}&limit=1.5&page=0.5"),
  raw("a slash at the end", "GET", "/Connections/?search={mark}-n"),
  raw("a content type on a GET", "GET", "/connections?search={mark}-n", undefined, {
    "content-type": "text/plain",
  }),
  raw("no key", "GET", "/connections?search={mark}", undefined, { authorization: "" }),
  raw("a scheme alone", "GET", "/connections?search={mark}", undefined, {
    authorization: "Bearer",
  }),
  raw("a key that is no UUID", "GET", "/connections?search={mark}", undefined, {
    authorization: "Bearer x",
  }),
  raw("an unknown POST", "POST", "/nowhere/{mark}", {}),
];

/**
 * Nango. Wants an integration for each of these types of credentials. The one with an API key must
 * be of a provider that Nango does not try keys at.
 */
export const nango: Program = {
  name: "nango",
  variables: ["NANGO_API_KEY"],
  emulated: ["4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19"],
  settings: {
    apiKey: "apollo",
    oauth2: "hubspot",
    none: "hacker-news",
    tba: "netsuite",
  },
  sdk: ([apiKeyOfAccount = ""], serverURL, { httpClient }) =>
    new SDK({
      platform: onNango({
        apiKey: apiKeyOfAccount,
        serverURL,
        httpClient,
        retryConfig: { strategy: "none" },
      }),
    }),
  headers: ([key = ""]) => ({ authorization: `Bearer ${key}` }),
  steps: [...verbs, ...edges, ...sessions, ...gone],
  async cleanUp({ url, headers, recorder, ledger }) {
    const { connections } = (await (
      await recorder.send(new Request(`${url}/connections?search=${ledger.mark}`, { headers }))
    ).json()) as {
      connections: { connection_id: string; provider_config_key: string }[];
    };
    for (const { connection_id, provider_config_key } of connections) {
      const path = `${encodeURIComponent(connection_id)}?provider_config_key=${provider_config_key}`;
      const request = new Request(`${url}/connections/${path}`, { method: "DELETE", headers });
      await (await recorder.send(request)).body?.cancel();
    }
  },
};
