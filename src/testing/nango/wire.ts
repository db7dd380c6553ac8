/**
 * The values of the API as they are on the wire: with the member names and string formats of the
 * server, and without `Date`s. The emulator has its own types for them, so that it works with any
 * client and also tests the SDK's models.
 */

/** A problem with a connection. */
export interface NangoWireProblem {
  type: string;
  log_id: string;
}

/** The person whose connection it is. */
export interface NangoWireEndUser {
  id: string;
  display_name: string | null;
  email: string | null;
  tags: Record<string, string> | null;
  organization: { id: string; display_name: string | null } | null;
}

/** The credentials of a connection, told apart by `type`. */
export type NangoWireCredentials = { readonly type: string } & Record<string, unknown>;

/** The members of an end user that can be set. */
export interface NangoWireEndUserInput {
  id: string;
  email?: string;
  display_name?: string;
  tags?: Record<string, string>;
}

/** The body of `POST /connections`. */
export interface NangoWireUpsert {
  provider_config_key: string;
  credentials: NangoWireCredentials;
  connection_id?: string;
  metadata?: Record<string, unknown>;
  connection_config?: Record<string, unknown>;
  webhook_url_override?: string;
  tags?: Record<string, string>;
  end_user?: NangoWireEndUserInput;
}

/** The body of `PATCH /connections/{connectionId}`. */
export type NangoWirePatch = Pick<NangoWireUpsert, "tags" | "end_user" | "webhook_url_override">;

/** The body of `POST` and `PATCH /connections/metadata`. */
export interface NangoWireMetadataChange {
  connection_id: string | string[];
  provider_config_key: string;
  metadata: Record<string, unknown>;
}

/** The body of `POST /connect/sessions`, and of `/connect/sessions/reconnect` with two ids. */
export interface NangoWireSession {
  connection_id?: string;
  integration_id?: string;
  allowed_integrations?: string[];
  tags?: Record<string, string>;
  end_user?: NangoWireEndUserInput;
  integrations_config_defaults?: Record<string, { connection_config?: Record<string, unknown> }>;
  webhook_url_override?: string;
}
