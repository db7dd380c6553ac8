import { HTTPClient } from "connections-sdk";
import { NodeHTTPClient } from "connections-sdk/node";

/** A transport: its HTTP client, and whether it is the default. */
export interface Transport {
  readonly name: string;
  readonly httpClient: () => HTTPClient;
  readonly isDefault: boolean;
}

/** The transports of the SDK. */
export const transports: readonly Transport[] = [
  { name: "fetch", httpClient: () => new HTTPClient(), isDefault: true },
  { name: "NodeHTTPClient", httpClient: () => new NodeHTTPClient(), isDefault: false },
];
