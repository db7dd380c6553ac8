import type {
  GenerateConnectionResponse,
  DeleteConnectionResponse,
  GetConnectionResponse,
  ListConnectionsResponse,
} from "../../platforms/ampersand/models/operations/connections.js";
import type { SDKCore } from "../core.js";
import { connectionDeleteConnection } from "./funcs/connectionDeleteConnection.js";
import { connectionGenerateConnection } from "./funcs/connectionGenerateConnection.js";
import { connectionGetConnection } from "./funcs/connectionGetConnection.js";
import { connectionListConnections } from "./funcs/connectionListConnections.js";
import { type RequestOptions, unwrap } from "../../lib/index.js";

/**
 * `sdk.connection`: the method names of Ampersand's first SDK. They return Ampersand's own objects.
 *
 * @deprecated Use `sdk.connections`.
 */
export class ConnectionAliases {
  readonly #core: SDKCore;

  constructor(core: SDKCore) {
    this.#core = core;
  }

  /** @deprecated Use `sdk.connections.list`. */
  listConnections(
    request: Parameters<typeof connectionListConnections>[1],
    options?: RequestOptions,
  ): Promise<ListConnectionsResponse> {
    return unwrap(connectionListConnections(this.#core, request, options));
  }

  /** @deprecated Use `sdk.connections.generate`. */
  generateConnection(
    request: Parameters<typeof connectionGenerateConnection>[1],
    options?: RequestOptions,
  ): Promise<GenerateConnectionResponse> {
    return unwrap(connectionGenerateConnection(this.#core, request, options));
  }

  /** @deprecated Use `sdk.connections.get`. */
  getConnection(
    request: Parameters<typeof connectionGetConnection>[1],
    options?: RequestOptions,
  ): Promise<GetConnectionResponse> {
    return unwrap(connectionGetConnection(this.#core, request, options));
  }

  /** @deprecated Use `sdk.connections.delete`. */
  deleteConnection(
    request: Parameters<typeof connectionDeleteConnection>[1],
    options?: RequestOptions,
  ): Promise<DeleteConnectionResponse> {
    return unwrap(connectionDeleteConnection(this.#core, request, options));
  }
}
