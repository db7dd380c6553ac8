// Written by sdkwright. Change the document or the generator, not this file.
import type { ClientConfig, ClientOptions, Credential } from "../../lib/index.js";
import { Client, apiKeyHeader } from "../../lib/index.js";

/** Options of {@link MammothAnalyticsCore}. */
export interface SDKOptions extends ClientOptions {
  /** Shorthand for `security: { apiKey }`. */
  apiKey?: Credential | undefined;
  /** Shorthand for `security: { apiSecret }`. */
  apiSecret?: Credential | undefined;
  /** Credentials. */
  security?:
    | {
        /**
         * Your API key. The secret is required too.
         *
         * Your API key, or a function that returns it and is called for every attempt. Defaults to
         * the environment variable MAMMOTHANALYTICS_API_KEY.
         */
        apiKey?: Credential | undefined;
        /**
         * The secret that belongs to your API key.
         *
         * Your API key, or a function that returns it and is called for every attempt. Defaults to
         * the environment variable MAMMOTHANALYTICS_API_SECRET.
         */
        apiSecret?: Credential | undefined;
      }
    | undefined;
}

const config = (): ClientConfig => ({
  servers: ["https://app.mammoth.io/api/v2"],
  env: "MAMMOTHANALYTICS",
  userAgent: "connections-sdk-mammoth/0.1.0 openapi/0.1.0",
  security: [[apiKeyHeader("apiKey", "X-API-KEY"), apiKeyHeader("apiSecret", "X-API-SECRET")]],
});

/** The first argument of standalone functions: {@link MammothAnalytics} without its methods. */
export class MammothAnalyticsCore extends Client {
  constructor(options: SDKOptions = {}) {
    super(config(), options);
  }
}
