import { expect, test } from "vitest";
import { withIdempotent } from "../../src/config/idempotent.js";
import type { Job } from "../../src/config/job.js";
import type { Document } from "../../src/document/types.js";

const done = { responses: { 204: { description: "Done" } } };
const document: Document = {
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  paths: {
    "/things": {
      get: { operationId: "listThings", ...done },
      post: { operationId: "addThing", "x-idempotent": true, ...done },
    },
    "/no-id/{id}": { post: done },
    "/hidden": {
      put: { operationId: "hideThing", "x-speakeasy-ignore": true, ...done },
    },
    "/ignored": { "x-speakeasy-ignore": true, put: { operationId: "ignoreThing", ...done } },
  },
};

function changed(operations?: Readonly<Record<string, boolean>>) {
  const idempotent = operations && {
    pointer: "gen.yaml#/typescript/idempotent",
    operations: new Map(Object.entries(operations)),
  };
  const job: Job = {
    target: "t",
    root: "/",
    source: { inputs: [], overlays: [] },
    config: { ...(idempotent && { idempotent }) },
    configFiles: [],
    isConfigured: true,
  };
  return withIdempotent(document, job);
}

test("without the key the document stays as it is", () => {
  expect(changed()).toEqual({ value: document, diagnostics: [] });
  expect(changed().value).toBe(document);
});

test("gen.yaml wins over the document, and finds operations without an ID by the one they get", () => {
  const { value, diagnostics } = changed({
    listThings: false,
    addThing: false,
    post_no_id_id: true,
  });
  expect(diagnostics).toEqual([]);
  expect(value?.paths).toEqual({
    ...document.paths,
    "/things": {
      get: { operationId: "listThings", "x-idempotent": false, ...done },
      post: { operationId: "addThing", "x-idempotent": false, ...done },
    },
    "/no-id/{id}": { post: { "x-idempotent": true, ...done } },
  });
});

test.each([
  ["listThing", "Did you mean `listThings`?"],
  ["somethingElse", "Use the operationId of an operation, or remove the key."],
  ["hideThing", "Use the operationId of an operation, or remove the key."],
  ["ignoreThing", "Use the operationId of an operation, or remove the key."],
])("%s, which is no operation, is a warning", (id, help) => {
  const { value, diagnostics } = changed({ [id]: true });
  expect(value).toEqual(document);
  expect(diagnostics).toEqual([
    {
      code: "config-operation-unknown",
      severity: "warning",
      pointer: `gen.yaml#/typescript/idempotent/${id}`,
      message: `The document has no operation \`${id}\`.`,
      help,
    },
  ]);
});
