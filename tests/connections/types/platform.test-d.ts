/** What the compiler checks of a platform's definition. */
import type { Connection, SDKError } from "connections-sdk";
import {
  type APIPromise,
  type Client,
  type ClientError,
  type ClientOf,
  type ClientOptions,
  type Platform,
  type PlatformTypes,
  type Result,
  type VerbOf,
  asVoid,
  definePlatform,
  mapPages,
  mapResult,
} from "connections-sdk/platform";
import { expectTypeOf } from "vitest";

interface Link {
  id: string;
}
interface LinkError extends SDKError {
  readonly name: "LinkError";
}
interface LinkClient {
  link(id: string): Promise<Result<Link, LinkError>>;
  links(): PromiseLike<Result<Link[], LinkError>>;
}
interface LinkRequest {
  connectionId: string;
}
interface Links extends PlatformTypes {
  readonly name: "links";
  readonly raw: Link;
  readonly client: LinkClient;
  readonly verbs: {
    readonly list: { readonly request: object; readonly error: LinkError };
    readonly get: { readonly request: LinkRequest; readonly error: LinkError };
    readonly delete: { readonly request: LinkRequest; readonly error: LinkError };
  };
}

declare function connect(options: ClientOptions): LinkClient;
declare function connectionOf(raw: Link): Connection<Link>;

const list: VerbOf<Links, "list"> = (client, request) =>
  mapPages(
    request,
    () => client.links(),
    (links) => ({ connections: links.map(connectionOf) }),
  );
const get: VerbOf<Links, "get"> = (client, request) =>
  mapResult(request, () => client.link(request.connectionId), connectionOf);
const remove: VerbOf<Links, "delete"> = (client, request) =>
  mapResult(request, () => client.link(request.connectionId), asVoid);
const verbs = { list, get, delete: remove };

expectTypeOf(definePlatform<Links>({ name: "links", connect, verbs })).toEqualTypeOf<
  Platform<Links>
>();

// A verb takes the client of the platform's types; without one, that of generated SDKs.
expectTypeOf<Parameters<typeof get>[0]>().toEqualTypeOf<LinkClient>();
expectTypeOf<ClientOf<PlatformTypes>>().toEqualTypeOf<Client>();
expectTypeOf<ReturnType<typeof get>>().toEqualTypeOf<
  APIPromise<Result<Connection<Link>, LinkError | ClientError>>
>();

// A verb that the types declare must be defined, and no other one can be.
// @ts-expect-error
definePlatform<Links>({ name: "links", connect, verbs: { list, get } });
// @ts-expect-error
definePlatform<Links>({ name: "links", connect, verbs: { ...verbs, unlink: get } });
expectTypeOf<VerbOf<Links, "unlink">>().toEqualTypeOf<never>();

// A verb of the wrong type does not compile.
// @ts-expect-error
definePlatform<Links>({ name: "links", connect, verbs: { ...verbs, get: list } });
// @ts-expect-error
definePlatform<Links>({ name: "links", connect, verbs: { ...verbs, delete: get } });
// @ts-expect-error
definePlatform<Links>({ name: "other", connect, verbs });
// @ts-expect-error
definePlatform<Links>({ name: "links", connect: () => ({}), verbs });

// Neither do a verb that maps to another value, one with another error, and one that reads what the
// request does not have.
// @ts-expect-error
const value: VerbOf<Links, "get"> = (c, r) => mapResult(r, () => c.link(r.connectionId), asVoid);
declare function fail(): Promise<Result<Link, SyntaxError>>;
// @ts-expect-error
const error: VerbOf<Links, "get"> = (_, request) => mapResult(request, fail, connectionOf);
// @ts-expect-error
const read: VerbOf<Links, "get"> = (c, r) => mapResult(r, () => c.link(r.groupRef), connectionOf);

void [value, error, read];
