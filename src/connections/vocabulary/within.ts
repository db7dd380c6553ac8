import {
  APIError,
  APIPromise,
  InvalidRequestError,
  type RequestOptions,
  ResponseValidationError,
  type Result,
  UnexpectedClientError,
  err,
  ok,
} from "../../lib/index.js";
import { copyPlain, readOptions } from "../../lib/call/read-options.js";
import { isA } from "../../lib/errors/base.js";
import type { Connection } from "./connection.js";
import {
  type CoordinateName,
  NAMES,
  type PlatformCoordinates,
  checkCoordinates,
} from "./coordinates.js";
import { invalidRequest } from "./invalid-request.js";
import { mapPages, mapResult } from "./map-result.js";
import type { Platform } from "./platform.js";
import { recordOf } from "./read.js";
import { andThen, inspectable } from "./promises.js";
import { type ScopesVerb, mapScopes } from "./scopes.js";
import { type Tenant, isStrangers } from "./tenant.js";
import type {
  ListVerb,
  PlatformTypes,
  PlatformVerbs,
  SingleVerbName,
  Verb,
  VerbName,
} from "./verbs.js";

type AnyVerb = Verb<unknown, unknown, unknown, unknown>;
type AnyList = ListVerb<unknown, unknown, unknown, unknown>;
type AnyScopes = ScopesVerb<unknown, Members, unknown, unknown>;
type Members = Readonly<Record<string, unknown>>;

/**
 * The platform of a client for one customer: a list returns nothing else, and a verb for one
 * connection proves first whose it is. A stranger's connection is not found.
 *
 * @throws InvalidRequestError if the platform cannot tell customers apart, and if the platform is
 * confined to another customer already.
 */
export function platformWithin<P extends PlatformTypes>(
  platform: Platform<P>,
  client: unknown,
  given: Tenant,
): Platform<P> {
  const tenant = checkedTenant(platform, given);
  // Copies of its own: who can change what the verbs take could have a proof left out.
  const coordinates = frozen(platform.coordinates);
  const extra = platform.extra && Object.freeze([...platform.extra]);
  // PlatformTypes has their types.
  const verbs = platform.verbs as Readonly<Record<string, AnyVerb>>;
  const takes = (verb: string, name: CoordinateName): boolean =>
    (coordinates?.[verb as SingleVerbName] ?? coordinates?.connection ?? []).includes(name);

  /** The request with the tenant in it, as far as the verb takes it. */
  const confined = (verb: string, request: unknown): Members => {
    // A copy, all the way down: what has been proven must be what is sent.
    const copy: Record<string, unknown> = { ...(request as Members) };
    // One that is not plain too, which copyPlain would keep.
    if (recordOf(copy["extra"])) copy["extra"] = { ...(copy["extra"] as Members) };
    // Checked before, but a getter may have returned something else then.
    const members = copyPlain({
      ...(checkCoordinates(platform.name, coordinates, verb as VerbName, copy) as Members),
    });
    checkMembers(platform.name, extra, members);
    for (const name of ["groupRef", "consumerRef"] as const) {
      const ref = tenant[name];
      if (ref === undefined || !takes(verb, name)) continue;
      if (members[name] !== undefined && members[name] !== ref)
        throw new InvalidRequestError(
          `${name}: the client is for one customer, and this is another`,
        );
      members[name] = ref;
    }
    return members;
  };

  const list = verbs["list"] as unknown as AnyList;
  // All of them use the client that they were made with: the SDK has none that could be taken.
  const confinedList: AnyList = (_, request, options) =>
    mapPages(
      request,
      () => list(client, confined("list", request), options),
      (page) => ({
        ...page,
        connections: page.connections.filter((connection) => isOf(tenant, connection)),
      }),
    );

  const { scopes } = platform.verbs;
  // A scope of another customer's is left out: its id alone says that there is one.
  const confinedScopes: ScopesVerb<unknown, unknown, unknown, unknown> = (_, request, options) => {
    const names = (["groupRef", "consumerRef"] as const).filter((name) => takes("list", name));
    const filters = Object.fromEntries(
      names.flatMap((name) => (tenant[name] === undefined ? [] : [[name, tenant[name]]])),
    );
    const isOwn = (scope: Members): boolean =>
      names.every((name) => [undefined, filters[name]].includes(scope[name] as string | undefined));
    return mapScopes(
      request,
      () => (scopes as AnyScopes)(client, confined("list", request), options),
      (page) => page.scopes.filter(isOwn).map((scope) => Object.assign({}, scope, filters)),
    );
  };

  const find = (platform.find ?? verbs["get"]) as AnyVerb; // definePlatform requires one of them
  /** The connection that a request names: the tenant's, none, or the error of a stranger's. */
  const findOwn: AnyVerb = (_, request, options) =>
    new APIPromise(
      find(client, request, quiet(options)).then((result) => ({ result: own(result) })),
    );
  // Without the request and response of the proof, which may be about a stranger's connection.
  const own = (result: Result<unknown, unknown>): Result<unknown, unknown> => {
    if (!result.ok) {
      // What looks a connection up in a list says so if there is none.
      if (!platform.find && isGone(result.error)) return ok(undefined);
      return isA(result.error, ResponseValidationError) ? err(unreadableProof()) : result;
    }
    const found = result.value as Connection | undefined; // as get and find return it
    return found === undefined || isOf(tenant, found) ? ok(found) : err(noSuchConnection());
  };
  /** Whether the connections that a request names are the tenant's. */
  const proof = (
    request: Members,
    options: RequestOptions | undefined,
    ifNone: Result<undefined, unknown>,
  ): APIPromise<Result<unknown, unknown>> =>
    new APIPromise(
      findOwn(undefined, request, options)._map((result) =>
        result.ok && result.value === undefined ? ifNone : result,
      ),
    );

  /**
   * What a verb returns, unless it is a connection that has become a stranger's since the proof.
   * Without its request and response.
   */
  const checked = (returned: ReturnType<AnyVerb>): ReturnType<AnyVerb> =>
    new APIPromise(
      inspectable(returned).then((settled) => {
        const { result } = settled;
        return result.ok && isStrangers(tenant, Object(result.value) as Partial<Connection>)
          ? { result: err(noSuchConnection()) }
          : settled;
      }),
    );

  const confinedVerb =
    (name: string, verb: AnyVerb): AnyVerb =>
    (_, request, given) =>
      mapResult(
        request,
        () => {
          const members = confined(name, request);
          const options = readOptions(given); // of the proof and the call
          const { connectionId } = members;
          const run = (): ReturnType<AnyVerb> => checked(verb(client, members, options));
          // Where the customer is a coordinate of the connection, nobody else's can be named.
          if (coordinates?.connection.includes("groupRef") || connectionId === undefined)
            return run();
          const ids = Array.isArray(connectionId) ? (connectionId as unknown[]) : [connectionId];
          const ifNone = name === "generate" ? ok(undefined) : err(noSuchConnection());
          const place = Object.fromEntries(
            (coordinates?.connection ?? []).map((coordinate) => [coordinate, members[coordinate]]),
          );
          const proofs = ids.map(
            (id) => (): APIPromise<Result<unknown, unknown>> =>
              proof({ ...place, connectionId: id }, options, ifNone),
          );
          return proofs.reduceRight<() => APIPromise<Result<unknown, unknown>>>(
            (next, prove) => () => andThen(prove(), next),
            run,
          )();
        },
        (value) => value,
      ) as ReturnType<AnyVerb>;

  /** For a request as it was passed, which nothing has confined yet. */
  const confinedFind: AnyVerb = (_, request, options) =>
    mapResult(
      request,
      () => findOwn(undefined, confined("get", request), readOptions(options)),
      (found) => found,
    );

  const all = Object.entries(verbs).map(
    ([name, verb]) =>
      [
        name,
        name === "list"
          ? confinedList
          : name === "scopes"
            ? confinedScopes
            : confinedVerb(name, verb),
      ] as const,
  );
  return Object.freeze({
    ...platform,
    ...(coordinates && { coordinates }),
    ...(extra && { extra }),
    tenant,
    connect: () => undefined as never, // the verbs have theirs
    find: confinedFind,
    verbs: Object.freeze(Object.fromEntries(all)) as unknown as PlatformVerbs,
  });
}

/** A copy that nothing can change. */
function frozen(coordinates: PlatformCoordinates | undefined): PlatformCoordinates | undefined {
  if (coordinates === undefined) return undefined;
  const lists = Object.entries(coordinates).map(([verb, names]) => [
    verb,
    Object.freeze([...names]),
  ]);
  return Object.freeze(Object.fromEntries(lists)) as PlatformCoordinates; // of the same type
}

/** Members of requests that are no coordinates, and say nothing of whose a connection is. */
const OTHER_MEMBERS: readonly string[] = ["credentials", "extra", "metadata", "page"];

/**
 * Refuses members that the SDK does not know: they are sent as they are, and the server could take
 * one for the name of another customer.
 */
function checkMembers(name: string, known: readonly string[] | undefined, request: Members): void {
  if (known === undefined) return;
  const refuse = (path: readonly string[]): never => {
    throw invalidRequest(
      request,
      path,
      `expected none in a client for one customer, because ${name} could take it for another customer`,
    );
  };
  const members: ReadonlySet<string> = new Set([...NAMES, ...OTHER_MEMBERS]);
  for (const key of Object.keys(request)) if (!members.has(key)) refuse([key]);
  for (const key of Object.keys(Object(request["extra"]) as object))
    if (!known.includes(key)) refuse(["extra", key]);
}

/** The error of a stranger's connection: the same as if there were none. */
function noSuchConnection(): APIError {
  const response = new Response(null, { status: 404, statusText: "Not Found" });
  const body = "There is no such connection of this customer";
  return new APIError({ response, body, redact: (text) => text });
}

/** The error of a proof whose response, which may be a stranger's connection, must not be shown. */
function unreadableProof(): UnexpectedClientError {
  return new UnexpectedClientError("Whose connection it is cannot be read from the response");
}

/** The options of a proof: a response that may be a stranger's connection is shown to nobody. */
function quiet(options: RequestOptions | undefined): RequestOptions {
  const { timeoutMs, retries, retryCodes, serverURL, fetchOptions, headers, signal } =
    options ?? {};
  return { timeoutMs, retries, retryCodes, serverURL, fetchOptions, headers, signal };
}

function checkedTenant<P extends PlatformTypes>(platform: Platform<P>, given: Tenant): Tenant {
  const from = Object(given) as Tenant; // JavaScript can pass anything
  const { groupRef, consumerRef } = from;
  const tenant: Tenant = Object.freeze({
    ...platform.tenant,
    groupRef,
    ...("consumerRef" in from && { consumerRef }),
  });
  for (const [name, ref] of Object.entries(tenant)) {
    if (typeof ref !== "string" || ref === "")
      throw new InvalidRequestError(
        `${name}: expected the id of a customer, received ${ref === "" ? "an empty string" : typeof ref}`,
      );
    if (!platform.coordinates?.list?.includes(name as CoordinateName))
      throw new InvalidRequestError(
        `${name}: ${platform.name} cannot tell customers apart by it, so no client can be confined to one`,
      );
    const outer = platform.tenant?.[name as keyof Tenant];
    if (outer !== undefined && outer !== ref)
      throw new InvalidRequestError(`${name}: the client is for another customer already`);
  }
  return tenant;
}

function isOf({ groupRef, consumerRef }: Tenant, { group, consumer }: Connection): boolean {
  return group?.ref === groupRef && (consumerRef === undefined || consumer?.ref === consumerRef);
}

function isGone(error: unknown): boolean {
  return (error as { readonly kind?: unknown }).kind === "notFound";
}
