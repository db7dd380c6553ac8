// Written by sdkwright. Change the document or the generator, not this file.
import { CodatPlatformCore } from "../core.js";
import { Connections } from "./connections.js";

/** The links between your customers' companies and the financial software that they use. */
export class CodatPlatform extends CodatPlatformCore {
  #connections?: Connections;

  /**
   * Make, read, unlink and delete the connections of a company.
   *
   * A company is a customer of yours; each of its connections reaches one piece of accounting,
   * banking or commerce software. A new connection waits (`PendingAuth`) until somebody at the
   * company has opened its `linkUrl` and agreed.
   */
  get connections(): Connections {
    return (this.#connections ??= new Connections(this));
  }
}
