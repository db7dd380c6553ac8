import type { PlatformTypes } from "../../vocabulary/verbs.js";
import type { SDKOptions } from "../../../platforms/mammoth/core.js";
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
import type {
  MammothConnectionRequest,
  MammothGenerateRequest,
  MammothGetRequest,
  MammothListRequest,
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
