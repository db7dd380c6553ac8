import type { OfPlatform } from "../../vocabulary/coordinates.js";
import type { BasicCredentials, CustomCredentials } from "../../vocabulary/credentials.js";
import type { ConnectionConfig } from "../../../platforms/mammoth/models/components/connections.js";
import type { GetConnectionRequest } from "../../../platforms/mammoth/models/operations/connections.js";

/** Members that every request to Mammoth accepts in `extra`. */
export interface MammothExtra {
  /** `true` for connections that data is written to, instead of those that it is read from. */
  isExport?: boolean | undefined;
}

/** The request of `list` on Mammoth. */
export interface MammothListRequest {
  /** The ids of the workspace and the project, for example `4/12`. */
  projectIdOrName: string;
  /** The key of the connector, for example `postgres`. */
  provider: string;
  /** Accepted for code over platforms. There is one page, which has no `next`. */
  page?: undefined;
  /** Members of Mammoth's own API that the unified API does not have. */
  extra?: MammothExtra | undefined;
}

/** The request of `scopes` on Mammoth, which cannot list projects without their workspace. */
export interface MammothScopesRequest {
  /** The ids of the workspace and the project, for example `4/12`. */
  projectIdOrName: string;
  /** Only this connector. Without it, every connector that the workspace has connections for. */
  provider?: string;
}

/** What identifies a connection on Mammoth: the type of `connection.coordinates`. */
export interface MammothCoordinates extends Required<OfPlatform<"mammoth">> {
  /** The ids of the workspace and the project. */
  projectIdOrName: string;
  /** The key of the connector. */
  provider: string;
  /** The key of the connection. */
  connectionId: string;
  /** Set for a connection that data is written to. */
  extra?: MammothExtra;
}

/** The coordinates of a connection on Mammoth, and the request of `delete`. */
export interface MammothConnectionRequest
  extends Omit<MammothListRequest, "page">, OfPlatform<"mammoth"> {
  /** The key of the connection. */
  connectionId: string;
}

/** The request of `get` on Mammoth. */
export interface MammothGetRequest extends MammothConnectionRequest {
  /**
   * Members of Mammoth's own API that the unified API does not have. They decide what `raw`
   * contains.
   */
  extra?:
    | Pick<GetConnectionRequest, "isExport" | "concern" | "profile" | "browseRoot" | "foldersOnly">
    | undefined;
}

/**
 * Credentials that Mammoth accepts: a user name and password, or values by the names that the
 * connector uses.
 */
export type MammothCredentials = CustomCredentials | BasicCredentials;

/** Members that `generate`, `update` and `updateAuthorization` accept in `extra` on Mammoth. */
export interface MammothConfigExtra extends MammothExtra {
  /**
   * Settings that the connector needs besides the credentials, for example `hostname`, `port` and
   * `database`.
   */
  config?: ConnectionConfig | undefined;
}

/** The request of `generate` on Mammoth. */
export interface MammothGenerateRequest extends Omit<MammothListRequest, "page"> {
  /** The credentials of the connection. */
  credentials: MammothCredentials;
  /** Members of Mammoth's own API that the unified API does not have. */
  extra?: MammothConfigExtra | undefined;
}

/**
 * The request of `update` and `updateAuthorization` on Mammoth. Pass every credential and setting:
 * whether Mammoth keeps those that are missing is not known.
 */
export interface MammothUpdateRequest extends MammothConnectionRequest {
  /** The new credentials. */
  credentials: MammothCredentials;
  /** Members of Mammoth's own API that the unified API does not have. */
  extra?: MammothConfigExtra | undefined;
}
