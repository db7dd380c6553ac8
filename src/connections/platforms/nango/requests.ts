import type {
  ApiKeyCredentials,
  BasicCredentials,
  CustomCredentials,
  OAuth2Credentials,
} from "../../vocabulary/credentials.js";
import type { PlatformTypes } from "../../vocabulary/verbs.js";
import type { SDKOptions } from "../../../platforms/nango/core.js";
import type { ConnectionSummary } from "../../../platforms/nango/models/components/connectionsummary.js";
import type { CreateConnectionRequest } from "../../../platforms/nango/models/components/createconnectionrequest.js";
import type { EndUserInput } from "../../../platforms/nango/models/components/enduserinput.js";
import type { Response400 } from "../../../platforms/nango/models/errors/response400.js";
import type { Response404 } from "../../../platforms/nango/models/errors/response404.js";
import type { Response424 } from "../../../platforms/nango/models/errors/response424.js";
import type { GetConnectionRequest } from "../../../platforms/nango/models/operations/getconnection.js";
import type { ListConnectionsRequest } from "../../../platforms/nango/models/operations/listconnections.js";
import type { Connection as WholeConnection } from "../../../platforms/nango/models/components/connection.js";

/** What `nango()` takes: `apiKey`, and what every client can be told. */
export type NangoOptions = SDKOptions;

/** Nango's own object: whole, or from lists without the credentials. */
export type NangoConnection = WholeConnection | ConnectionSummary;

/** Which connections to list. Those given must all match. */
export interface NangoListRequest {
  /** Only those whose end user belongs to this organization. */
  groupRef?: string | undefined;
  /** Only those of this end user. */
  consumerRef?: string | undefined;
  /** Only those of this integration, by its id in Nango. Several are parted by commas. */
  provider?: string | undefined;
  /** What Nango's own API takes beyond the vocabulary. */
  extra?:
    | Omit<ListConnectionsRequest, "endUserOrganizationId" | "endUserId" | "integrationId">
    | undefined;
}

/** Which connection. */
export interface NangoConnectionRequest {
  /** The id of the integration in Nango. */
  provider: string;
  connectionId: string;
}

/** Credentials that Nango takes. `custom` is for its other kinds: values as its API wants them, with their `type`. */
export type NangoCredentials =
  | ApiKeyCredentials
  | BasicCredentials
  | OAuth2Credentials
  | CustomCredentials;

/** What Nango's own API takes of a connection beyond the vocabulary. */
export interface NangoExtra extends Pick<
  CreateConnectionRequest,
  "metadata" | "connectionConfig" | "webhookUrlOverride" | "tags"
> {
  /** More about the end user that `consumerRef` names. */
  endUser?: Omit<EndUserInput, "id"> | undefined;
}

/** A connection to be made from credentials that you have, or made anew where it exists. */
export interface NangoGenerateRequest {
  /** The id of the integration in Nango. */
  provider: string;
  /** The id that the connection is to have. Without one Nango makes one up. */
  connectionId?: string | undefined;
  /** Your id for the person. */
  consumerRef?: string | undefined;
  /** Without them the connection is of a provider that wants none. */
  credentials?: NangoCredentials | undefined;
  extra?: NangoExtra | undefined;
}

/** A connection to be read. */
export interface NangoGetRequest extends NangoConnectionRequest {
  /** What Nango's own API takes beyond the vocabulary. */
  extra?: Omit<GetConnectionRequest, "connectionId" | "providerConfigKey"> | undefined;
}

/** What to change of a connection. What is not given stays, except that a person replaces the tags too. */
export interface NangoUpdateRequest extends NangoConnectionRequest {
  /** Your id for the person. */
  consumerRef?: string | undefined;
  extra?: Pick<NangoExtra, "tags" | "webhookUrlOverride" | "endUser"> | undefined;
}

/** New credentials for a connection. Where there is none of the id, Nango makes one. */
export interface NangoUpdateAuthorizationRequest extends NangoConnectionRequest {
  credentials: NangoCredentials;
  extra?: Pick<NangoExtra, "connectionConfig"> | undefined;
}

/** Metadata for a connection, or for several of an integration at once. */
export interface NangoMetadataRequest {
  /** The id of the integration in Nango. */
  provider: string;
  connectionId: string | string[];
  metadata: Record<string, unknown>;
}

/** Nango as layer 1 knows it. */
export interface NangoPlatform extends PlatformTypes {
  readonly name: "nango";
  readonly raw: NangoConnection;
  readonly verbs: {
    readonly list: { readonly request: NangoListRequest; readonly error: Response400 };
    readonly generate: {
      readonly request: NangoGenerateRequest;
      readonly error: Response400 | Response404;
    };
    readonly get: {
      readonly request: NangoGetRequest;
      readonly error: Response400 | Response404 | Response424;
    };
    readonly update: {
      readonly request: NangoUpdateRequest;
      readonly error: Response400 | Response404 | Response424;
    };
    readonly delete: {
      readonly request: NangoConnectionRequest;
      readonly error: Response400 | Response404;
    };
    readonly updateAuthorization: {
      readonly request: NangoUpdateAuthorizationRequest;
      readonly error: Response400 | Response404;
    };
    readonly "metadata.set": {
      readonly request: NangoMetadataRequest;
      readonly error: Response400 | Response404;
    };
    readonly "metadata.update": {
      readonly request: NangoMetadataRequest;
      readonly error: Response400 | Response404;
    };
  };
}
