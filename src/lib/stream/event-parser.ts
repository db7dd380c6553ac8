import { LineBuffer } from "./line-buffer.js";

const LF = 10;
const COLON = 58;
const SPACE = 32;
const LETTER_A = 97;
const LETTER_D = 100;
const LETTER_E = 101;
const LETTER_N = 110;
const LETTER_T = 116;
const LETTER_V = 118;

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
export class EventParser extends LineBuffer {
  readonly #maxLength: number;
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
    super("\n");
    this.#maxLength = maxLength;
  }

  /** Adds what came. */
  override push(piece: string): void {
    const hasCR = this.#hasCR;
    const isPlain = !piece.includes("\r");
    if (piece !== "") this.#hasCR = !isPlain && piece.endsWith("\r");
    const lines = hasCR && piece.charCodeAt(0) === LF ? piece.slice(1) : piece;
    // CR and CRLF end lines as LF does, and are part of no value.
    super.push(isPlain ? lines : lines.replaceAll("\r\n", "\n").replaceAll("\r", "\n"));
  }

  /**
   * Returns the next whole event; `undefined` if more has to come.
   *
   * @throws RangeError if it is too long.
   */
  next(): ServerSentEvent | undefined {
    const { text } = this;
    if (text !== "") {
      let start = this.position;
      for (let end; (end = text.indexOf("\n", start)) >= 0; start = end + 1) {
        // Most events have one line of data, which is their last.
        const isLast = text.charCodeAt(end + 1) === LF && this.#data === undefined;
        if (isLast && isData(text, start) && text.charCodeAt(start + 4) === COLON) {
          this.position = end + 2;
          return this.#dispatch(
            text.slice(text.charCodeAt(start + 5) === SPACE ? start + 6 : start + 5, end),
          );
        }
        if (start < end) this.#takeLine(text, start, end);
        else if (this.#data === undefined) this.#dispatch("");
        else {
          this.position = end + 1;
          return this.#dispatch(this.#data);
        }
      }
      this.position = start;
      this.pause();
    }
    this.#check(this.rest.length + (this.#data?.length ?? 0));
    return undefined;
  }

  /** Drops the event that the last connection did not complete, so that the next one can begin. */
  restart(): void {
    this.clear();
    this.#hasCR = false;
    this.#event = this.#data = this.#retry = undefined;
    this.#id = this.lastEventId;
  }

  /** Takes a line that is not empty, from `start` to `end`. It is not cut out of the text first. */
  #takeLine(text: string, start: number, end: number): void {
    if (isData(text, start)) {
      const value = valueAt(text, start + 4, end);
      if (value === undefined) return;
      this.#data = this.#data === undefined ? value : `${this.#data}\n${value}`;
      this.#check(this.#data.length);
    } else if (isEvent(text, start)) {
      this.#event = valueAt(text, start + 5, end) ?? this.#event;
    } else if (text.startsWith("id", start)) {
      const value = valueAt(text, start + 2, end);
      if (value !== undefined && !value.includes("\0")) this.#id = value;
    } else if (text.startsWith("retry", start)) {
      const value = valueAt(text, start + 5, end) ?? "";
      if (/^\d+$/.test(value)) this.#retry = this.retryMs = Number(value);
    }
    // Comments and other fields are ignored, as the standard says.
  }

  /** Ends an event, and returns it with its data. */
  #dispatch(data: string): ServerSentEvent {
    const event = this.#event;
    const retry = this.#retry;
    const id = (this.lastEventId = this.#id);
    this.#event = this.#data = this.#retry = undefined;
    this.#check(data.length);
    // Written out, because a literal is created faster than an object that members are added to.
    if (retry !== undefined) return { data, ...(event && { event }), ...(id && { id }), retry };
    if (id) return event ? { data, event, id } : { data, id };
    return event ? { data, event } : { data };
  }

  #check(length: number): void {
    if (length > this.#maxLength)
      throw new RangeError(`expected events of at most ${this.#maxLength} characters`);
  }
}

// Faster than `startsWith`, which is a call.
function isData(text: string, start: number): boolean {
  return (
    text.charCodeAt(start) === LETTER_D &&
    text.charCodeAt(start + 1) === LETTER_A &&
    text.charCodeAt(start + 2) === LETTER_T &&
    text.charCodeAt(start + 3) === LETTER_A
  );
}

function isEvent(text: string, start: number): boolean {
  return (
    text.charCodeAt(start) === LETTER_E &&
    text.charCodeAt(start + 1) === LETTER_V &&
    text.charCodeAt(start + 2) === LETTER_E &&
    text.charCodeAt(start + 3) === LETTER_N &&
    text.charCodeAt(start + 4) === LETTER_T
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
