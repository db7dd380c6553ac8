// Written by sdkwright. Change the document or the generator, not this file.
import { MammothAnalyticsCore } from "../core.js";
import { Connections } from "./connections.js";
import { Jobs } from "./jobs.js";

/**
 * Connections to the databases, warehouses and services that a Mammoth project takes its data from.
 *
 * A connection holds the credentials with which Mammoth reaches one database, warehouse or service.
 * It belongs to a connector, which says what kind of thing is reached, in a project of a workspace.
 */
export class MammothAnalytics extends MammothAnalyticsCore {
  #connections?: Connections;
  #jobs?: Jobs;

  /** Create, read, change and delete the connections of a connector. */
  get connections(): Connections {
    return (this.#connections ??= new Connections(this));
  }

  /** See how work goes on that the API was asked for, such as making a connection. */
  get jobs(): Jobs {
    return (this.#jobs ??= new Jobs(this));
  }
}
