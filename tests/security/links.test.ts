/** Links to next pages are followed only to the origin that the credentials are for. */
import { expect, test } from "vitest";
import {
  HTTPClient,
  type PagedOperation,
  byUrl,
  json,
  pagedOperation,
} from "../../src/lib/typed.js";
import { object, optional, string } from "../../src/lib/typed.js";
import { coreOf } from "../support/sdk.js";

interface Page {
  next?: string | undefined;
}
const things: PagedOperation<void, Page, unknown> = pagedOperation(() => ({
  id: "listThings",
  method: "GET",
  path: "/things",
  responses: [
    json(
      200,
      object<Page>(() => ({ next: optional(string) })),
    ),
  ],
  pages: byUrl({ next: "next" }),
}));

/** The URLs that a client requests if its first page has a link. */
async function followed(next: string): Promise<{ urls: string[]; last: string }> {
  const urls: string[] = [];
  const httpClient = new HTTPClient({
    fetcher: async ({ url }) => {
      urls.push(url);
      return Response.json(urls.length === 1 ? { next } : {});
    },
  });
  let last = "";
  const core = coreOf("https://api.example.com/v1", { httpClient });
  for await (const page of things(core)) last = page.ok ? "a page" : page.error.name;
  return { urls: urls.slice(1), last };
}

test.for([
  "https://evil.example/v1/things?page=2",
  "https://api.example.com.evil.example/v1/things",
  "https://api.example.com@evil.example/v1/things",
  "https://api.example.com:8443/v1/things",
  "http://api.example.com/v1/things",
  "//evil.example/v1/things",
  "\\\\evil.example\\v1\\things",
  "/\\evil.example/v1/things",
  "https:\\\\evil.example/",
  "https://user:word@api.example.com/v1/things?page=2",
  "javascript:alert(1)",
  "data:application/json,{}",
  "file:///etc/passwd",
  "blob:https://api.example.com/9115d58c-bcda-ff47-86e5-083e9a215304",
  "ftp://api.example.com/v1/things",
  "https://",
  "https://[",
])("the link %s is not followed", async (link) => {
  expect(await followed(link)).toEqual({ urls: [], last: "InvalidRequestError" });
});

test.for([
  ["https://api.example.com/v1/things?page=2", "https://api.example.com/v1/things?page=2"],
  ["/v1/things?page=2", "https://api.example.com/v1/things?page=2"],
  ["?page=2", "https://api.example.com/v1/things?page=2"],
  ["HTTPS://API.EXAMPLE.COM:443/v1/more", "https://api.example.com/v1/more"],
  ["\t/v1/things?page=\n2", "https://api.example.com/v1/things?page=2"],
])("the link %j leads to %s", async ([link, url]) => {
  expect(await followed(link as string)).toEqual({ urls: [url], last: "a page" });
});
