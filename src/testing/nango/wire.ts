/**
 * The API's values as they travel: member names and text forms of the server, no `Date`s. The emulator has types of
 * its own for them, so that it can be used against any client, the SDK's models included.
 */

/** What goes wrong with a connection. */
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

/** What a connection signs in with, by `type`. */
export type NangoWireCredentials = { readonly type: string } & Record<string, unknown>;

/** What a client may say about an end user. */
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
