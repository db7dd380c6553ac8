/** An event as it came: its fields, before its data is decoded. */
export interface ServerSentEvent {
  /** The type of the event. Absent if the server named none, which means `message`. */
  readonly event?: string;
  /** The id of the last event that had one. Absent if none had. */
  readonly id?: string;
  /** The lines of the data, joined by line breaks. */
  readonly data: string;
  /** How long to wait before reconnecting, in milliseconds. Absent if this event does not say. */
  readonly retry?: number;
}

/**
 * Parses an event stream, piece by piece and in linear time, however it is cut into pieces. An
 * event that the stream ends in is dropped.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export class EventParser {
  readonly #maxLength: number;
  /** The beginning of a line whose end has not come. */
  #line = "";
  /** Whether the last piece ended with CR, which an LF may follow. */
  #hasCR = false;
  #event: string | undefined;
  #data: string | undefined;
  #retry: number | undefined;
  /** The id of the last event that had one. It holds for the events after it. */
  lastEventId: string | undefined;

  /** @param maxLength - The longest event, in characters. */
  constructor(maxLength: number = Infinity) {
    this.#maxLength = maxLength;
  }

  /**
   * Returns the events that a piece completes.
   *
   * @throws RangeError if an event is too long.
   */
  push(piece: string): ServerSentEvent[] {
    const events: ServerSentEvent[] = [];
    let start = this.#hasCR && piece.startsWith("\n") ? 1 : 0;
    if (piece !== "") this.#hasCR = false;
    // Searched again only once it has been passed, so that a piece is read once.
    let cr = piece.indexOf("\r", start);
    let lf = piece.indexOf("\n", start);
    while (cr >= 0 || lf >= 0) {
      const isCR = cr >= 0 && (lf < 0 || cr < lf);
      const end = isCR ? cr : lf;
      this.#takeLine(this.#line + piece.slice(start, end), events);
      this.#line = "";
      start = end + 1;
      if (isCR && start === piece.length) this.#hasCR = true;
      else if (isCR && lf === start) start += 1;
      if (cr >= 0 && cr < start) cr = piece.indexOf("\r", start);
      if (lf >= 0 && lf < start) lf = piece.indexOf("\n", start);
    }
    this.#line += piece.slice(start);
    this.#check();
    return events;
  }

  #takeLine(line: string, events: ServerSentEvent[]): void {
    if (line === "") return this.#dispatch(events);
    const colon = line.indexOf(":");
    if (colon === 0) return; // a comment
    const name = colon < 0 ? line : line.slice(0, colon);
    const from = colon + (line.startsWith(" ", colon + 1) ? 2 : 1);
    const value = colon < 0 ? "" : line.slice(from);
    switch (name) {
      case "data":
        this.#data = this.#data === undefined ? value : `${this.#data}\n${value}`;
        this.#check();
        break;
      case "event":
        this.#event = value;
        break;
      case "id":
        if (!value.includes("\0")) this.lastEventId = value;
        break;
      case "retry":
        if (/^\d+$/.test(value)) this.#retry = Number(value);
        break;
      default: // ignored, as the standard says
    }
  }

  /** An event without data is none. */
  #dispatch(events: ServerSentEvent[]): void {
    if (this.#data !== undefined)
      events.push({
        ...(this.#event && { event: this.#event }),
        ...(this.lastEventId && { id: this.lastEventId }),
        data: this.#data,
        ...(this.#retry !== undefined && { retry: this.#retry }),
      });
    this.#event = this.#data = this.#retry = undefined;
  }

  #check(): void {
    const length = this.#line.length + (this.#data?.length ?? 0);
    if (length > this.#maxLength)
      throw new RangeError(`expected events of at most ${this.#maxLength} characters`);
  }
}
