import type { Credentials } from "./credentials.js";
import type { PlatformTypes } from "./verbs.js";

/** The request of `list` on any platform. Filters that the platform does not have are refused. */
export interface AnyListRequest {
  /** The project, on platforms that have them. */
  projectIdOrName?: string;
  /** Only connections of this customer. */
  groupRef?: string;
  /** Only connections of this person. */
  consumerRef?: string;
  /** Only connections to this service, or of this integration. */
  provider?: string;
  /** The `next` of a page. Without it, the list starts at the first page. */
  page?: string | undefined;
  /** Members of the platform's own API that the unified API does not have. */
  extra?: object | undefined;
}

/**
 * The request of `scopes` on any platform. `projectIdOrName` is required where the platform cannot
 * list projects (Mammoth), and filters that the platform does not have are refused.
 */
export interface AnyScopesRequest extends Omit<AnyListRequest, "extra" | "page"> {}

/** The request of `generate` on any platform. A coordinate that it does not take is refused. */
export interface AnyGenerateRequest extends Omit<AnyListRequest, "page"> {
  /** The id of the new connection, where you choose it (Nango). */
  connectionId?: string;
  /** The credentials of the connection. Without them, the customer signs in. */
  credentials?: Credentials | undefined;
}

/**
 * The request of `get`, `delete` and `unlink` on any platform: stored {@link Coordinates}, or those
 * that the platform needs.
 */
export interface AnyConnectionRequest extends Omit<AnyListRequest, "extra" | "page"> {
  /** The platform of stored coordinates. Refused if it is another one. */
  platform?: string;
  /** The version of stored coordinates. */
  version?: 1;
  /** The id of the connection. */
  connectionId: string;
  /** Members of the platform's own API that the unified API does not have. */
  extra?: object | undefined;
}

/** The request of `update` and `updateAuthorization` on any platform. */
export interface AnyUpdateRequest extends AnyConnectionRequest {
  /** New credentials. */
  credentials?: Credentials | undefined;
}

/** The request of `metadata.set` and `metadata.update` on any platform that stores metadata. */
export interface AnyMetadataRequest extends Omit<AnyConnectionRequest, "connectionId"> {
  /** The id of the connection, or of several. */
  connectionId: string | string[];
  /** The metadata. */
  metadata: Record<string, unknown>;
}

/** The types of a verb that may send the customer to sign in. */
interface MaySignIn<Request> extends On<Request> {
  readonly signsIn?: boolean;
}

/** The types of a verb on any platform. */
interface On<Request> {
  readonly request: Request;
  readonly error: Error;
}

/**
 * The types of a platform that is not known: every verb, with requests that the platform checks
 * when they are made. A verb that it does not support is an `UnsupportedOperationError`.
 */
export interface AnyPlatform extends PlatformTypes {
  readonly verbs: {
    readonly list?: On<AnyListRequest>;
    readonly generate?: MaySignIn<AnyGenerateRequest>;
    readonly get?: On<AnyConnectionRequest>;
    readonly update?: On<AnyUpdateRequest>;
    readonly delete?: On<AnyConnectionRequest>;
    readonly unlink?: On<AnyConnectionRequest>;
    readonly updateAuthorization?: MaySignIn<AnyUpdateRequest>;
    readonly check?: On<AnyConnectionRequest>;
    readonly scopes?: On<AnyScopesRequest>;
    readonly "metadata.set"?: On<AnyMetadataRequest>;
    readonly "metadata.update"?: On<AnyMetadataRequest>;
  };
}
