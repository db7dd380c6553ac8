import type { NangoSeed } from "./state.js";

/**
 * The default seed: ten integrations, at least one for every type of credentials, and five
 * connections: `hubspot-acme` and `salesforce-acme` with OAuth tokens, `greenhouse-globex` with a
 * password that no longer works, and two with the id `globex`, one of `apollo` with an API key and
 * one of `hubspot`.
 */
export const nangoSeed: NangoSeed = {
  integrations: [
    { provider_config_key: "hubspot", provider: "hubspot", auth: "OAUTH2" },
    { provider_config_key: "salesforce-eu", provider: "salesforce", auth: "OAUTH2" },
    { provider_config_key: "apollo", provider: "apollo", auth: "API_KEY" },
    { provider_config_key: "greenhouse", provider: "greenhouse-basic", auth: "BASIC" },
    { provider_config_key: "marketo", provider: "marketo", auth: "OAUTH2_CC" },
    { provider_config_key: "trello", provider: "trello", auth: "OAUTH1" },
    { provider_config_key: "netsuite", provider: "netsuite-tba", auth: "TBA" },
    { provider_config_key: "github", provider: "github-app", auth: "APP" },
    { provider_config_key: "github-users", provider: "github-app-oauth", auth: "CUSTOM" },
    { provider_config_key: "hacker-news", provider: "unauthenticated", auth: "NONE" },
  ],
  connections: [
    {
      connection_id: "hubspot-acme",
      provider_config_key: "hubspot",
      created_at: "2026-03-02T09:15:27.104893Z",
      end_user: {
        id: "user-1",
        display_name: "Ada Byron",
        email: "ada@acme.example",
        tags: null,
        organization: { id: "group-123", display_name: "Acme Ltd" },
      },
      tags: {
        plan: "pro",
        end_user_id: "user-1",
        end_user_email: "ada@acme.example",
        end_user_display_name: "Ada Byron",
        organization_id: "group-123",
        organization_display_name: "Acme Ltd",
      },
      metadata: { region: "eu" },
      credentials: {
        type: "OAUTH2",
        access_token: "access-0001",
        refresh_token: "refresh-0001",
        expires_at: "2099-01-01T00:00:00.000Z",
        raw: { token_type: "bearer" },
      },
    },
    {
      connection_id: "salesforce-acme",
      provider_config_key: "salesforce-eu",
      created_at: "2026-03-02T09:21:40.551208Z",
      end_user: {
        id: "user-1",
        display_name: "Ada Byron",
        email: "ada@acme.example",
        tags: null,
        organization: { id: "group-123", display_name: "Acme Ltd" },
      },
      tags: {
        plan: "free",
        end_user_id: "user-1",
        end_user_email: "ada@acme.example",
        end_user_display_name: "Ada Byron",
        organization_id: "group-123",
        organization_display_name: "Acme Ltd",
      },
      connection_config: { instance_url: "https://acme.my.salesforce.example" },
      credentials: {
        type: "OAUTH2",
        access_token: "access-0002",
        refresh_token: "invalid-refresh-0002",
        expires_at: "2026-03-02T10:21:40.551Z",
        raw: {},
      },
    },
    {
      connection_id: "globex",
      provider_config_key: "apollo",
      created_at: "2026-03-05T16:02:11.000417Z",
      credentials: { type: "API_KEY", apiKey: "apollo-key-0003" },
    },
    {
      connection_id: "globex",
      provider_config_key: "hubspot",
      created_at: "2026-04-11T11:45:03.730066Z",
      credentials: { type: "OAUTH2", access_token: "access-0004", raw: {} },
    },
    {
      connection_id: "greenhouse-globex",
      provider_config_key: "greenhouse",
      created_at: "2026-04-12T07:30:59.219944Z",
      errors: [{ type: "auth", log_id: "log-0001" }],
      credentials: { type: "BASIC", username: "globex", password: "password-0005" },
    },
  ],
};
