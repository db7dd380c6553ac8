import type { AnySDK, Connection, Coordinates, SignIn } from "connections-sdk";
import type { AppPlatform, Platforms } from "./platforms.js";

/** The customer who is signed in to the application, and what is stored with their browser. */
export interface Visitor {
  readonly groupRef: string;
  readonly consumerRef: string;
  /** The sign-in that the customer has been sent to. */
  signIn?: { readonly platform: string; readonly following: SignIn | Connection } | undefined;
}

/** Every connection of the customer, on all platforms. */
export async function list(platforms: Platforms, visitor: Visitor): Promise<Connection[]> {
  const connections: Connection[] = [];
  for (const { sdk, place } of Object.values(platforms))
    for await (const connection of within(sdk, visitor).connections.list(place).items())
      connections.push(connection);
  return connections;
}

/** Sends the customer to sign in to a service. Returns the URL. */
export async function connect(
  platforms: Platforms,
  visitor: Visitor,
  { platform, provider }: { readonly platform: string; readonly provider: string },
): Promise<string> {
  const { sdk, place } = known(platforms, platform);
  const { consumerRef } = visitor;
  const following = await within(sdk, visitor).connections.generate({
    ...place,
    provider,
    consumerRef,
  });
  return follow(visitor, platform, following);
}

/** Sends the customer to sign in to a connection again. Returns the URL. */
export async function reconnect(
  platforms: Platforms,
  visitor: Visitor,
  coordinates: Coordinates,
): Promise<string> {
  const { platform } = coordinates;
  const { sdk } = known(platforms, platform);
  const following = await within(sdk, visitor).connections.updateAuthorization(coordinates);
  return follow(visitor, platform, following);
}

/** Waits for the sign-in of a customer who has come back. */
export async function returned(
  platforms: Platforms,
  visitor: Visitor,
  signal: AbortSignal,
): Promise<Connection | undefined> {
  const { signIn } = visitor;
  if (!signIn) return undefined;
  const { sdk } = known(platforms, signIn.platform);
  visitor.signIn = undefined;
  const options = { signal, timeoutMs: 5_000 };
  return within(sdk, visitor).connections.waitFor(signIn.following, options);
}

/** Deletes a connection of the customer. */
export async function disconnect(
  platforms: Platforms,
  visitor: Visitor,
  coordinates: Coordinates,
): Promise<void> {
  const { sdk } = known(platforms, coordinates.platform);
  await within(sdk, visitor).connections.delete(coordinates);
}

/** The SDK for this customer. Nothing in a request reaches the connections of another. */
function within(sdk: AnySDK, { groupRef }: Visitor): AnySDK {
  return sdk.within({ groupRef });
}

function known(platforms: Platforms, name: string): AppPlatform {
  const platform = Object.hasOwn(platforms, name) ? platforms[name] : undefined;
  if (!platform) throw new TypeError(`There is no platform ${name}`);
  return platform;
}

function follow(visitor: Visitor, platform: string, following: SignIn | Connection): string {
  if (!following.authorizationUrl) throw new TypeError("The platform has no page to sign in");
  visitor.signIn = { platform, following };
  return following.authorizationUrl;
}
