/** The doc comments and the documentation state the defaults that the runtime uses. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as runtime from "../../../src/lib/index.js";

const statuses = runtime.DEFAULT_RETRY_CODES.map(Number);

function read(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
}

/** The doc comment of a member of an interface. */
function docCommentOf(path: string, member: string): string {
  const [before = ""] = read(path).split(`\n  ${member}?: `, 1);
  const comment = before.slice(before.lastIndexOf("/**"));
  return comment.replaceAll(/\s*\n\s*\*\s*/g, " ");
}

/**
 * The line of a page that states the default of an option: the first one with a number after its
 * name.
 */
function lineOf(path: string, option: string): string {
  const line = read(path)
    .split("\n")
    .find((each) => new RegExp(`\`${option}\`.*\\d`).test(each));
  return line?.slice(line.indexOf(`\`${option}\``)) ?? "";
}

/** The first number of a text, in milliseconds if it is in seconds: `8,000`, `8 s`. */
function firstNumber(text: string): number {
  const [, digits = "", unit] = /(\d[\d,]*)(?: (s)\b)?/.exec(text) ?? [];
  return Number(digits.replaceAll(",", "")) * (unit === "s" ? 1000 : 1);
}

/** The statuses from the first to the last default one. */
function statusesIn(text: string): readonly number[] {
  const [list = ""] = /408\b[\d, and`"]+504/.exec(text) ?? [];
  return (list.match(/\d{3}/g) ?? []).map(Number);
}

const CLIENT = "src/lib/pipeline/settings.ts";
const CALL = "src/lib/call/request-options.ts";
const RETRIES = "src/lib/spec/retry-config.ts";

test.for<[path: string, member: string, value: number]>([
  [CLIENT, "timeoutMs", runtime.DEFAULT_TIMEOUT_MS],
  [CLIENT, "maxResponseBytes", runtime.DEFAULT_MAX_RESPONSE_BYTES],
  [CLIENT, "retryConfig", runtime.DEFAULT_MAX_ATTEMPTS],
  [RETRIES, "initialInterval", runtime.DEFAULT_INITIAL_INTERVAL_MS],
  [RETRIES, "maxInterval", runtime.DEFAULT_MAX_INTERVAL_MS],
  [RETRIES, "exponent", runtime.DEFAULT_EXPONENT],
  [RETRIES, "maxElapsedTime", runtime.DEFAULT_MAX_ELAPSED_TIME_MS],
  [RETRIES, "    maxAttempts", runtime.DEFAULT_MAX_ATTEMPTS],
])("the doc comment in %s states the default of %s", ([path, member, value]) => {
  const [, stated = ""] = docCommentOf(path, member).split("Defaults to ");
  expect(firstNumber(stated)).toBe(value);
});

test.for<[path: string, option: string, value: number]>([
  ["docs/options.md", "timeoutMs", runtime.DEFAULT_TIMEOUT_MS],
  ["docs/options.md", "retryConfig", runtime.DEFAULT_MAX_ATTEMPTS],
  ["docs/options.md", "maxResponseBytes", runtime.DEFAULT_MAX_RESPONSE_BYTES],
  ["docs/retries.md", "maxAttempts", runtime.DEFAULT_MAX_ATTEMPTS],
  ["docs/retries.md", "initialInterval", runtime.DEFAULT_INITIAL_INTERVAL_MS],
  ["docs/retries.md", "maxInterval", runtime.DEFAULT_MAX_INTERVAL_MS],
  ["docs/retries.md", "exponent", runtime.DEFAULT_EXPONENT],
  ["docs/retries.md", "maxElapsedTime", runtime.DEFAULT_MAX_ELAPSED_TIME_MS],
])("%s states the default of %s", ([path, option, value]) => {
  expect(firstNumber(lineOf(path, option))).toBe(value);
});

test("the retryable statuses are those that the doc comment and the pages list", () => {
  expect(statusesIn(docCommentOf(CALL, "retryCodes"))).toEqual(statuses);
  expect(statusesIn(lineOf("docs/options.md", "retryCodes"))).toEqual(statuses);
  expect(statusesIn(read("docs/retries.md"))).toEqual(statuses);
});
