import { expect, test } from "vitest";
import { contentTypeOf } from "../../../src/lib/pipeline/content-type.js";

const cases: readonly (readonly [header: string | undefined, media: string, charset: string])[] = [
  [undefined, "", "utf-8"],
  ["application/json", "application/json", "utf-8"],
  ["Application/JSON; charset=UTF-8", "application/json", "utf-8"],
  ["text/plain;charset='latin1'", "text/plain", "latin1"],
  ['text/plain; note="a,b;c"; charset="iso-8859-2"', "text/plain", "iso-8859-2"],
  ["text/html, application/json", "application/json", "utf-8"],
];

function read(header: string | undefined): unknown {
  return contentTypeOf(new Response(null, header ? { headers: { "content-type": header } } : {}));
}

test.each(cases)("Content-Type: %s", (header, media, charset) => {
  expect(read(header)).toEqual({ media, charset });
});

test("responses of other types do not change what is read of the next one", () => {
  for (let i = 0; i < 2; i++)
    for (const [header, media, charset] of cases) {
      expect(read(header)).toEqual({ media, charset });
      expect(read(header)).toEqual({ media, charset });
    }
});
