// Written by sdkwright. Change the document or the generator, not this file.
import type { ClientConfig, ClientOptions, Credential } from "../../lib/index.js";
import { Client, apiKeyHeader } from "../../lib/index.js";

/** Options of {@link CodatPlatformCore}. */
export interface SDKOptions extends ClientOptions {
  /** Shorthand for `security: { authHeader }`. */
  authHeader?: Credential | undefined;
  /** Credentials. */
  security?:
    | {
        /**
         * `Basic`, a space, and your API key in base64. You can copy the whole value from Codat's
         * portal. The key alone is not accepted.
         *
         * Your API key, or a function that returns it and is called for every attempt. Defaults to
         * the environment variable CODATPLATFORM_AUTH_HEADER.
         */
        authHeader?: Credential | undefined;
      }
    | undefined;
}

const config = (): ClientConfig => ({
  servers: ["https://api.codat.io"],
  env: "CODATPLATFORM",
  userAgent: "connections-sdk-codat/0.1.0 openapi/1.0.0",
  security: [[apiKeyHeader("authHeader", "Authorization")]],
  retries: { strategy: "backoff" },
});

/** The first argument of standalone functions: {@link CodatPlatform} without its methods. */
export class CodatPlatformCore extends Client {
  constructor(options: SDKOptions = {}) {
    super(config(), options);
  }
}
