const COLON = 58;
const SPACE = 32;
const LETTER_D = 100;
const LETTER_E = 101;

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
  #id: string | undefined;
  /** The id of the last whole event that had one. It holds for the events after it. */
  lastEventId: string | undefined;
  /** How long to wait before reconnecting, in milliseconds. It holds from its line on. */
  retryMs: number | undefined;

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
      if (this.#line === "") this.#takeLine(piece, start, end, events);
      else {
        const line = this.#line + piece.slice(start, end);
        this.#line = "";
        this.#takeLine(line, 0, line.length, events);
      }
      start = end + 1;
      if (isCR && start === piece.length) this.#hasCR = true;
      else if (isCR && lf === start) start += 1;
      if (cr >= 0 && cr < start) cr = piece.indexOf("\r", start);
      if (lf >= 0 && lf < start) lf = piece.indexOf("\n", start);
    }
    if (start < piece.length) this.#line += piece.slice(start);
    this.#check();
    return events;
  }

  /** Drops the event that the last connection did not complete, so that the next one can begin. */
  restart(): void {
    this.#line = "";
    this.#hasCR = false;
    this.#event = this.#data = this.#retry = undefined;
    this.#id = this.lastEventId;
  }

  /** Takes the line of a text between two positions, which is not cut out of it first. */
  #takeLine(text: string, start: number, end: number, events: ServerSentEvent[]): void {
    if (start === end) return this.#dispatch(events);
    const first = text.charCodeAt(start);
    if (first === COLON) return; // a comment
    // Most lines are of these two, and are told by their first letter before anything is searched.
    if (first === LETTER_D && text.startsWith("data", start)) {
      const value = valueAt(text, start + 4, end);
      if (value === undefined) return;
      this.#data = this.#data === undefined ? value : `${this.#data}\n${value}`;
      return this.#check();
    }
    if (first === LETTER_E && text.startsWith("event", start)) {
      this.#event = valueAt(text, start + 5, end) ?? this.#event;
      return;
    }
    if (text.startsWith("id", start)) {
      const value = valueAt(text, start + 2, end);
      if (value !== undefined && !value.includes("\0")) this.#id = value;
    } else if (text.startsWith("retry", start)) {
      const value = valueAt(text, start + 5, end) ?? "";
      if (/^\d+$/.test(value)) this.#retry = this.retryMs = Number(value);
    }
    // Other fields are ignored, as the standard says.
  }

  /** An event without data is none. */
  #dispatch(events: ServerSentEvent[]): void {
    this.lastEventId = this.#id;
    if (this.#data !== undefined) {
      const event: { -readonly [Name in keyof ServerSentEvent]: ServerSentEvent[Name] } = {
        data: this.#data,
      };
      if (this.#event) event.event = this.#event;
      if (this.lastEventId) event.id = this.lastEventId;
      if (this.#retry !== undefined) event.retry = this.#retry;
      events.push(event);
    }
    this.#event = this.#data = this.#retry = undefined;
  }

  #check(): void {
    const length = this.#line.length + (this.#data?.length ?? 0);
    if (length > this.#maxLength)
      throw new RangeError(`expected events of at most ${this.#maxLength} characters`);
  }
}

/**
 * The value of a field whose name ends at a position. `undefined` if the name goes on there, and
 * empty if nothing follows it.
 */
function valueAt(text: string, nameEnd: number, end: number): string | undefined {
  if (nameEnd === end) return "";
  if (nameEnd > end || text.charCodeAt(nameEnd) !== COLON) return undefined;
  const start = nameEnd + (text.charCodeAt(nameEnd + 1) === SPACE && nameEnd + 1 < end ? 2 : 1);
  return text.slice(start, end);
}
