import { connection, date, uuid } from "./connections.js";

/** The APIs that the server of the benchmark imitates. */
export type BodyName = "ampersand" | "codat" | "nango" | "openrouter";

/** The bodies of an API. Each object takes about 1 kB. */
export interface Body {
  readonly one: () => unknown;
  readonly list: (count: number) => unknown;
}

const many = (count: number, make: (i: number) => unknown): readonly unknown[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** The bodies by API. */
export const bodies: Readonly<Record<BodyName, Body>> = {
  ampersand: { one: () => connection(0), list: (count) => many(count, connection) },
  codat: {
    one: () => codatConnection(0),
    list: (count) => ({
      results: many(count, codatConnection),
      pageNumber: 1,
      pageSize: count,
      totalResults: count,
      _links: { self: { href: "/companies" }, current: { href: "/companies" } },
    }),
  },
  nango: {
    one: () => nangoConnection(0),
    list: (count) => ({ connections: many(count, nangoConnection) }),
  },
  openrouter: {
    one: () => ({ data: openrouterKey(0) }),
    list: (count) => ({ data: many(count, openrouterKey) }),
  },
};

/** A connection, of the type that `@codat/platform` returns. */
function codatConnection(i: number): unknown {
  return {
    id: uuid(i),
    integrationId: "fd321cb6-7963-4506-b873-e99593a45e30",
    integrationKey: "gbol",
    sourceId: "35b92968-9851-4095-ad60-395c95cbcba4",
    sourceType: "Accounting",
    platformName: "QuickBooks Online",
    linkUrl: `https://link.codat.io/companies/${uuid(i)}/connections/${uuid(i)}/start`,
    status: "Linked",
    lastSync: date(i),
    created: date(i),
    dataConnectionErrors: [
      {
        statusCode: "403",
        statusText: "Forbidden",
        errorMessage: "The user that authorized this connection may no longer read invoices.",
        erroredOnUtc: date(i),
      },
      {
        statusCode: "429",
        statusText: "Too many requests",
        errorMessage: "The platform asked us to wait; the next synchronisation will try again.",
        erroredOnUtc: date(i),
      },
    ],
    connectionInfo: { companyName: `Company ${i}`, country: "GB", currency: "GBP" },
  };
}

/** A connection, of the type that `listConnections` of `@nangohq/node` returns. */
function nangoConnection(i: number): unknown {
  return {
    id: i,
    connection_id: uuid(i),
    provider_config_key: "salesforce",
    provider: "salesforce",
    created: date(i),
    created_at: date(i),
    updated_at: date(i),
    last_fetched_at: date(i),
    metadata: { instance: "na139", plan: "enterprise", owner: `user-${i}`, region: "eu-west-1" },
    connection_config: { instance_url: "https://acme.my.salesforce.com", subdomain: "acme" },
    errors: [
      { type: "auth", log_id: "VrnbtykXJFckCm3HP93t" },
      { type: "sync", log_id: "hH7cUoX5T1x1vWzXhQyG" },
    ],
    tags: { end_user_id: `user-${i}`, end_user_email: `user-${i}@example.com` },
    end_user: {
      id: `user-${i}`,
      display_name: `User ${i}`,
      email: `user-${i}@example.com`,
      tags: { department: "sales", country: "GB", language: "en", time_zone: "Europe/London" },
      organization: { id: `group-${i}`, display_name: `Group ${i}` },
    },
    credentials: { type: "OAUTH2", access_token: "00D5g000004xyzA", expires_at: date(i) },
  };
}

/** An API key, of the type that `@openrouter/sdk` returns. */
function openrouterKey(i: number): unknown {
  return {
    byok_usage: 17.38,
    byok_usage_daily: 17.38,
    byok_usage_monthly: 17.38,
    byok_usage_weekly: 17.38,
    created_at: date(i),
    creator_user_id: "user_2dHFtVWx2n56w6HkM0000000000",
    disabled: false,
    expires_at: date(i),
    external_user: `customer-${i}-of-the-application-that-asked-for-this-key`,
    hash: `f01d52606dc8f0a8303a7b5cc3fa07109c2e346cec7c0a16b40de462992ce${i}`,
    include_byok_in_limit: false,
    label: "sk-or-v1-0e6...1c96",
    limit: 100,
    limit_remaining: 74.5,
    limit_reset: "monthly",
    name: `The production key of customer ${i}. ${"It is used by the servers in Ireland and Frankfurt. ".repeat(6)}`,
    updated_at: date(i),
    usage: 25.5,
    usage_daily: 25.5,
    usage_monthly: 25.5,
    usage_weekly: 25.5,
    workspace_id: uuid(i),
  };
}
