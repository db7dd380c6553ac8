import type { ResponseHeaders } from "../lib/web/transport-response.js";
import type { RawHeaders } from "./dispatcher.js";

/** The headers of an answer, read where they lie. Passes for the web's `Headers` (see `lazy.ts`), those of a `fetch` response. */
export class DispatchHeaders implements ResponseHeaders {
  readonly #raw: RawHeaders;
  #real: Headers | undefined;

  constructor(raw: RawHeaders) {
    this.#raw = raw;
  }

  get(name: string): string | null {
    const wanted = name.toLowerCase();
    let found: string | null = null;
    this.#each(wanted, (value) => (found = found === null ? value : `${found}, ${value}`));
    return found;
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

  /** The `Headers` that these pass for. */
  real(): Headers {
    if (this.#real === undefined) {
      const headers = new Headers();
      this.#each(undefined, (value, name) => headers.append(name, value));
      this.#real = headers;
    }
    return this.#real;
  }

  #each(wanted: string | undefined, visit: (value: string, name: string) => void): void {
    const raw = this.#raw;
    const at = (name: Uint8Array | string, values: unknown): void => {
      if (wanted !== undefined && name.length !== wanted.length) return;
      const text = textOf(name).toLowerCase();
      if (wanted !== undefined && text !== wanted) return;
      for (const value of Array.isArray(values) ? (values as unknown[]) : [values])
        visit(textOf(value as Uint8Array | string).trim(), text); // values are texts or octets in every form
    };
    if (Array.isArray(raw)) {
      for (let i = 0; i < raw.length; i += 2) at(raw[i] as Uint8Array | string, raw[i + 1]);
    } else {
      for (const [name, value] of Object.entries(raw)) if (value !== undefined) at(name, value);
    }
  }
}

/** Octets of a header as `fetch` reads them, one a character. */
function textOf(value: Uint8Array | string): string {
  if (typeof value === "string") return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("latin1");
}
