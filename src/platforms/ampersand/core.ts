// Written by sdkwright. Change the document or the generator, not this file.
import type { ClientConfig, ClientOptions, Credential } from "../../lib/index.js";
import { Client, apiKeyHeader, bearer } from "../../lib/index.js";

/** Options of {@link SDKNodePlatformCore}. */
export interface SDKOptions extends ClientOptions {
  /**
   * Your API key, from the project's settings in the Ampersand dashboard. It gives access to every
   * connection of the project: use it only on a server.
   *
   * Your API key, or a function that returns it and is called for every attempt. Defaults to the
   * environment variable SDKNODEPLATFORM_API_KEY_HEADER.
   */
  apiKeyHeader?: Credential | undefined;
  /**
   * A JSON Web Token that your server signs with RS256 for one group and consumer, valid for ten
   * minutes at most. It gives access only to that group's connections, so you can use it in a
   * browser.
   *
   * Your token, or a function that returns it and is called for every attempt. Defaults to the
   * environment variable SDKNODEPLATFORM_BEARER.
   */
  bearer?: Credential | undefined;
}

const config = (): ClientConfig => ({
  servers: ["https://api.withampersand.com/v1"],
  env: "SDKNODEPLATFORM",
  userAgent: "connections-sdk-ampersand/0.1.0 openapi/1.0.0",
  security: [[apiKeyHeader("apiKeyHeader", "X-Api-Key")], [bearer("bearer")]],
});

/** The first argument of standalone functions: {@link SDKNodePlatform} without its methods. */
export class SDKNodePlatformCore extends Client {
  constructor(options: SDKOptions = {}) {
    super(config(), options);
  }
}
