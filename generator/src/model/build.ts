/** The model stage: a document in, an API out, and a diagnostic for everything that the model cannot say. */
import { type Report, collector } from "../diagnostics/collector.js";
import type { StageResult } from "../diagnostics/stage-result.js";
import { isObject } from "../document/json.js";
import type { Document } from "../document/types.js";
import { withoutCircles } from "./circles.js";
import { inspectExtensions } from "./extensions.js";
import { groupsOf, speller } from "./groups.js";
import { spreadNull } from "./nullable.js";
import { operationsOf } from "./operation.js";
import { parametersOf } from "./parameter.js";
import { finishModels } from "./reach.js";
import { retriesOf } from "./retries.js";
import { schemaContext } from "./schemas.js";
import { schemesOf, securityOf } from "./security.js";
import { serversOf } from "./servers.js";
import { narrowTags } from "./tags.js";
import type { Answer, Api, Info, Operation, Parameter, Pointer, Type } from "./types.js";
import { docsOf } from "./words.js";

/** Reads a checked, bundled 3.1 document. Never throws, and never drops anything without a diagnostic. */
export function build(document: Document): StageResult<Api> {
  const { report, diagnostics } = collector();
  inspectDocument(document, report);
  const context = schemaContext(document, report);
  const schemes = schemesOf(document, report);
  const globals = globalsOf(context, document);
  const found = operationsOf({
    context,
    schemes,
    globals,
    claim: claimer(report),
    spell: speller(),
  });
  const { drafts: raw, nullables } = context.finish();
  const { drafts, spread } = spreadNull(raw, nullables);
  const operations = found.map((operation) => mapTypes(operation, spread));
  const retries = retriesOf(report, document["x-speakeasy-retries"], "/x-speakeasy-retries");
  const api: Api = {
    info: infoOf(document),
    servers: documentServers(document, report),
    schemes,
    security: securityOf(report, schemes, document, document.security, "/security"),
    ...(retries && { retries }),
    models: finishModels(narrowTags(withoutCircles(drafts, report)), operations),
    groups: groupsOf(document, operations, report),
    operations,
    globals: globals.map((parameter) => retyped(parameter, spread)),
  };
  return { value: api, diagnostics };
}

function inspectDocument(document: Document, report: Report): void {
  inspectExtensions(report, "document", document, "");
  inspectExtensions(report, "info", document.info, "/info");
  if (Object.keys(document.webhooks ?? {}).length > 0) {
    report("feature-unsupported", "/webhooks", "Webhooks are not generated.");
  }
}

function infoOf({ info, externalDocs }: Document): Info {
  return {
    title: info.title,
    version: info.version,
    docs: docsOf({ ...info, ...(externalDocs && { externalDocs }) }),
  };
}

function documentServers(document: Document, report: Report): Api["servers"] {
  const servers = serversOf(report, document.servers, "/servers");
  if (servers.length === 0) report("server-missing", "", "The document names no server.");
  return servers;
}

function globalsOf(
  context: ReturnType<typeof schemaContext>,
  document: Document,
): readonly Parameter[] {
  const globals: unknown = document["x-speakeasy-globals"];
  if (!isObject(globals)) return [];
  const list = {
    value: document["x-speakeasy-globals"]?.parameters,
    pointer: "/x-speakeasy-globals/parameters",
  };
  return parametersOf(context, [list], "");
}

/** Ids are unique: the second of a name gets a number. */
function claimer(report: Report): (id: string, pointer: Pointer) => string {
  const taken = new Set<string>();
  return (id, pointer) => {
    let name = id;
    for (let number = 2; taken.has(name); number++) name = `${id}_${number}`;
    taken.add(name);
    if (name !== id)
      report(
        "operation-id-duplicate",
        pointer,
        `Another operation has the id \`${id}\`; this one is named \`${name}\`.`,
      );
    return name;
  };
}

type Change = (type: Type) => Type;

function mapTypes(operation: Operation, change: Change): Operation {
  const { body } = operation;
  return {
    ...operation,
    parameters: operation.parameters.map((parameter) => retyped(parameter, change)),
    ...(body && { body: retyped(body, change) }),
    answers: operation.answers.map((answer) => mapAnswer(answer, change)),
  };
}

function mapAnswer(answer: Answer, change: Change): Answer {
  return {
    ...answer,
    ...(answer.type && { type: change(answer.type) }),
    headers: answer.headers.map((header) => retyped(header, change)),
  };
}

function retyped<T extends { readonly type: Type }>(typed: T, change: Change): T {
  return { ...typed, type: change(typed.type) };
}
