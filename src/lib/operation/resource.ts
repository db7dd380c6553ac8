import type { Client } from "./client.js";

/** A group of operations as methods of an object, such as `sdk.connections`. */
export abstract class Resource {
  /** @internal */
  protected readonly core: Client;

  constructor(core: Client) {
    this.core = core;
  }
}
