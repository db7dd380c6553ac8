import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { progressOn } from "../../src/cli/progress.js";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const ERASE = "\r\u001B[2K";

test("a long run shows what it does, and leaves nothing behind", () => {
  const written: string[] = [];
  const progress = progressOn((text) => void written.push(text));
  progress.begin("load", "a");
  expect(written).toEqual([]);
  vi.advanceTimersByTime(300);
  progress.begin("emit", "a");
  progress.clear();
  progress.clear();
  expect(written).toEqual([
    `${ERASE}a: reading the document ...`,
    `${ERASE}a: writing the code ...`,
    ERASE,
  ]);
});

test("a short run shows nothing", () => {
  const written: string[] = [];
  const progress = progressOn((text) => void written.push(text));
  for (const stage of ["load", "check", "model", "emit", "compare", "write"] as const) {
    progress.begin(stage, "a");
  }
  progress.clear();
  vi.advanceTimersByTime(1000);
  expect(written).toEqual([]);
});

test("without a terminal there is no progress", () => {
  const progress = progressOn(undefined);
  progress.begin("load", "a");
  vi.advanceTimersByTime(1000);
  progress.clear();
  expect(vi.getTimerCount()).toBe(0);
});
