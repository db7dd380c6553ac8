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
  email?: string | undefined;
  display_name?: string | undefined;
  tags?: Record<string, string> | undefined;
}

/** The query of `GET /connections`. */
export interface NangoWireListQuery {
  connectionId?: string | undefined;
  search?: string | undefined;
  endUserId?: string | undefined;
  integrationId?: string | undefined;
  endUserOrganizationId?: string | undefined;
  tags?: Record<string, string> | undefined;
  limit?: number | undefined;
  page?: number | undefined;
}

/** The query of `GET /connections/{connectionId}`. */
export interface NangoWireGetQuery {
  provider_config_key: string;
  refresh_token: boolean;
  force_refresh: boolean;
  refresh_github_app_jwt_token: boolean;
}

/** The body of `PATCH /connections/{connectionId}`. */
export interface NangoWirePatch {
  tags?: Record<string, string> | undefined;
  end_user?: NangoWireEndUserInput | undefined;
  webhook_url_override?: string | undefined;
}

/** The body of `POST /connections`. */
export interface NangoWireUpsert extends NangoWirePatch {
  provider_config_key: string;
  credentials: NangoWireCredentials;
  connection_id?: string | undefined;
  metadata?: Record<string, unknown> | undefined;
  connection_config?: Record<string, unknown> | undefined;
}

/** The body of `POST` and `PATCH /connections/metadata`. */
export interface NangoWireMetadataChange {
  connection_id: string | string[];
  provider_config_key: string;
  metadata: Record<string, unknown>;
}

/** The body of `POST /connect/sessions`. */
export interface NangoWireSession extends NangoWirePatch {
  allowed_integrations?: string[] | undefined;
  organization?: NangoWireOrganizationInput | undefined;
  integrations_config_defaults?:
    | Record<string, { connection_config?: Record<string, unknown> | undefined }>
    | undefined;
  overrides?: Record<string, object> | undefined;
}

/** The body of `POST /connect/sessions/reconnect`. */
export interface NangoWireReconnect extends NangoWireSession {
  connection_id: string;
  integration_id: string;
}

/** The organization of an end user. */
export interface NangoWireOrganizationInput {
  id: string;
  display_name?: string | undefined;
}
