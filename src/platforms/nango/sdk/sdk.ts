// Written by sdkwright. Change the document or the generator, not this file.
import { NangoCore } from "../core.js";
import { Connections } from "./connections.js";

/**
 * Your customers' connections to the APIs that Nango signs in to for you.
 *
 * A connection holds the credentials of one of your customers at one integration. Nango keeps them
 * fresh. The environment (development, production, ...) is the one that the key belongs to.
 */
export class Nango extends NangoCore {
  #connections?: Connections;

  /**
   * Bring along, read, change and delete connections.
   *
   * A connection is named by its id and by the id of its integration together: two integrations may
   * have connections of the same id.
   */
  get connections(): Connections {
    return (this.#connections ??= new Connections(this));
  }
}
