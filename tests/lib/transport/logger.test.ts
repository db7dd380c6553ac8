import { expect, onTestFinished, test } from "vitest";
import { coreOf, thingsCreate, thingsGet } from "../../support/sdk.js";
import { inTurn, respondWith, serve } from "../../support/server.js";

const one = respondWith(200, { id: "t" }, { "x-request-id": "r-1", "set-cookie": "a=b" });

function recorder() {
  const lines: string[] = [];
  let depth = 0;
  const log = (line: unknown): void => void lines.push(`${"  ".repeat(depth)}${String(line)}`);
  return {
    lines,
    log,
    group: (label?: string): void => (log(label), void depth++),
    groupEnd: (): void => void depth--,
  };
}

test("the logger receives the request and the response, with secrets redacted", async () => {
  const server = await serve(one);
  const debugLogger = recorder();
  await thingsGet(coreOf(server.url, { debugLogger }), { thingId: "t" });
  const { lines } = debugLogger;
  expect(lines.slice(0, 4)).toEqual([
    `> GET ${server.url}/things/t (attempt 1)`,
    "  accept: application/json, application/problem+json",
    "  user-agent: test-sdk/1.0",
    "  x-api-key: ***",
  ]);
  expect(lines[4]).toMatch(/^< 200 after \d+ ms: GET http.+\/things\/t \(attempt 1\)$/);
  expect(lines).toContain("  x-request-id: r-1");
  expect(lines).toContain("  set-cookie: ***");
});

test("each attempt and each redirect is logged", async () => {
  const server = await serve(
    inTurn(respondWith(503), respondWith(302, "", { location: "/there" }), one),
  );
  const debugLogger = recorder();
  await thingsGet(coreOf(server.url, { debugLogger }), { thingId: "t" });
  const titles = debugLogger.lines.filter((line) => line.startsWith(">"));
  expect(titles.map((title) => title.replace(server.url, ""))).toEqual([
    "> GET /things/t (attempt 1)",
    "> GET /things/t (attempt 2)",
    "> GET /there (attempt 2)",
  ]);
});

test("a request without a response is logged too", async () => {
  const debugLogger = recorder();
  await thingsCreate(coreOf("https://nobody.invalid", { debugLogger }), { id: "t" });
  expect(debugLogger.lines[0]).toBe("> POST https://nobody.invalid/things (attempt 1)");
});

test.for([
  ["true", true],
  ["1", true],
  ["yes", true],
  ["false", false],
  ["FALSE", false],
  ["0", false],
  ["off", false],
  ["no", false],
  ["", false],
  [undefined, false],
] as const)("TESTSDK_DEBUG=%s logs to the console: %s", async ([value, logs]) => {
  const { group, log, groupEnd } = console;
  const before = process.env["TESTSDK_DEBUG"];
  onTestFinished(() => {
    Object.assign(console, { group, log, groupEnd });
    delete process.env["TESTSDK_DEBUG"];
    if (before !== undefined) process.env["TESTSDK_DEBUG"] = before;
  });
  if (value === undefined) delete process.env["TESTSDK_DEBUG"];
  else process.env["TESTSDK_DEBUG"] = value;
  const recorded = recorder();
  Object.assign(console, recorded);
  const server = await serve(one);
  await thingsGet(coreOf(server.url), { thingId: "t" });
  expect(recorded.lines.length > 0).toBe(logs);
});

test("the debugLogger option takes precedence over the environment", async () => {
  onTestFinished(() => void delete process.env["TESTSDK_DEBUG"]);
  process.env["TESTSDK_DEBUG"] = "0";
  const server = await serve(one);
  const debugLogger = recorder();
  await thingsGet(coreOf(server.url, { debugLogger }), { thingId: "t" });
  expect(debugLogger.lines).not.toEqual([]);
});
