/**
 * A span per call with a span for each of its attempts. `npx tsx
 * examples/opentelemetry.ts`
 */
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { SDK } from "connections-sdk";
import { openTelemetry } from "connections-sdk/otel";
import { emulator } from "./support/emulator.js";

await using server = await emulator();

// An application sets up its provider once, globally. Then `openTelemetry()` needs no options.
const exporter = new InMemorySpanExporter();
const tracerProvider = new BasicTracerProvider({
  spanProcessors: [new SimpleSpanProcessor(exporter)],
});

const sdk = new SDK({
  apiKeyHeader: "<YOUR_API_KEY_HERE>",
  serverURL: server.serverURL,
  ...openTelemetry({ tracerProvider }),
});

await sdk.connections.list({ projectIdOrName: "my-project" });
await sdk.connections
  .get({ projectIdOrName: "my-project", connectionId: "unknown" })
  .catch(({ name }) => console.log(name));

for (const { name, attributes } of exporter.getFinishedSpans())
  console.log(name, attributes["http.response.status_code"], attributes["error.type"] ?? "ok");
