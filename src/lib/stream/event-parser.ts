const LF = 10;
const COLON = 58;
const SPACE = 32;
const LETTER_A = 97;
const LETTER_D = 100;
const LETTER_E = 101;
const LETTER_T = 116;

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
    // The common case first: lines that all end with LF, and events with one line of data.
    if (cr < 0 && this.#line === "") {
      for (; lf >= 0; lf = piece.indexOf("\n", start)) {
        const isWhole = piece.charCodeAt(lf + 1) === LF && this.#data === undefined;
        if (isWhole && isData(piece, start) && piece.charCodeAt(start + 4) === COLON) {
          const from = piece.charCodeAt(start + 5) === SPACE ? start + 6 : start + 5;
          if (lf - from > this.#maxLength) this.#refuse();
          this.#dispatch(piece.slice(from, lf), events);
          start = lf + 2;
        } else {
          this.#takeLine(piece, start, lf, events);
          start = lf + 1;
        }
      }
    }
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
    if (start === end) return this.#dispatch(this.#data, events);
    const first = text.charCodeAt(start);
    if (first === COLON) return; // a comment
    if (isData(text, start)) {
      const value = valueAt(text, start + 4, end);
      if (value === undefined) return;
      if (this.#data === undefined) this.#data = value;
      else this.#data += `\n${value}`;
      if (this.#data.length > this.#maxLength) this.#refuse();
      return;
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
  #dispatch(data: string | undefined, events: ServerSentEvent[]): void {
    if (this.lastEventId !== this.#id) this.lastEventId = this.#id;
    if (data !== undefined) {
      const event = this.#event;
      const id = this.#id;
      // Written out, because a literal is created faster than an object that members are added to.
      if (this.#retry !== undefined)
        events.push({
          data,
          ...(event && { event }),
          ...(id && { id }),
          retry: this.#retry,
        });
      else if (id) events.push(event ? { data, event, id } : { data, id });
      else events.push(event ? { data, event } : { data });
      this.#data = undefined;
    }
    if (this.#event !== undefined) this.#event = undefined;
    if (this.#retry !== undefined) this.#retry = undefined;
  }

  /** Refuses an event that is too long, before its last line ends. */
  #check(): void {
    const length = this.#line.length + (this.#data?.length ?? 0);
    if (length > this.#maxLength) this.#refuse();
  }

  #refuse(): never {
    throw new RangeError(`expected events of at most ${this.#maxLength} characters`);
  }
}

/** Whether the name of a field begins with `data`. Faster than `startsWith`, which is a call. */
function isData(text: string, start: number): boolean {
  return (
    text.charCodeAt(start) === LETTER_D &&
    text.charCodeAt(start + 1) === LETTER_A &&
    text.charCodeAt(start + 2) === LETTER_T &&
    text.charCodeAt(start + 3) === LETTER_A
  );
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
