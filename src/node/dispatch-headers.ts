import type { ResponseHeaders } from "../lib/web/transport-response.js";
import type { RawHeaders } from "./dispatcher.js";

/**
 * The headers of a response, read directly from the dispatcher's. An instance of the web's
 * `Headers` (see `impersonate.ts`) and immutable, like those of a `fetch` response.
 */
export class DispatchHeaders implements ResponseHeaders {
  readonly #raw: RawHeaders;
  #real: Headers | undefined;

  constructor(raw: RawHeaders) {
    this.#raw = raw;
  }

  get(name: string): string | null {
    const lowerCase = name.toLowerCase();
    let joined: string | null = null;
    this.#visit(lowerCase, (value) => (joined = joined === null ? value : `${joined}, ${value}`));
    return joined;
  }

  forEach(visit: (value: string, name: string) => void): void {
    this.real().forEach(visit);
  }

  append(): never {
    throw new TypeError("immutable");
  }

  set(): never {
    throw new TypeError("immutable");
  }

  delete(): never {
    throw new TypeError("immutable");
  }

  /** The `Headers` that these stand for. */
  real(): Headers {
    if (this.#real === undefined) {
      const headers = new Headers();
      this.#visit(undefined, (value, name) => headers.append(name, value));
      this.#real = headers;
    }
    return this.#real;
  }

  /** Visits the values of one header, or of all. */
  #visit(only: string | undefined, visit: (value: string, name: string) => void): void {
    const raw = this.#raw;
    const visitRaw = (rawName: Uint8Array | string, values: unknown): void => {
      if (only !== undefined && rawName.length !== only.length) return;
      const name = stringOf(rawName).toLowerCase();
      if (only !== undefined && name !== only) return;
      for (const value of Array.isArray(values) ? (values as unknown[]) : [values])
        visit(stringOf(value as Uint8Array | string).trim(), name); // by the types of RawHeaders
    };
    if (Array.isArray(raw)) {
      for (let i = 0; i < raw.length; i += 2) visitRaw(raw[i] as Uint8Array | string, raw[i + 1]);
    } else {
      for (const [name, value] of Object.entries(raw))
        if (value !== undefined) visitRaw(name, value);
    }
  }
}

/** Decodes a name or value as `fetch` does: each byte is a character. */
function stringOf(value: Uint8Array | string): string {
  if (typeof value === "string") return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("latin1");
}
