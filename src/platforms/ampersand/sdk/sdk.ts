// Written by sdkwright. Change the document or the generator, not this file.
import { SDKNodePlatformCore } from "../core.js";
import { Connections } from "./connections.js";
import { Projects } from "./projects.js";

/**
 * Your customers' connections to the SaaS products that your application integrates with.
 *
 * A connection holds the credentials that Ampersand uses to read from and write to a customer's
 * account at a provider, for example the Salesforce organization of a company that uses your
 * product.
 */
export class SDKNodePlatform extends SDKNodePlatformCore {
  #projects?: Projects;
  #connections?: Connections;

  /** List your projects, which connections belong to. */
  get projects(): Projects {
    return (this.#projects ??= new Projects(this));
  }

  /**
   * Create, read, update and delete your customers' connections.
   *
   * A connection belongs to a group (your customer, usually a company) and to a consumer (the
   * person in that group who connected the account).
   */
  get connections(): Connections {
    return (this.#connections ??= new Connections(this));
  }
}
