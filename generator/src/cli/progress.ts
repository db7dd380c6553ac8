/** A stage of a run, in order. */
export type Stage = "load" | "check" | "model" | "emit" | "compare" | "write";

/** Shows what a long run is doing, in one line of a terminal. */
export interface Progress {
  /** Begins a stage of a target. */
  readonly begin: (stage: Stage, target: string) => void;
  /** Removes the line, before something else is printed and at the end. */
  readonly clear: () => void;
}

const DOING: Readonly<Record<Stage, string>> = {
  load: "reading the document",
  check: "checking the document",
  model: "building the model",
  emit: "writing the code",
  compare: "comparing the files",
  write: "writing the files",
};

/** Shorter runs end before anybody could read the line. */
const PATIENCE_MS = 300;

const ERASE_LINE = "\r\u001B[2K";

/**
 * Progress on a terminal. The stages between load and write do not let timers run, so the line is
 * written when a stage begins.
 *
 * @param terminal - Writes to the terminal. Without one there is no progress.
 */
export function progressOn(terminal: ((text: string) => void) | undefined): Progress {
  if (!terminal) return { begin: () => undefined, clear: () => undefined };
  const start = performance.now();
  let isShown = false;
  let timer: NodeJS.Timeout | undefined;
  const clear = (): void => {
    clearTimeout(timer);
    if (isShown) terminal(ERASE_LINE);
    isShown = false;
  };
  return {
    clear,
    begin: (stage, target) => {
      const show = (): void => {
        terminal(`${ERASE_LINE}${target}: ${DOING[stage]} ...`);
        isShown = true;
      };
      clearTimeout(timer);
      const rest = PATIENCE_MS - (performance.now() - start);
      if (rest <= 0) show();
      // A document of another machine may take long to arrive.
      else timer = setTimeout(show, rest).unref();
    },
  };
}
