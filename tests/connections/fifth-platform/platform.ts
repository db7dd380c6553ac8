/**
 * Linkhub as a platform of the unified API, written as anyone can write one: with the public import
 * paths only.
 */
import type { Connection } from "connections-sdk";
import {
  type OfPlatform,
  type PathOf,
  type Platform,
  type PlatformTypes,
  type VerbOf,
  asVoid,
  definePlatform,
  mapPages,
  mapResult,
  mergeOptions,
  paginate,
} from "connections-sdk/platform";
import {
  LinkhubClient,
  type LinkNotFound,
  type LinkhubError,
  type LinkhubOptions,
} from "./client.js";
import type { Link } from "./server.js";

/** The request of `list` on Linkhub. */
export interface LinkhubListRequest {
  /** The id of the account. */
  groupRef: string;
  /** Only connections to this service. */
  provider?: string;
  /** The `next` of a page. */
  page?: string | undefined;
}

/** The coordinates of a connection on Linkhub. */
export interface LinkhubConnectionRequest extends OfPlatform<"linkhub"> {
  /** The id of the link. */
  connectionId: string;
}

/** A verb with the errors that every call of the client can return. */
interface VerbOn<Request> {
  readonly request: Request;
  readonly error: LinkNotFound | LinkhubError;
}

/** The types of Linkhub: `SDK<Linkhub>`. */
export interface Linkhub extends PlatformTypes {
  readonly name: "linkhub";
  readonly raw: Link;
  readonly client: LinkhubClient;
  readonly verbs: {
    readonly list: VerbOn<LinkhubListRequest>;
    readonly get: VerbOn<LinkhubConnectionRequest>;
    readonly delete: VerbOn<LinkhubConnectionRequest>;
  };
}

const UNIFIED_STATUS = new Map([
  ["waiting", "pending"],
  ["connected", "active"],
  ["expired", "broken"],
]);

function connectionOf(raw: Link): Connection<Link> {
  return {
    type: "connection",
    id: raw.id,
    coordinates: { platform: "linkhub", version: 1, connectionId: raw.id },
    platform: "linkhub",
    provider: raw.service,
    status: UNIFIED_STATUS.get(raw.state) ?? raw.state,
    group: { ref: raw.account },
    createTime: new Date(raw.created),
    raw,
  };
}

const pathOf: PathOf = ([first, ...rest]) =>
  first === undefined ? [] : [first === "linkId" ? "connectionId" : first, ...rest];

const list: VerbOf<Linkhub, "list"> = (client, request, options) =>
  mapPages(
    request,
    () => {
      const { groupRef: account, provider: service, page } = request;
      return paginate(
        (cursor) => client.listLinks({ account, service, cursor: cursor ?? page }, options),
        ({ next }) => next,
      );
    },
    ({ links, next }) => ({ connections: links.map(connectionOf), ...(next && { next }) }),
  );

const get: VerbOf<Linkhub, "get"> = (client, request, options) =>
  mapResult(request, () => client.getLink(request.connectionId, options), connectionOf, pathOf);

const remove: VerbOf<Linkhub, "delete"> = (client, request, options) =>
  mapResult(request, () => client.deleteLink(request.connectionId, options), asVoid, pathOf);

/** Linkhub as a platform of the unified API. */
export function linkhub(options: LinkhubOptions): Platform<Linkhub> {
  return definePlatform<Linkhub>({
    name: "linkhub",
    connect: (shared) => new LinkhubClient(mergeOptions(shared, options)),
    coordinates: { connection: ["connectionId"], list: ["groupRef", "provider"] },
    verbs: { list, get, delete: remove },
  });
}
