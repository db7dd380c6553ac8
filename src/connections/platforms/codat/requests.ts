import type { OfPlatform } from "../../vocabulary/coordinates.js";
import type { CustomCredentials } from "../../vocabulary/credentials.js";
import type { ListConnectionsRequest } from "../../../platforms/codat/models/operations/connections.js";

/** The request of `list` on Codat. */
export interface CodatListRequest {
  /** The id of the Codat company. */
  groupRef: string;
  /** The `next` of a page. Without it, the list starts at the first page. */
  page?: string | undefined;
  /**
   * Members of Codat's own API that the unified API does not have: the page, its size, and the
   * order.
   */
  extra?: Omit<ListConnectionsRequest, "companyId"> | undefined;
}

/** The request of `scopes` on Codat. */
export interface CodatScopesRequest {
  /** Only this company. Without it, every company. */
  groupRef?: string;
}

/** What identifies a connection on Codat: the type of `connection.coordinates`. */
export interface CodatCoordinates extends Required<OfPlatform<"codat">> {
  /** The id of the Codat company. */
  groupRef: string;
  /** The id of the connection. */
  connectionId: string;
}

/** The coordinates of a connection on Codat, and the request of `get`, `delete` and `unlink`. */
export interface CodatConnectionRequest extends OfPlatform<"codat"> {
  /** The id of the Codat company. */
  groupRef: string;
  /** The id of the connection. */
  connectionId: string;
}

/**
 * The request of `generate` on Codat. Send the customer to the `authorizationUrl` of the connection
 * that it returns.
 */
export interface CodatGenerateRequest {
  /** The id of the Codat company. */
  groupRef: string;
  /** The platform key of the integration to connect to: four letters. */
  provider: string;
  /** Not accepted here. The customer enters the credentials at the `authorizationUrl`. */
  credentials?: undefined;
}

/** The request of `updateAuthorization` on Codat. */
export interface CodatUpdateAuthorizationRequest extends CodatConnectionRequest {
  /**
   * The new values, all strings, by the names that the integration uses. Without them, the customer
   * signs in again.
   */
  credentials?: (CustomCredentials & { values: Readonly<Record<string, string>> }) | undefined;
}
