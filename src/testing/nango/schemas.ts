/**
 * The requests that Nango's server accepts. The server validates with zod 4, so the emulator does
 * too: an invalid request has the same issues, with the same codes, messages and paths.
 */
import { z } from "zod";
import { isPublicURL } from "./public-url.js";
import type {
  NangoWireGetQuery,
  NangoWireListQuery,
  NangoWireMetadataChange,
  NangoWirePatch,
  NangoWireReconnect,
  NangoWireSession,
  NangoWireUpsert,
} from "./wire.js";

const INTEGRATION = /^[a-zA-Z0-9~:.@ _-]+$/;
const CONNECTION_ID = /^[a-zA-Z0-9,.;:=+~[\]|@${}"'\\/_ -]+$/;
const TAG_NAME = /^[a-zA-Z][a-zA-Z0-9_\-./]*$/;

const integration = z.string().regex(INTEGRATION).max(255);
// The server's zod is 4.0, where a union whose members all fail is an issue of its own: `abort`.
const connectionId = z.string().regex(CONNECTION_ID, { abort: true }).max(255);

/** The path of the operations on one connection. */
export const connectionPath: z.ZodType<{ connectionId: string }> = z.strictObject({ connectionId });

const integrationQuery = z.strictObject({ provider_config_key: integration });

/** The query of the operations on one connection. */
export const connectionQuery: z.ZodType<{ provider_config_key: string }> = integrationQuery;

const flag = z.stringbool().optional().default(false);

/** The query of `GET /connections/{connectionId}`. */
export const getQuery: z.ZodType<NangoWireGetQuery> = integrationQuery.extend({
  refresh_token: flag,
  force_refresh: flag,
  refresh_github_app_jwt_token: flag,
});

/** The query of an operation that has none. */
export const noQuery: z.ZodType<object> = z.strictObject({});

const tagName = z
  .string()
  .regex(TAG_NAME, {
    message:
      "Tag keys must start with a letter and contain only alphanumerics, underscores, hyphens, periods, or slashes",
  })
  .max(64, { message: "Tag keys must be at most 64 characters" });
const tagValue = z
  .string()
  .min(1)
  .max(255, { message: "Tag values must be at most 255 characters" });

/** Why tags as a whole are refused. Their names are compared in lower case. */
function tagProblems(tags: Readonly<Record<string, string>>): string[] {
  if (Object.keys(tags).length > 10) return ["Tags cannot contain more than 10 keys"];
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const [name, value] of Object.entries(tags)) {
    const stored = name.toLowerCase();
    if (seen.has(stored)) {
      problems.push(`Duplicate tag key after case normalization: "${stored}"`);
    }
    seen.add(stored);
    if (stored === "end_user_email" && !z.email().min(5).safeParse(value).success) {
      problems.push('Tag "end_user_email" must be a valid email');
    }
  }
  return problems;
}

function tagsOf(value: z.ZodType<string>): z.ZodType<Record<string, string>> {
  return z.record(tagName, value).check((payload) => {
    for (const message of tagProblems(payload.value))
      payload.issues.push({ code: "custom", message, input: payload.value });
  });
}

/** Tags. Their names are stored in lower case. */
const tags = tagsOf(tagValue).transform((given) =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value])),
);

const endUserId = z.string().max(255).min(1);
const endUser = z.strictObject({
  id: endUserId,
  email: z.email().min(5).optional(),
  display_name: z.string().max(255).optional(),
  tags: tagsOf(z.string().max(255)).optional(),
});

/** The query of `GET /connections`. */
export const listQuery: z.ZodType<NangoWireListQuery> = z.strictObject({
  connectionId: z.string().min(1).max(255).optional(),
  search: z.string().min(1).max(255).optional(),
  endUserId: endUserId.optional(),
  integrationId: z.string().min(1).optional(),
  endUserOrganizationId: endUserId.optional(),
  tags: tags.optional(),
  limit: z.coerce.number().min(1).max(2000).optional(),
  page: z.coerce.number().min(0).optional(),
});

function isOfVendor(url: string): boolean {
  return /(?:^|\.)nango\.dev\.?$/.test(new URL(url).hostname);
}

/** A URL for webhooks. An empty string removes it. */
const webhookURL = z
  .union([z.url({ abort: true }), z.literal("")])
  .optional()
  .refine((url) => !url || !isOfVendor(url), {
    message: "Webhook URLs cannot point to Nango's domain (nango.dev).",
  })
  .refine((url) => !url || isPublicURL(url), { message: "This webhook URL is not allowed." });

const override = z.strictObject({
  client_id: z.string().min(1).max(255).optional(),
  client_secret: z.string().min(1).max(2048).optional(),
});
const app = { app_id: z.string().min(1).max(255), installation_id: z.string().min(1).max(255) };
const login = z.string().max(1024);

// The words of zod 4.0.
const credentials = z.discriminatedUnion(
  "type",
  [
    z.strictObject({
      type: z.literal("OAUTH2"),
      access_token: z.string().min(1),
      refresh_token: z.string().min(1).optional(),
      expires_at: z.coerce.date().optional(),
      config_override: override.optional(),
    }),
    z.strictObject({
      type: z.literal("OAUTH2_CC"),
      token: z.string().min(1).max(4096),
      client_id: z.string().min(1).max(255),
      client_secret: z.string().min(1).max(2048),
      client_certificate: z.string().min(1).max(10_000).optional(),
      client_private_key: z.string().min(1).max(10_000).optional(),
      expires_at: z.coerce.date().optional(),
    }),
    z.strictObject({
      type: z.literal("OAUTH1"),
      oauth_token: z.string().min(1).max(2048),
      oauth_token_secret: z.string().min(1).max(2048),
    }),
    z.strictObject({ type: z.literal("API_KEY"), apiKey: z.string().min(1).max(1024) }),
    z.strictObject({ type: z.literal("BASIC"), username: login, password: login }),
    z.strictObject({ type: z.literal("NONE") }),
    z.strictObject({
      type: z.literal("TBA"),
      token_id: z.string().min(1),
      token_secret: z.string().min(1),
      config_override: override.optional(),
    }),
    z.strictObject({ type: z.literal("APP"), ...app }),
    z.strictObject({ type: z.literal("CUSTOM"), ...app }),
  ],
  { error: "Invalid input" },
);

/** The body of `PATCH /connections/{connectionId}`. */
export const patchBody: z.ZodType<NangoWirePatch> = z.strictObject({
  end_user: endUser.optional(),
  tags: tags.optional(),
  webhook_url_override: webhookURL,
});

/** The body of `POST /connections`. */
export const upsertBody: z.ZodType<NangoWireUpsert> = z.strictObject({
  provider_config_key: z.string(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  connection_config: z
    .looseObject({ oauth_scopes_override: z.array(z.string()).optional() })
    .optional(),
  webhook_url_override: webhookURL,
  connection_id: z.string().optional(),
  credentials,
  end_user: endUser.optional(),
  tags: tags.optional(),
});

const session = {
  organization: z
    .strictObject({ id: z.string().max(255), display_name: z.string().max(255).optional() })
    .optional(),
  allowed_integrations: z.array(integration).optional(),
  integrations_config_defaults: z
    .record(
      integration,
      z.strictObject({
        user_scopes: z.string().optional(),
        authorization_params: z.record(z.string(), z.string()).optional(),
        connection_config: z
          .looseObject({ oauth_scopes_override: z.string().optional() })
          .optional(),
      }),
    )
    .optional(),
  overrides: z.record(integration, z.object({ docs_connect: z.string().optional() })).optional(),
  webhook_url_override: webhookURL,
};

/** The body of `POST /connect/sessions`. */
export const sessionBody: z.ZodType<NangoWireSession> = z.strictObject({
  end_user: endUser,
  tags: tags.optional(),
  ...session,
});

/** The body of `POST /connect/sessions` if it has tags and no end user. */
export const tagsOnlyBody: z.ZodType<NangoWireSession> = z.strictObject({ tags, ...session });

const { allowed_integrations: _, ...reconnectSession } = session;

/** The body of `POST /connect/sessions/reconnect`. */
export const reconnectBody: z.ZodType<NangoWireReconnect> = z.strictObject({
  connection_id: connectionId,
  integration_id: integration,
  end_user: endUser.optional(),
  tags: tags.optional(),
  ...reconnectSession,
});

/** The body of `POST` and `PATCH /connections/metadata`. */
export const metadataBody: z.ZodType<NangoWireMetadataChange> = z.strictObject({
  connection_id: z.union([connectionId, z.array(connectionId)]),
  provider_config_key: integration,
  metadata: z.record(z.string(), z.unknown()),
});
