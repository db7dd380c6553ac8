import type { Issue } from "./errors.js";

/** The shape that a JSON value must have. Objects are strict: other members are refused. */
export type Shape =
  | "string"
  | "record"
  | "stringList"
  | "stringOrList"
  | "stringRecord"
  | { readonly strict: Readonly<Record<string, Shape>>; readonly required?: readonly string[] }
  | { readonly byType: Readonly<Record<string, Shape>> };

const strict = (members: Readonly<Record<string, Shape>>, ...required: string[]): Shape => ({
  strict: members,
  required,
});

const override = strict({ client_id: "string", client_secret: "string" });

function credentials(members: string, required: string, more: Record<string, Shape> = {}): Shape {
  const names = members.split(" ").filter(Boolean);
  const shapes = Object.fromEntries(names.map((name): [string, Shape] => [name, "string"]));
  const needed = required.split(" ").filter(Boolean);
  return strict({ type: "string", ...shapes, ...more }, ...needed);
}

const app = credentials("app_id installation_id", "app_id installation_id");

const credentialsShape: Shape = {
  byType: {
    OAUTH2: credentials("access_token refresh_token expires_at", "access_token", {
      config_override: override,
    }),
    OAUTH2_CC: credentials(
      "token client_id client_secret client_certificate client_private_key expires_at",
      "token client_id client_secret",
    ),
    OAUTH1: credentials("oauth_token oauth_token_secret", "oauth_token oauth_token_secret"),
    API_KEY: credentials("apiKey", "apiKey"),
    BASIC: credentials("username password", "username password"),
    TBA: credentials("token_id token_secret", "token_id token_secret", {
      config_override: override,
    }),
    APP: app,
    CUSTOM: app,
    NONE: credentials("", ""),
  },
};

const endUser = strict(
  { id: "string", email: "string", display_name: "string", tags: "stringRecord" },
  "id",
);
const change = { tags: "stringRecord", end_user: endUser, webhook_url_override: "string" } as const;

/** The body of `POST /connections`. */
export const upsertShape: Shape = strict(
  {
    provider_config_key: "string",
    credentials: credentialsShape,
    connection_id: "string",
    metadata: "record",
    connection_config: "record",
    ...change,
  },
  "provider_config_key",
  "credentials",
);

/** The body of `PATCH /connections/{connectionId}`. */
export const patchShape: Shape = strict(change);

/** The body of `POST` and `PATCH /connections/metadata`. */
export const metadataShape: Shape = strict(
  { connection_id: "stringOrList", provider_config_key: "string", metadata: "record" },
  "connection_id",
  "provider_config_key",
  "metadata",
);

const session = {
  tags: "stringRecord",
  end_user: endUser,
  organization: strict({ id: "string", display_name: "string" }, "id"),
  integrations_config_defaults: "record",
  overrides: "record",
  webhook_url_override: "string",
} as const;

/** The body of `POST /connect/sessions`. */
export const connectShape: Shape = strict({ ...session, allowed_integrations: "stringList" });

/** The body of `POST /connect/sessions/reconnect`. */
export const reconnectShape: Shape = strict(
  { ...session, connection_id: "string", integration_id: "string" },
  "connection_id",
  "integration_id",
);

type Path = readonly (string | number)[];

/** The issues of a value that does not have a shape. */
export function checkShape(value: unknown, shape: Shape, path: Path = []): Issue[] {
  if (shape === "string") return typeof value === "string" ? [] : [typeIssue("string", path)];
  if (shape === "stringList" && !Array.isArray(value)) return [typeIssue("array", path)];
  if (shape === "stringOrList" || shape === "stringList") {
    const all = Array.isArray(value) ? value : [value];
    return all.every((one) => typeof one === "string") ? [] : [typeIssue("string", path)];
  }
  if (!isRecord(value)) return [typeIssue("object", path)];
  if (shape === "record") return [];
  if (shape === "stringRecord") {
    return Object.entries(value).flatMap(([key, member]) =>
      checkShape(member, "string", [...path, key]),
    );
  }
  if ("byType" in shape) {
    const named = Object.entries(shape.byType).find(([type]) => type === value["type"]);
    return named ? checkShape(value, named[1], path) : [typeIssue("known type", [...path, "type"])];
  }
  return checkMembers(value, shape.strict, shape.required ?? [], path);
}

function checkMembers(
  value: Record<string, unknown>,
  shapes: Readonly<Record<string, Shape>>,
  required: readonly string[],
  path: Path,
): Issue[] {
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(shapes, key));
  const issues = Object.entries(shapes).flatMap(([key, shape]) =>
    value[key] === undefined && !required.includes(key)
      ? []
      : checkShape(value[key], shape, [...path, key]),
  );
  return unknown.length === 0 ? issues : [...issues, unrecognized(unknown, path)];
}

/** An issue with members that the shape does not have. */
export function unrecognized(keys: readonly string[], path: Path): Issue {
  const message = `Unrecognized: ${keys.join(", ")}`;
  return { code: "unrecognized_keys", message, path };
}

function typeIssue(expected: string, path: Path): Issue {
  return { code: "invalid_type", message: `Expected ${expected}`, path };
}

/** Whether a JSON value is an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
