import type { Client } from "./client.js";

/** A group of operations as an object with methods: what `sdk.connections` is. */
export abstract class Resource {
  /** @internal */
  protected readonly core: Client;

  constructor(core: Client) {
    this.core = core;
  }
}
