import { HTTPClient } from "connections-sdk";
import { NodeHTTPClient } from "connections-sdk/node";

/** A way to the network: the client that stands for it, and whether an SDK has it without being told. */
export interface Transport {
  readonly name: string;
  readonly httpClient: () => HTTPClient;
  readonly isDefault: boolean;
}

/** Every transport that the SDK comes with. */
export const transports: readonly Transport[] = [
  { name: "fetch", httpClient: () => new HTTPClient(), isDefault: true },
  { name: "NodeHTTPClient", httpClient: () => new NodeHTTPClient(), isDefault: false },
];
