import type { Operation } from "../../model/types.js";
import { type RequestMember, isRequestOptional, requestShape } from "../operations/request.js";
import { cell, code } from "./markdown.js";
import { optionsPlace, retriesPlace } from "./places.js";
import { positionalMembers } from "./positional.js";
import { type Place, type Site, link } from "./site.js";
import { typeText } from "./type-text.js";

/** The mark of a required member. */
export const required = ":heavy_check_mark:";
/** The mark of an optional member. */
export const optional = ":heavy_minus_sign:";

/** The row of the request, or of each of its members where the method takes them one by one. */
export function parameterRows(
  site: Site,
  place: Place,
  operation: Operation,
): readonly (readonly string[])[] {
  const request = site.request(operation);
  if (!request) return [];
  const members = positionalMembers(site, operation);
  if (members) return members.map((member) => memberRow(site, place, member));
  const needed = isRequestOptional(requestShape(site.context, operation)) ? optional : required;
  return [
    ["`request`", link(place, request), needed, "The request object to use for the request."],
  ];
}

function memberRow(site: Site, place: Place, member: RequestMember): readonly string[] {
  const { description, summary } = (member.parameter ?? member.body ?? member.field)?.docs ?? {};
  return [
    code(member.name),
    typeText(site, place, member.type, true),
    member.required ? required : optional,
    cell(description ?? summary ?? ""),
  ];
}

/** The rows of the options of every call. */
export function optionRows(place: Place): readonly (readonly string[])[] {
  const mdn = "https://developer.mozilla.org/en-US/docs/Web/API/Request/Request#options";
  return [
    ["`options`", link(place, optionsPlace), optional, "Options of this call only."],
    [
      "`options.fetchOptions`",
      `[RequestInit](${mdn})`,
      optional,
      "Handed to `fetch` with the request: any of its options except `method` and `body`.",
    ],
    [
      "`options.retries`",
      link(place, retriesPlace),
      optional,
      "When and how often the request is repeated.",
    ],
  ];
}
