import { SDKNodePlatformCore } from "connections-sdk/ampersand";
import { NodeHTTPClient } from "connections-sdk/node";
import type { Connect } from "../client.js";
import { functionsOf } from "./sdk.js";

/** The standalone functions with the transport for Node. */
export const connect: Connect = (serverURL) =>
  functionsOf(
    new SDKNodePlatformCore({ apiKeyHeader: "key", serverURL, httpClient: new NodeHTTPClient() }),
  );
