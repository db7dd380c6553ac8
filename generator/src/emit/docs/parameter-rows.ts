import type { Operation } from "../../model/types.js";
import { ownCredentials } from "../../model/operation-facts.js";
import { ownOptions } from "../operations/call-options.js";
import { positionalMembers } from "../operations/positional.js";
import { type RequestMember, isRequestOptional, requestShape } from "../operations/request.js";
import { cell, code } from "./markdown.js";
import { requestOptionsRef, retryConfigRef } from "./page-refs.js";
import { type PageRef, type DocsSite, link } from "./site.js";
import { typeMarkdown } from "./type-markdown.js";

/** The mark of a required member. */
export const required = ":heavy_check_mark:";
/** The mark of an optional member. */
export const optional = ":heavy_minus_sign:";

/** The row of the request, or the rows of its members if the method takes positional arguments. */
export function parameterRows(
  site: DocsSite,
  page: PageRef,
  operation: Operation,
): readonly (readonly string[])[] {
  const request = site.request(operation);
  if (!request) return credentialsRow(site, operation);
  const members = positionalMembers(site.context, operation);
  if (members) return members.map((member) => memberRow(site, page, member));
  const needed = isRequestOptional(requestShape(site.context, operation)) ? optional : required;
  return [
    ...credentialsRow(site, operation),
    ["`request`", link(page, request), needed, "The request object to use for the request."],
  ];
}

/** The row of the credentials of a call, if they are an argument. */
function credentialsRow(site: DocsSite, operation: Operation): readonly (readonly string[])[] {
  const own = ownCredentials(site.context.api, operation);
  if (own.length === 0) return [];
  const names = own.map(({ scheme }) => code(site.context.names.option(scheme)));
  const text = `The credentials for this call: ${names.join(", ")}. Pass \`undefined\` to use those of the client.`;
  return [["`security`", "*object*", required, text]];
}

function memberRow(site: DocsSite, page: PageRef, member: RequestMember): readonly string[] {
  const { description, summary } = (member.parameter ?? member.body ?? member.field)?.docs ?? {};
  return [
    code(member.name),
    typeMarkdown(site, page, member.type, true),
    member.required ? required : optional,
    cell(description ?? summary ?? ""),
  ];
}

/** The rows of the options that a call has: those of every call, and the operation's own. */
export function optionRows(page: PageRef, operation: Operation): readonly (readonly string[])[] {
  const mdn = "https://developer.mozilla.org/en-US/docs/Web/API/Request/Request#options";
  return [
    ["`options`", link(page, requestOptionsRef), optional, "Options for this call only."],
    [
      "`options.fetchOptions`",
      `[RequestInit](${mdn})`,
      optional,
      "Passed to `fetch`: any of its options except `method` and `body`.",
    ],
    [
      "`options.retries`",
      link(page, retryConfigRef),
      optional,
      "When and how often the request is retried.",
    ],
    ...ownOptions(operation).map(({ name, description, media, open }) => [
      code(`options.${name}`),
      [...media.map((each) => code(JSON.stringify(each))), ...(open ? ["*string*"] : [])].join(
        " \\| ",
      ),
      optional,
      description,
    ]),
  ];
}
