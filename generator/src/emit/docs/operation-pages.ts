import type { OperationResponse, Operation } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import type { ErrorHome } from "../../name/types.js";
import { printLiteral } from "../example/literal.js";
import { bodyType } from "../operations/request.js";
import { isByteStream } from "../operations/response.js";
import { isStream } from "../operations/streams.js";
import { cell, code, literally, typescript } from "./markdown.js";
import { about, fields, type Row, rowOf } from "./model-page.js";
import { isRequired } from "../types/ts-type.js";
import { type Section, printPage } from "./page.js";
import { type PageRef, type DocsSite, typedErrors, link, successValues } from "./site.js";
import { typeMarkdown } from "./type-markdown.js";

/** The pages of the request and response types of an operation, if it has any. */
export function operationPages(site: DocsSite, operation: Operation): readonly OutputFile[] {
  const request = site.request(operation);
  const response = site.response(operation);
  return [
    ...(request ? [{ path: request.path, text: requestPage(site, operation, request) }] : []),
    ...(response ? [{ path: response.path, text: responsePage(site, operation, response) }] : []),
  ];
}

function requestPage(site: DocsSite, operation: Operation, page: PageRef): string {
  return printPage([
    {
      level: 1,
      title: literally(page.name),
      blocks: [`The request of ${caller(site, operation, page)}.`],
    },
    usage(site, operation, page),
    requestShape(site, operation, page),
  ]);
}

function requestShape(site: DocsSite, operation: Operation, page: PageRef): Section {
  const { body, parameters } = operation;
  const names = site.context.names.operation(operation);
  if (parameters.length === 0 && body) {
    return {
      level: 2,
      title: "Supported Types",
      blocks: [`* ${typeMarkdown(site, page, bodyType(body), true)}`],
    };
  }
  const rows: Row[] = parameters.map((parameter) => ({
    name: names.member(parameter),
    type: parameter.type,
    required: isRequired(parameter, "request"),
    docs: parameter.docs,
    default: parameter.default,
  }));
  if (body)
    rows.push({
      name: names.bodyMember ?? "requestBody",
      type: bodyType(body),
      required: body.required,
      docs: body.docs,
    });
  return fields(site, page, rows, true);
}

function usage(site: DocsSite, operation: Operation, page: PageRef): Section {
  const example = site.context.examples.request(operation);
  const program = [
    `import type { ${page.name} } from "${site.context.options.packageName}/models/operations";`,
    "",
    `const value: ${page.name} = ${example === undefined ? "{}" : printLiteral(example)};`,
  ];
  return { level: 2, title: "Example Usage", blocks: [typescript(program.join("\n"))] };
}

function responsePage(site: DocsSite, operation: Operation, page: PageRef): string {
  return printPage([
    {
      level: 1,
      title: literally(page.name),
      blocks: [`The response of ${caller(site, operation, page)}.`],
    },
    {
      level: 2,
      title: "Supported Types",
      blocks: [
        successValues(operation)
          .map((response) => responseLine(site, page, response))
          .join("\n"),
      ],
    },
  ]);
}

function responseLine(site: DocsSite, page: PageRef, response: OperationResponse): string {
  const type =
    response.encoding === "bytes"
      ? isByteStream(site.context, response)
        ? "*ReadableStream of Uint8Array*"
        : "*Uint8Array*"
      : response.type
        ? typeMarkdown(site, page, response.type)
        : "*string*";
  const description = cell(response.docs.description ?? "");
  const value = isStream(response)
    ? `EventStream of ${type}`
    : response.isChoice
      ? `{ contentType, data: ${type} }`
      : type;
  return `* ${value} (${response.status}, ${code(response.media ?? "no body")})${description === "" ? "" : ` - ${description}`}`;
}

function caller(site: DocsSite, operation: Operation, page: PageRef): string {
  const group = site.group(operation.group);
  const { method } = site.context.names.operation(operation);
  return link(page, { ...group, label: `${group.name}.${method}` });
}

/** An occurrence of a typed error. */
interface ErrorUse {
  readonly operation: Operation;
  readonly response: OperationResponse;
}

/** The pages of the typed errors. A class that several operations share has one page. */
export function errorPages(site: DocsSite): readonly OutputFile[] {
  const pages = new Map<string, ErrorPage>();
  const add = (home: ErrorHome, use: ErrorUse, sub?: PageRef): void => {
    const page = site.error(home);
    const known = pages.get(page.path) ?? { page, uses: [], subclasses: new Set() };
    if (sub) known.subclasses.add(sub);
    known.uses.push(use);
    pages.set(page.path, { ...known, base: home.base && site.error(home.base) });
    if (home.base) add(home.base, use, page);
  };
  for (const operation of site.context.api.operations) {
    for (const { home, response } of typedErrors(site.context.names, operation))
      add(home, { operation, response });
  }
  return [...pages.values()].map((page) => ({
    path: page.page.path,
    text: errorPage(site, page),
  }));
}

interface ErrorPage {
  readonly page: PageRef;
  readonly uses: ErrorUse[];
  /** The class of the component that the error extends. */
  readonly base?: PageRef | undefined;
  /** The errors of operations that extend this one. */
  readonly subclasses: Set<PageRef>;
}

function errorPage(site: DocsSite, { page, uses, base, subclasses }: ErrorPage): string {
  const first = uses[0]?.response;
  const model = first?.type?.kind === "ref" ? site.context.model(first.type.to) : undefined;
  const object = model?.type.kind === "object" ? model.type : undefined;
  const rows: Row[] =
    object && model ? object.fields.map((field) => rowOf(site, model, field, "response")) : [];
  return printPage([
    {
      level: 1,
      title: literally(page.name),
      blocks: [
        first ? about(first.docs) : "",
        uses
          .map(
            ({ operation, response }) => `* ${response.status} of ${caller(site, operation, page)}`,
          )
          .join("\n"),
        base ? `Extends ${link(page, base)}, as every error of that kind does.` : "",
        subclasses.size > 0
          ? `The base class of ${[...subclasses].map((each) => link(page, each)).join(", ")}. \`instanceof\` recognizes all of them.`
          : "",
        first?.type ? `\`data$\` is the body: ${typeMarkdown(site, page, first.type)}.` : "",
        "Besides the members below, the error has `name`, `message`, `statusCode`, `contentType`, `requestId`, `headers`, `body`, `rawResponse` and `data$`. " +
          "A member of the body with one of these names, or named `stack`, `cause` or `toJSON`, is in `data$` only.",
      ],
    },
    ...(rows.length > 0 ? [fields(site, page, rows)] : []),
  ]);
}
