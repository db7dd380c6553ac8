import { expect, test } from "vitest";
import { createEmitContext } from "../../../src/emit/context.js";
import { emitDocs } from "../../../src/emit/docs/index.js";
import { createSite } from "../../../src/emit/docs/site.js";
import { emitSource } from "../../../src/emit/source.js";
import type { Operation } from "../../../src/model/types.js";
import { api, operation, options, parameter } from "../support/api.js";
import { plainNames } from "../support/names.js";

/** The function, the method and the page of an operation. */
function emitted(parts: Partial<Operation>): Readonly<Record<"func" | "method" | "page", string>> {
  const of = api({ operations: [operation("call", { docs: { summary: "Calls." }, ...parts })] });
  const context = createEmitContext(of, plainNames(of), options());
  const files = [...emitSource(context), ...emitDocs(createSite(context))];
  const text = (pattern: RegExp): string =>
    files.find(({ path }) => pattern.test(path))?.text ?? "";
  return {
    func: text(/funcs\/call\.ts$/),
    method: text(/sdk\/sdk\.ts$/),
    page: text(/^docs\/sample\/sdks\/.*README\.md$/),
  };
}

const RETRIED = "retried only with `idempotencyKey`, or if the server cannot have processed it.";
const modes = [
  parameter("query", "mode", { notIdempotentWhen: ["reset", "wipe"] }),
  parameter("query", "force", { notIdempotentWhen: [true] }),
];
const EXCEPT = '`mode` is `"reset"` or `"wipe"` or `force` is `true`';

test.each<readonly [string, Partial<Operation>, string | undefined, readonly string[]]>([
  ["a GET", {}, undefined, []],
  ["a PUT", { method: "PUT" }, undefined, []],
  ["a POST", { method: "POST" }, `Not idempotent: ${RETRIED}`, []],
  ["a PATCH", { method: "PATCH" }, `Not idempotent: ${RETRIED}`, []],
  [
    "a PUT that is not idempotent",
    { method: "PUT", idempotent: false },
    `Not idempotent: ${RETRIED}`,
    ["idempotent: false"],
  ],
  [
    "an idempotent POST",
    { method: "POST", idempotent: true },
    "Idempotent: retried like a GET.",
    ["idempotent: true"],
  ],
  [
    "a GET with effects",
    { parameters: modes },
    `Not idempotent if ${EXCEPT}: then ${RETRIED}`,
    ['notIdempotentWhen: { mode: ["reset", "wipe"], force: [true] }'],
  ],
  [
    "an idempotent POST with effects",
    { method: "POST", idempotent: true, parameters: modes },
    `Not idempotent if ${EXCEPT}: then ${RETRIED}`,
    ["idempotent: true", 'notIdempotentWhen: { mode: ["reset", "wipe"], force: [true] }'],
  ],
  [
    "a POST whose exceptions change nothing",
    { method: "POST", parameters: modes },
    `Not idempotent: ${RETRIED}`,
    [],
  ],
])("%s says in its comments and on its page what is retried", (_, parts, sentence, members) => {
  const { func, method, page } = emitted(parts);
  for (const text of [func, method, page]) {
    const prose = text.replace(/\s+(?:\* )?/g, " ");
    expect(prose).toContain("Calls.");
    const said = /(?:Not i|I)dempotent\b.*?\.(?= )/.exec(prose)?.[0];
    expect(said).toBe(sentence);
  }
  expect(func.match(/(?:notI|i)dempotent\w*: .*(?=,\n)/g) ?? []).toEqual(members);
});

test("a value of a document stays code on a page, and cannot end a comment", () => {
  const notIdempotentWhen = ["`*/ [a](javascript:b)|", null];
  const { func, page } = emitted({
    parameters: [parameter("query", "mode", { notIdempotentWhen })],
  });
  expect(func.slice(0, func.indexOf("export const")).match(/\*\//g)).toHaveLength(1);
  expect(page).toContain('`mode` is ``"`*/ [a](javascript:b)\\|"`` or `null`: then');
});
