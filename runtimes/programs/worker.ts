/** Runs the program in a worker, against the emulator in the query of the incoming request. */
import { SDK } from "connections-sdk";
import { program } from "./program.js";

// In global scope, as workers do it: there, workerd forbids timers, random values and network
// calls.
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
