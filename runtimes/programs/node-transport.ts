/** The program with the transport for Node. */
import { NodeHTTPClient } from "connections-sdk/node";
import { program as overTransport } from "./program.js";

/** See `program` of program.ts. */
export function program(url: string): Promise<string[]> {
  return overTransport(url, () => new NodeHTTPClient());
}
