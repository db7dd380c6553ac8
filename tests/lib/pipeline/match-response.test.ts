import { expect, test } from "vitest";
import { contentTypeOf } from "../../../src/lib/pipeline/content-type.js";
import { matchResponse } from "../../../src/lib/pipeline/match-response.js";
import {
  type ResponseSpec,
  type ResponseStatus,
  type TransportResponse,
  apiError,
  bytes,
  empty,
  json,
  jsonError,
  text,
} from "../../../src/lib/typed.js";
import { compileOperation } from "../../../src/lib/spec/operation-spec.js";
import { string } from "../../../src/lib/schema/index.js";
import { GetError, ListError, Problem } from "../../types/errors.js";

const problem = "application/problem+json";

function matched(specs: ResponseSpec<unknown, unknown>[], status: number, media?: string): number {
  const operation = compileOperation({ id: "x", method: "GET", path: "/", responses: specs });
  const headers = new Headers(media === undefined ? {} : { "content-type": media });
  // Only the members that the function reads.
  const spec = matchResponse(
    operation,
    status,
    contentTypeOf({ headers } as unknown as TransportResponse).media,
  );
  return spec === undefined ? -1 : specs.indexOf(spec);
}

const ranges = (...statuses: ResponseStatus[]) => [
  ...statuses.map((status) => json(status, string)),
  ...statuses.map((status) => jsonError(status, ListError, Problem)),
];
const medias = [json(200, string), text(200, "text/csv"), bytes(200, "image/*"), empty(204)];
const errors = [
  json(200, string),
  jsonError(404, ListError, Problem, problem),
  jsonError("4XX", GetError, Problem),
  jsonError("default", GetError, Problem),
];

test.for<
  [
    specs: ResponseSpec<unknown, unknown>[],
    status: number,
    media: string | undefined,
    index: number,
  ]
>([
  // the exact status, then its range, then the default; a success never matches an error
  [ranges("default", "2XX", 200), 200, "application/json", 2],
  [ranges("default", "2XX", 200), 201, "application/json", 1],
  [ranges("default", "4XX", 404), 404, "application/json", 5],
  [ranges("default", "4XX", 404), 400, "application/json", 4],
  [ranges("default", "4XX", 404), 500, "application/json", 3],
  [ranges("default"), 200, "application/json", 0],
  [errors, 404, problem, 1],
  [errors, 409, "application/json", 2],
  [errors, 500, "application/json", 3],
  [[json(200, string)], 404, "application/json", -1],
  [[jsonError("default", ListError, Problem)], 200, "application/json", -1],
  // media types
  [medias, 200, "application/json; charset=utf-8", 0],
  [medias, 200, "APPLICATION/JSON", 0],
  [medias, 200, "application/vnd.api+json", 0],
  [medias, 200, "text/json", 0],
  [medias, 200, "text/csv;header=present", 1],
  [medias, 200, "image/png", 2],
  [medias, 200, undefined, 0],
  [medias, 200, "text/html", -1],
  [medias, 200, "imagepng", -1],
  [[bytes(200, "*/*")], 200, "anything/at-all", 0],
  [errors, 404, "text/html", -1],
  // an exact media type takes precedence over a JSON type and over a range
  [
    [json(200, string), json(200, string, "application/vnd.a+json")],
    200,
    "application/vnd.a+json",
    1,
  ],
  [[bytes(200, "*/*"), bytes(200, "image/*"), text(200, "text/csv")], 200, "text/csv", 2],
  // an undeclared success counts as the declared one of its media type
  [medias, 201, "text/csv", 1],
  [medias, 201, "application/json", 0],
  [medias, 204, undefined, 3],
  [[empty(204)], 200, "application/json", 0],
  [[empty(204)], 202, undefined, 0],
  [[json(200, string)], 201, "text/html", -1],
  [[json(200, string)], 301, undefined, -1],
])("a response is matched by status and media type (case %#)", ([specs, status, media, index]) => {
  expect(matched(specs, status, media)).toBe(index);
});

test.for<[specs: ResponseSpec<unknown, unknown>[], accept: string]>([
  [[json(200, string)], "application/json"],
  [[json(200, string), text(200, "text/csv")], "application/json, text/csv"],
  [[json(200, string), json(202, string), empty(204)], "application/json"],
  [
    [json(200, string), jsonError(404, ListError, Problem, problem)],
    "application/json, application/problem+json",
  ],
  [[json(200, string), jsonError(404, ListError, Problem), apiError(500)], "application/json"],
  [[empty(204)], "*/*"],
  [[empty(204), jsonError(404, ListError, Problem)], "*/*"],
])("Accept lists every declared type once, and no others (case %#)", ([specs, accept]) => {
  const operation = compileOperation({ id: "x", method: "GET", path: "/", responses: specs });
  expect(operation.accept({}, undefined)).toBe(accept);
});
