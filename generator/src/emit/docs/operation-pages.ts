import type { Answer, Operation } from "../../model/types.js";
import type { OutputFile } from "../../output/output-file.js";
import { printLiteral } from "../example/literal.js";
import { cell, code, literally, typescript } from "./markdown.js";
import { about, fields, type Row, rowOf } from "./model-page.js";
import { type Section, printPage } from "./page.js";
import { type Place, type Site, failures, link, values } from "./site.js";
import { typeText } from "./type-text.js";

/** The pages of the request and the response type of an operation, where it has them. */
export function operationPages(site: Site, operation: Operation): readonly OutputFile[] {
  const request = site.request(operation);
  const response = site.response(operation);
  return [
    ...(request ? [{ path: request.path, text: requestPage(site, operation, request) }] : []),
    ...(response ? [{ path: response.path, text: responsePage(site, operation, response) }] : []),
  ];
}

function requestPage(site: Site, operation: Operation, place: Place): string {
  return printPage([
    {
      level: 1,
      title: literally(place.name),
      blocks: [`What ${caller(site, operation, place)} sends.`],
    },
    usage(site, operation, place),
    requestShape(site, operation, place),
  ]);
}

function requestShape(site: Site, operation: Operation, place: Place): Section {
  const { body, parameters } = operation;
  const names = site.plan.operation(operation);
  if (parameters.length === 0 && body) {
    return {
      level: 2,
      title: "Supported Types",
      blocks: [`* ${typeText(site, place, body.type, true)}`],
    };
  }
  const rows: Row[] = parameters.map((parameter) => ({
    name: names.member(parameter),
    type: parameter.type,
    required: parameter.required,
    docs: parameter.docs,
    default: parameter.default,
  }));
  if (body)
    rows.push({
      name: names.bodyMember ?? "requestBody",
      type: body.type,
      required: body.required,
      docs: body.docs,
    });
  return fields(site, place, rows, true);
}

function usage(site: Site, operation: Operation, place: Place): Section {
  const example = site.examples.request(operation);
  const program = [
    `import type { ${place.name} } from "${site.options.packageName}/models/operations";`,
    "",
    `const value: ${place.name} = ${example === undefined ? "{}" : printLiteral(example)};`,
  ];
  return { level: 2, title: "Example Usage", blocks: [typescript(program.join("\n"))] };
}

function responsePage(site: Site, operation: Operation, place: Place): string {
  return printPage([
    {
      level: 1,
      title: literally(place.name),
      blocks: [`What ${caller(site, operation, place)} answers.`],
    },
    {
      level: 2,
      title: "Supported Types",
      blocks: [
        values(operation)
          .map((answer) => answerLine(site, place, answer))
          .join("\n"),
      ],
    },
  ]);
}

function answerLine(site: Site, place: Place, answer: Answer): string {
  const type =
    answer.encoding === "bytes"
      ? "*Uint8Array*"
      : answer.type
        ? typeText(site, place, answer.type)
        : "*string*";
  const words = cell(answer.docs.description ?? "");
  return `* ${type} (${answer.status}, ${code(answer.media ?? "no body")})${words === "" ? "" : ` - ${words}`}`;
}

function caller(site: Site, operation: Operation, place: Place): string {
  const group = site.group(operation.group);
  const { method } = site.plan.operation(operation);
  return link(place, { ...group, label: `${group.name}.${method}` });
}

/** The pages of the typed errors; a class that several operations share has one. */
export function errorPages(site: Site): readonly OutputFile[] {
  const pages = new Map<
    string,
    { readonly place: Place; readonly uses: { operation: Operation; answer: Answer }[] }
  >();
  for (const operation of site.api.operations) {
    for (const { home, answer } of failures(site.plan, operation)) {
      const place = site.error(home);
      const page = pages.get(place.path) ?? { place, uses: [] };
      page.uses.push({ operation, answer });
      pages.set(place.path, page);
    }
  }
  return [...pages.values()].map(({ place, uses }) => ({
    path: place.path,
    text: errorPage(site, place, uses),
  }));
}

function errorPage(
  site: Site,
  place: Place,
  uses: readonly { operation: Operation; answer: Answer }[],
): string {
  const first = uses[0]?.answer;
  const model = first?.type?.kind === "ref" ? site.models.get(first.type.to) : undefined;
  const object = model?.type.kind === "object" ? model.type : undefined;
  const rows: Row[] =
    object && model ? object.fields.map((field) => rowOf(site, model, field)) : [];
  return printPage([
    {
      level: 1,
      title: literally(place.name),
      blocks: [
        first ? about(first.docs) : "",
        uses
          .map(({ operation, answer }) => `* ${answer.status} of ${caller(site, operation, place)}`)
          .join("\n"),
        first?.type ? `\`data$\` holds the body: ${typeText(site, place, first.type)}.` : "",
        "Beside the members below it has `name`, `message`, `statusCode`, `contentType`, `requestId`, `headers`, `body`, `rawResponse` and `data$`. " +
          "A member of the body with one of these names, or that is called `stack`, `cause` or `toJSON`, is in `data$` only.",
      ],
    },
    ...(rows.length > 0 ? [fields(site, place, rows)] : []),
  ]);
}
