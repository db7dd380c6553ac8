// Written by sdkwright. Change the document or the generator, not this file.
import { CodatPlatformCore } from "../core.js";
import { Companies } from "./companies.js";
import { Connections } from "./connections.js";

/** The connections between your customers' companies and the financial software that they use. */
export class CodatPlatform extends CodatPlatformCore {
  #companies?: Companies;
  #connections?: Connections;

  /** List the companies that share their data with you. */
  get companies(): Companies {
    return (this.#companies ??= new Companies(this));
  }

  /**
   * Create, read, unlink and delete the connections of a company.
   *
   * A company is your customer. Each of its connections gives access to one accounting, banking or
   * commerce product. A new connection is `PendingAuth` until somebody at the company has opened
   * its `linkUrl` and authorized it.
   */
  get connections(): Connections {
    return (this.#connections ??= new Connections(this));
  }
}
