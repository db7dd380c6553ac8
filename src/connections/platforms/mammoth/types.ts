import type { PlatformTypes } from "../../vocabulary/verbs.js";
import type { SDKOptions } from "../../../platforms/mammoth/core.js";
import type {
  DeleteConnectionResponseBodyError,
  DeleteConnectionUnauthorizedError,
  GetActiveConnectorsResponseBodyError,
  GetActiveConnectorsUnauthorizedError,
  GetConnectionResponseBodyError,
  GetConnectionUnauthorizedError,
  ListConnectionsResponseBodyError,
  ListConnectionsUnauthorizedError,
  SaveConnectionResponseBodyError,
  SaveConnectionUnauthorizedError,
  UpdateConnectionResponseBodyError,
  UpdateConnectionUnauthorizedError,
} from "../../../platforms/mammoth/models/errors/connections.js";
import type {
  MammothConnectionRequest,
  MammothCoordinates,
  MammothGenerateRequest,
  MammothGetRequest,
  MammothListRequest,
  MammothScopesRequest,
  MammothUpdateRequest,
} from "./requests.js";

/** Options of `mammoth()`: `apiKey` and `apiSecret`, both required, and any client options. */
export type MammothOptions = SDKOptions;

/** The types of Mammoth Analytics in the unified API: `SDK<Mammoth>`. */
export interface Mammoth extends PlatformTypes {
  readonly name: "mammoth";
  /**
   * What the operation returned: a `GetConnectionSchema` for each connection of `list`, a
   * `SaveConnectionResult` for `generate`, and for the other verbs any JSON value, depending on the
   * connector.
   */
  readonly raw: unknown;
  readonly coordinates: MammothCoordinates;
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
    readonly scopes: {
      readonly request: MammothScopesRequest;
      readonly error: GetActiveConnectorsResponseBodyError | GetActiveConnectorsUnauthorizedError;
    };
  };
}
