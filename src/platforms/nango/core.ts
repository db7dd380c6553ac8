// Written by sdkwright. Change the document or the generator, not this file.
import type { ClientConfig, ClientOptions, Credential } from "../../lib/index.js";
import { Client, bearer, selectServer } from "../../lib/index.js";

/** Options of {@link NangoCore}. */
export interface SDKOptions extends ClientOptions {
  /**
   * The API key of a Nango environment, a UUID. It gives access to every connection of the
   * environment: use it only on a server.
   *
   * Your token, or a function that returns it and is called for every attempt. Defaults to the
   * environment variable NANGO_API_KEY.
   */
  apiKey?: Credential | undefined;
  /** The server to call. */
  server?: "prod" | "local" | undefined;
}

const config = (): ClientConfig => ({
  servers: [
    { url: "https://api.nango.dev", id: "prod" },
    { url: "http://localhost:3003", id: "local" },
  ],
  select: selectServer,
  env: "NANGO",
  userAgent: "connections-sdk-nango/0.1.0 openapi/1.0.0",
  security: [[bearer("apiKey")]],
});

/** The first argument of standalone functions: {@link Nango} without its methods. */
export class NangoCore extends Client {
  constructor(options: SDKOptions = {}) {
    super(config(), options);
  }
}
