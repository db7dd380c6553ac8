import type { Seed } from "./state.js";

/**
 * The default seed: two projects. In `my-project` the customer `group-123` has three connections
 * (valid OAuth tokens, expired OAuth tokens, an API key), and `group-456` has two (client
 * credentials, a password that the provider refuses).
 */
export const defaultSeed: Seed = {
  projects: [
    { id: "project-0001", name: "my-project" },
    { id: "project-0002", name: "other-project" },
  ],
  connections: [
    {
      project: "my-project",
      groupRef: "group-123",
      groupName: "Acme Ltd",
      consumerRef: "consumer-456",
      consumerName: "Ada Byron",
      provider: "salesforce",
      providerWorkspaceRef: "acme",
      createTime: "2026-03-02T09:15:27.104893Z",
      oauth2AuthorizationCode: {
        accessToken: { token: "access-0001", expiresAt: "2099-01-01T00:00:00.000001Z" },
        refreshToken: { token: "refresh-0001" },
        scopes: ["read", "write"],
      },
    },
    {
      project: "my-project",
      groupRef: "group-123",
      consumerRef: "consumer-456",
      provider: "hubspot",
      createTime: "2026-03-02T09:21:40.551208Z",
      oauth2AuthorizationCode: {
        accessToken: { token: "access-0002", expiresAt: "2026-03-02T10:21:40.551208Z" },
        refreshToken: { token: "refresh-0002" },
        scopes: ["read"],
      },
    },
    {
      project: "my-project",
      groupRef: "group-123",
      consumerRef: "consumer-789",
      consumerName: "Grace Murray",
      provider: "apollo",
      createTime: "2026-03-05T16:02:11.000417Z",
      providerMetadata: { region: { value: "eu-west-1", source: "input", displayName: "Region" } },
      apiKey: "apollo-key-0003",
    },
    {
      project: "my-project",
      groupRef: "group-456",
      groupName: "Globex",
      consumerRef: "consumer-900",
      provider: "marketo",
      providerWorkspaceRef: "globex-eu",
      createTime: "2026-04-11T11:45:03.730066Z",
      oauth2ClientCredentials: { clientId: "globex", clientSecret: "marketo-secret-0004" },
    },
    {
      project: "my-project",
      groupRef: "group-456",
      consumerRef: "consumer-900",
      provider: "greenhouse",
      createTime: "2026-04-12T07:30:59.219944Z",
      basicAuth: { username: "globex", password: "invalid-password-0005" },
    },
    {
      project: "other-project",
      groupRef: "group-123",
      consumerRef: "consumer-456",
      provider: "salesforce",
      createTime: "2026-05-20T13:00:00.600012Z",
      oauth2AuthorizationCode: {
        accessToken: { token: "access-0006", expiresAt: "2099-01-01T00:00:00.000001Z" },
        refreshToken: { token: "refresh-0006" },
      },
    },
  ],
};

/**
 * Copies a seed and adds the placeholders of generated documentation: the project `<value>`, and
 * the connection `<id>` in it and in `my-project`. With `providers: { "<value>": "none" }`, the
 * examples of such pages run unchanged.
 */
export function withPlaceholders(seed: Seed = defaultSeed): Seed {
  const placeholder = { id: "<id>", groupRef: "group-123", consumerRef: "<value>" };
  return {
    projects: [...seed.projects, { id: "project-0009", name: "<value>" }],
    connections: [
      ...seed.connections,
      { ...placeholder, project: "my-project", provider: "hackerNews" },
      { ...placeholder, project: "<value>", provider: "hackerNews" },
    ],
  };
}
