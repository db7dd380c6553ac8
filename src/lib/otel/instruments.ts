import type { Gauge, Histogram, Meter } from "@opentelemetry/api";

/** What is measured. */
export interface Instruments {
  /** One HTTP request: an attempt, until the response headers arrive. */
  readonly requestDuration: Histogram;
  /** A whole call: all attempts, the delays between them and reading the response. */
  readonly callDuration: Histogram;
  /** The number of attempts of a call. */
  readonly attempts: Histogram;
  /** What is left of the client's budget for retries, after each call. */
  readonly retryTokens: Gauge;
}

/** The boundaries of the HTTP semantic conventions, in seconds. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/**
 * Creates the instruments.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#http-client
 */
export function createInstruments(meter: Meter): Instruments {
  const advice = { explicitBucketBoundaries: SECONDS };
  return {
    requestDuration: meter.createHistogram("http.client.request.duration", {
      description: "Duration of HTTP client requests.",
      unit: "s",
      advice,
    }),
    callDuration: meter.createHistogram("sdk.client.call.duration", {
      description: "Duration of calls, including all attempts.",
      unit: "s",
      advice,
    }),
    attempts: meter.createHistogram("sdk.client.call.attempts", {
      description: "Number of attempts of a call.",
      unit: "{attempt}",
      advice: { explicitBucketBoundaries: [0, 1, 2, 3, 4, 5, 10] },
    }),
    retryTokens: meter.createGauge("sdk.client.retry.tokens", {
      description: "Tokens left in the retry budget of the client.",
      unit: "{token}",
    }),
  };
}
