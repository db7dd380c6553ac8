import { SDKNodePlatformCore } from "connections-sdk/ampersand";
import type { Connect } from "../client.js";
import { functionsOf } from "./sdk.js";

/** The standalone functions without a timeout. */
export const connect: Connect = (serverURL) =>
  functionsOf(new SDKNodePlatformCore({ apiKeyHeader: "key", serverURL, timeoutMs: 0 }));
