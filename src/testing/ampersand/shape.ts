import { isRecord } from "../messages.js";
import type { Issue } from "./problems.js";

/** The shape that a JSON value must have. */
export type Shape =
  | "string"
  | "strings"
  | "record"
  | { readonly each: Shape }
  | { readonly members: Readonly<Record<string, Shape>>; readonly required?: readonly string[] };

const token: Shape = {
  members: { token: "string", issuedAt: "string", expiresAt: "string" },
  required: ["token"],
};
const client = { clientId: "string", clientSecret: "string", scopes: "strings" } as const;
const user = { username: "string", password: "string" } as const;

const connection: Readonly<Record<string, Shape>> = {
  groupRef: "string",
  groupName: "string",
  consumerRef: "string",
  consumerName: "string",
  provider: "string",
  providerWorkspaceRef: "string",
  providerMetadata: {
    each: {
      members: { value: "string", source: "string", displayName: "string" },
      required: ["value", "source"],
    },
  },
  apiKey: "string",
  basicAuth: { members: user, required: ["username", "password"] },
  oauth2ClientCredentials: { members: client, required: ["clientId", "clientSecret"] },
  oauth2PasswordCredentials: {
    members: { ...user, ...client },
    required: ["username", "password", "clientId", "clientSecret"],
  },
  oauth2AuthorizationCode: {
    members: { accessToken: token, refreshToken: token, scopes: "strings" },
  },
  customAuth: "record",
};

/** The body of `generateConnection`. */
export const generateShape: Shape = {
  members: connection,
  required: ["groupRef", "consumerRef", "provider"],
};

/** The body of `updateConnection`. */
export const updateShape: Shape = {
  members: { updateMask: "strings", connection: { members: connection } },
  required: ["updateMask", "connection"],
};

/** The body of `oauthConnect`. */
export const oauthConnectShape: Shape = {
  members: { ...connection, projectIdOrName: "string", providerAppId: "string" },
  required: ["projectIdOrName", "groupRef", "consumerRef", "provider"],
};

/** The body of `customAuthConnect`. */
export const customAuthShape: Shape = {
  members: {
    ...connection,
    projectIdOrName: "string",
    providerAppId: "string",
    sessionId: "string",
    callbackParams: { each: "string" },
  },
  required: ["projectIdOrName"],
};

/**
 * The issues of a value that does not have a shape. Members that the shape does not name are
 * ignored.
 */
export function checkShape(value: unknown, shape: Shape, name = ""): Issue[] {
  if (shape === "string") return typeof value === "string" ? [] : [issue(name, value, "a text")];
  if (shape === "strings") return checkStrings(value, name);
  if (!isRecord(value)) return [issue(name, value, "an object")];
  if (shape === "record") return [];
  if ("each" in shape) {
    return Object.entries(value).flatMap(([key, member]) =>
      checkShape(member, shape.each, join(name, key)),
    );
  }
  const required = shape.required ?? [];
  return Object.entries(shape.members).flatMap(([key, inner]) => {
    const member = value[key];
    if (member !== undefined) return checkShape(member, inner, join(name, key));
    return required.includes(key) ? [missing(join(name, key))] : [];
  });
}

/** An issue with a required member of the body that is missing. */
export function missing(name: string): Issue {
  return { in: "body", name, detail: `${name} is required.` };
}

function checkStrings(value: unknown, name: string): Issue[] {
  const fine = Array.isArray(value) && value.every((item) => typeof item === "string");
  return fine ? [] : [issue(name, value, "a list of strings")];
}

function issue(name: string, value: unknown, expected: string): Issue {
  return {
    in: "body",
    name: name || "body",
    value,
    detail: `${name || "The body"} must be ${expected}.`,
  };
}

function join(owner: string, name: string): string {
  return owner === "" ? name : `${owner}.${name}`;
}
