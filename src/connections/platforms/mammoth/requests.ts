import type { BasicCredentials, CustomCredentials } from "../../vocabulary/credentials.js";
import type { PlatformTypes } from "../../vocabulary/verbs.js";
import type { SDKOptions } from "../../../platforms/mammoth/core.js";
import type { ConnectionConfig } from "../../../platforms/mammoth/models/components/connectionconfig.js";
import type { DeleteConnectionResponseBodyError } from "../../../platforms/mammoth/models/errors/deleteconnectionresponsebodyerror.js";
import type { DeleteConnectionUnauthorizedError } from "../../../platforms/mammoth/models/errors/deleteconnectionunauthorizederror.js";
import type { GetConnectionResponseBodyError } from "../../../platforms/mammoth/models/errors/getconnectionresponsebodyerror.js";
import type { GetConnectionUnauthorizedError } from "../../../platforms/mammoth/models/errors/getconnectionunauthorizederror.js";
import type { ListConnectionsResponseBodyError } from "../../../platforms/mammoth/models/errors/listconnectionsresponsebodyerror.js";
import type { ListConnectionsUnauthorizedError } from "../../../platforms/mammoth/models/errors/listconnectionsunauthorizederror.js";
import type { SaveConnectionResponseBodyError } from "../../../platforms/mammoth/models/errors/saveconnectionresponsebodyerror.js";
import type { SaveConnectionUnauthorizedError } from "../../../platforms/mammoth/models/errors/saveconnectionunauthorizederror.js";
import type { UpdateConnectionResponseBodyError } from "../../../platforms/mammoth/models/errors/updateconnectionresponsebodyerror.js";
import type { UpdateConnectionUnauthorizedError } from "../../../platforms/mammoth/models/errors/updateconnectionunauthorizederror.js";
import type { GetConnectionRequest } from "../../../platforms/mammoth/models/operations/getconnection.js";

/** What `mammoth()` takes: `apiKey` and `apiSecret`, which are needed together, and what every client can be told. */
export type MammothOptions = SDKOptions;

/** Which connections to list. */
export interface MammothListRequest {
  /** The ids of the workspace and the project, such as `4/12`. */
  projectIdOrName: string;
  /** The key of the connector, such as `postgres`. */
  provider: string;
  /** What Mammoth's own API takes beyond the vocabulary. */
  extra?: MammothExtra | undefined;
}

/** Which connection. */
export interface MammothConnectionRequest extends MammothListRequest {
  /** The key of the connection. */
  connectionId: string;
}

/** What every call to Mammoth may say beyond the vocabulary. */
export interface MammothExtra {
  /** Whether connections that data is written to are meant, and not those that it is read from. */
  isExport?: boolean | undefined;
}

/** A connection to be read. */
export interface MammothGetRequest extends MammothConnectionRequest {
  /** What Mammoth's own API takes beyond the vocabulary. It decides what `raw` is. */
  extra?:
    | Pick<GetConnectionRequest, "isExport" | "concern" | "profile" | "browseRoot" | "foldersOnly">
    | undefined;
}

/** What Mammoth signs in with: members by the names that the connector has for them, or a user name and password. */
export type MammothCredentials = CustomCredentials | BasicCredentials;

/** Settings beside the credentials. */
export interface MammothConfigExtra extends MammothExtra {
  /** More of what the connector needs, such as `hostname`, `port` and `database`. */
  config?: ConnectionConfig | undefined;
}

/** A connection to be made from credentials that you have. */
export interface MammothGenerateRequest extends MammothListRequest {
  credentials: MammothCredentials;
  /** What Mammoth's own API takes beyond the vocabulary. */
  extra?: MammothConfigExtra | undefined;
}

/** New credentials of a connection. Whether Mammoth keeps members that are not given is not known: give all of them. */
export interface MammothUpdateRequest extends MammothConnectionRequest {
  credentials: MammothCredentials;
  /** What Mammoth's own API takes beyond the vocabulary. */
  extra?: MammothConfigExtra | undefined;
}

/** Mammoth Analytics as layer 1 knows it. */
export interface Mammoth extends PlatformTypes {
  readonly name: "mammoth";
  /**
   * What the call answered: a `GetConnectionSchema` for each connection of `list`, a `SaveConnectionResult` for `generate`, and
   * for the others whatever JSON the connector has.
   */
  readonly raw: unknown;
  readonly verbs: {
    readonly list: {
      readonly request: MammothListRequest;
      readonly error: ListConnectionsResponseBodyError | ListConnectionsUnauthorizedError;
    };
    readonly generate: {
      readonly request: MammothGenerateRequest;
      readonly error: SaveConnectionResponseBodyError | SaveConnectionUnauthorizedError;
    };
    readonly get: {
      readonly request: MammothGetRequest;
      readonly error: GetConnectionResponseBodyError | GetConnectionUnauthorizedError;
    };
    readonly update: {
      readonly request: MammothUpdateRequest;
      readonly error: UpdateConnectionResponseBodyError | UpdateConnectionUnauthorizedError;
    };
    readonly delete: {
      readonly request: MammothConnectionRequest;
      readonly error: DeleteConnectionResponseBodyError | DeleteConnectionUnauthorizedError;
    };
    readonly updateAuthorization: {
      readonly request: MammothUpdateRequest;
      readonly error: UpdateConnectionResponseBodyError | UpdateConnectionUnauthorizedError;
    };
  };
}
