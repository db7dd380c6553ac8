/**
 * What a run has made on a server. Only that is ever changed: a request that could change anything
 * else is refused before it is sent.
 */
export class Ledger {
  /** Part of every name that the run gives. No other run and no user has it. */
  readonly mark: string;
  readonly #ids = new Set<string>();

  constructor(mark: string) {
    this.mark = mark;
  }

  /** Records an id that the server has given. */
  add(id: string): void {
    this.#ids.add(id);
  }

  /** Whether a string names something that the run has made, or could make. */
  names(value: string): boolean {
    return value.includes(this.mark) || [...this.#ids].some((id) => value.includes(id));
  }

  /** Throws if a request could change something that the run has not made. */
  check(method: string, url: string, body: string, isAllowed: boolean): void {
    if (method === "GET" || method === "HEAD" || isAllowed) return;
    if (this.names(url) || this.names(body)) return;
    const { pathname } = new URL(url);
    throw new Error(
      `refused to send ${method} ${pathname}: this run did not make what it would change`,
    );
  }
}
