/** Runs the program in a worker, against the emulator in the query of the request that wakes it. */
import { SDK } from "connections-sdk";
import { program } from "./program.js";

// As workers do it: once for all requests, where neither time nor chance nor the network may be touched.
const sdk = new SDK({ apiKeyHeader: "any key" });

export default {
  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url).searchParams.get("emulator") ?? "";
    try {
      const options = { serverURL: `${url}/ampersand/v1` };
      const list = await sdk.connections.list({ projectIdOrName: "my-project" }, options);
      return Response.json({ connections: list.connections.length, steps: await program(url) });
    } catch (error) {
      const message = error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
      return new Response(message, { status: 500 });
    }
  },
};
