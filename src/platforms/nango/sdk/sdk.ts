// Written by sdkwright. Change the document or the generator, not this file.
import { NangoCore } from "../core.js";
import { Connections } from "./connections.js";
import { Integrations } from "./integrations.js";

/**
 * Your customers' connections to the APIs that Nango authorizes for you.
 *
 * A connection holds a customer's credentials for an integration. Nango refreshes them. The API key
 * determines the environment (development, production, ...).
 */
export class Nango extends NangoCore {
  #integrations?: Integrations;
  #connections?: Connections;

  /** List the integrations of an environment. */
  get integrations(): Integrations {
    return (this.#integrations ??= new Integrations(this));
  }

  /**
   * Import, read, update and delete connections.
   *
   * The id of a connection and the id of its integration identify it together: connections of two
   * integrations can have the same id.
   */
  get connections(): Connections {
    return (this.#connections ??= new Connections(this));
  }
}
