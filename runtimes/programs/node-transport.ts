/** The program over the transport for servers. */
import { NodeHTTPClient } from "connections-sdk/node";
import { program as overTransport } from "./program.js";

/** As `program` of program.ts. */
export function program(url: string): Promise<string[]> {
  return overTransport(url, () => new NodeHTTPClient());
}
