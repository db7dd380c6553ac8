import { type AnyListRequest, type AnySDK, SDK } from "connections-sdk";
import { nango } from "connections-sdk/nango";
import type { Vendors } from "./emulator.js";

/** A platform of the application. */
export interface AppPlatform {
  readonly sdk: AnySDK;
  /** What every list and new connection has in common. */
  readonly place: AnyListRequest;
  /** The services that a customer can connect. */
  readonly services: readonly string[];
}

/** The platforms by name. Switch by adding a line: nothing else knows which ones there are. */
export type Platforms = Readonly<Record<string, AppPlatform>>;

/** The platforms of the application. In yours, the keys are in environment variables. */
export function platformsOn({ serverURL }: Vendors): Platforms {
  const apiKey = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
  return {
    ampersand: {
      sdk: new SDK({ apiKeyHeader: "any-key", serverURL: serverURL("ampersand") }),
      place: { projectIdOrName: "my-project" },
      services: ["salesforce", "hubspot"],
    },
    nango: {
      sdk: new SDK({ platform: nango({ apiKey, serverURL: serverURL("nango") }) }),
      place: {},
      services: ["hubspot", "apollo"],
    },
  };
}
