/** OpenTelemetry for clients: spans, metrics and context propagation, as middleware. */
export { type Telemetry, type TelemetryOptions, openTelemetry } from "./telemetry.js";
