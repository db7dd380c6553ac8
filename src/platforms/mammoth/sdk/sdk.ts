// Written by sdkwright. Change the document or the generator, not this file.
import { MammothAnalyticsCore } from "../core.js";
import { Connections } from "./connections.js";
import { Connectors } from "./connectors.js";
import { Jobs } from "./jobs.js";

/**
 * Connections to the databases, warehouses and services that a Mammoth project gets its data from.
 *
 * A connection holds the credentials that Mammoth uses to access a database, warehouse or service.
 * It belongs to a connector, which is the kind of database, warehouse or service, in a project of a
 * workspace.
 */
export class MammothAnalytics extends MammothAnalyticsCore {
  #connections?: Connections;
  #connectors?: Connectors;
  #jobs?: Jobs;

  /** Create, read, update and delete the connections of a connector. */
  get connections(): Connections {
    return (this.#connections ??= new Connections(this));
  }

  /** List the connectors of a workspace. */
  get connectors(): Connectors {
    return (this.#connectors ??= new Connectors(this));
  }

  /** Check the progress of work that a request started, such as creating a connection. */
  get jobs(): Jobs {
    return (this.#jobs ??= new Jobs(this));
  }
}
