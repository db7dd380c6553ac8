/** A platform of your own sends customers to sign in, and `waitFor` follows. */
import { type Connection, SDK, type SignIn } from "connections-sdk";
import {
  APIPromise,
  type Platform,
  type PlatformTypes,
  type Result,
  type VerbOf,
  definePlatform,
  mapPages,
  mapResult,
  ok,
  sessionOf,
} from "connections-sdk/platform";
import { expect, expectTypeOf, test } from "vitest";

interface Link {
  id: string;
  customer: string;
  state: "waiting" | "fine";
}

interface Acme extends PlatformTypes {
  readonly name: "acme";
  readonly raw: Link;
  readonly client: Link[];
  readonly verbs: {
    readonly list: { readonly request: { groupRef: string }; readonly error: never };
    readonly generate: {
      readonly request: { groupRef: string; credentials?: undefined };
      readonly error: never;
      readonly signsIn: true;
    };
  };
}

function connectionOf(raw: Link): Connection<Link> {
  return {
    type: "connection",
    id: raw.id,
    platform: "acme",
    provider: "crm",
    status: raw.state === "fine" ? "active" : "pending",
    group: { ref: raw.customer },
    raw,
  };
}

function settled<T>(value: T): APIPromise<Result<T, never>> {
  return new APIPromise(Promise.resolve({ result: ok(value) }));
}

const linksOf = (links: Link[], groupRef: string): Link[] =>
  links.filter(({ customer }) => customer === groupRef);

const list: VerbOf<Acme, "list"> = (links, { groupRef }) =>
  mapPages(
    { groupRef },
    () => settled(linksOf(links, groupRef)),
    (found) => ({ connections: found.map(connectionOf) }),
  );

const generate: VerbOf<Acme, "generate"> = (links, request) =>
  mapResult(
    request,
    () => settled(linksOf(links, request.groupRef)),
    (before): SignIn => ({
      type: "signIn",
      authorizationUrl: "https://acme.example/sign-in",
      session: sessionOf("acme", request, before.map(connectionOf)),
    }),
  );

function acme(links: Link[]): Platform<Acme> {
  return definePlatform<Acme>({
    name: "acme",
    connect: () => links,
    coordinates: { connection: [], list: ["groupRef"], generate: ["groupRef"] },
    verbs: { list, generate },
  });
}

test("waitFor finds the new connection among those that were there", async () => {
  const links: Link[] = [
    { id: "old", customer: "acme", state: "fine" },
    { id: "other", customer: "globex", state: "fine" },
  ];
  const sdk = new SDK({ platform: acme(links) });
  const signIn = await sdk.connections.generate({ groupRef: "acme" });
  expectTypeOf(signIn).toEqualTypeOf<SignIn>();
  const made: Link = { id: "new", customer: "acme", state: "waiting" };
  links.push({ id: "elsewhere", customer: "globex", state: "fine" }, made);
  const waiting = sdk.connections.waitFor(signIn, { intervalMs: 5, timeoutMs: 2000 });
  setTimeout(() => (made.state = "fine"), 20);
  const connection = await waiting;
  expectTypeOf(connection.raw).toEqualTypeOf<Link>();
  expect(connection).toMatchObject({ id: "new", status: "active" });
});

test("one connection cannot be followed where the platform has no get", async () => {
  const sdk = new SDK({ platform: acme([]) });
  await expect(sdk.connections.waitFor({ connectionId: "c" } as never)).rejects.toMatchObject({
    name: "UnsupportedOperationError",
  });
});
