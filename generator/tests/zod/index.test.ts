import { expect, test } from "vitest";
import { andThen } from "../../src/diagnostics/stage-result.js";
import { check } from "../../src/document/check.js";
import { createEmitContext } from "../../src/emit/context.js";
import { emitSource } from "../../src/emit/source.js";
import { upgrade } from "../../src/load/upgrade.js";
import { build } from "../../src/model/build.js";
import { assignNames } from "../../src/name/assign-names.js";
import { options } from "../emit/support/api.js";

test("a request that is called like a component has another name in the index", () => {
  const type = { type: "string" };
  const document = {
    openapi: "3.1.0",
    info: { title: "Orders", version: "1" },
    paths: {
      "/orders/{id}": {
        get: {
          operationId: "getOrder",
          parameters: [{ name: "id", in: "path", required: true, schema: type }],
          responses: {
            200: {
              description: "",
              content: {
                "application/json": { schema: { $ref: "#/components/schemas/GetOrderRequest" } },
              },
            },
          },
        },
      },
    },
    components: { schemas: { GetOrderRequest: { type: "object", properties: { a: type } } } },
  };
  const { value: api } = andThen(andThen(upgrade(document), check), build);
  if (!api) throw new Error("the document is valid");
  const mode = { kind: "embedded", source: "src", runtime: "src/lib" } as const;
  const names = assignNames(api, { sdkClassName: "SDK" });
  const context = createEmitContext(api, names, options({ mode, zodSchemas: "zod" }));
  const index = emitSource(context).find(({ path }) => path === "src/zod/index.ts")?.text;
  expect(index).toContain("export { GetOrderRequest, GetOrderRequestWire } from ");
  expect(index).toContain("GetOrderRequest as OperationGetOrderRequest");
});
