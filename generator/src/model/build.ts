/**
 * The model stage: turns a document into an API, with a diagnostic for everything that the model
 * cannot express.
 */
import { type Report, collector } from "../diagnostics/collector.js";
import type { StageResult } from "../diagnostics/stage-result.js";
import { isObject } from "../document/json.js";
import type { Document } from "../document/types.js";
import { settleBases } from "./bases.js";
import { markDefaults, markParameters } from "./defaults.js";
import { settleDiscriminators } from "./discriminator-values.js";
import { docsOf } from "./docs.js";
import { inspectEncodings } from "./encodings.js";
import { shareErrorBodies } from "./error-bodies.js";
import { inspectExtensions } from "./extensions.js";
import { groupsOf, speller } from "./groups.js";
import { withMergePatches } from "./merge-patch.js";
import { spreadNull } from "./nullable.js";
import { operationsOf } from "./operation.js";
import { parametersOf } from "./parameter.js";
import { retriesOf } from "./retries.js";
import { schemaContext } from "./schemas.js";
import { schemesOf, securityOf } from "./security.js";
import { withoutSelfReferences } from "./self-references.js";
import { serversOf } from "./servers.js";
import type {
  OperationResponse,
  Api,
  Body,
  Info,
  Operation,
  Parameter,
  Pointer,
  Type,
} from "./types.js";
import { finishModels } from "./usage.js";
import { webhooksOf } from "./webhooks.js";

/**
 * Builds the model of a checked, bundled 3.1 document. Never throws, and drops nothing without a
 * diagnostic.
 */
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
  const webhooks = webhooksOf(context);
  const events = webhooks ? [webhooks.event] : [];
  const { drafts: raw, nullables } = context.finish();
  const { drafts: all, spread } = spreadNull(raw, nullables);
  const typed = found.map((operation) => mapTypes(operation, spread));
  const { drafts, operations: encoded } = shareErrorBodies({
    drafts: all,
    operations: inspectEncodings(document, all, typed, report),
  });
  const retries = retriesOf(report, document["x-speakeasy-retries"], "/x-speakeasy-retries");
  const { drafts: settled, operations } = withMergePatches(
    settleDiscriminators(withoutSelfReferences(drafts, report), typesIn(encoded), context.subtypes),
    encoded,
    [...globals.map(({ type }) => type), ...events],
  );
  const api: Api = {
    info: infoOf(document),
    servers: documentServers(document, report),
    schemes,
    security: securityOf(report, schemes, document, document.security, "/security"),
    ...(retries && { retries }),
    models: settleBases(finishModels(markDefaults(settled), operations, events)),
    groups: groupsOf(document, operations, report),
    operations: markParameters(operations, settled),
    globals: globals.map((parameter) => retyped(parameter, spread)),
    ...(webhooks && { webhooks }),
  };
  return { value: api, diagnostics };
}

function inspectDocument(document: Document, report: Report): void {
  inspectExtensions(report, "document", document, "");
  inspectExtensions(report, "info", document.info, "/info");
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
  if (servers.length === 0) report("server-missing", "", "The document has no server.");
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

/** Makes ids unique: the second operation with the same id gets a number. */
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
    ...(body && { body: mapBody(body, change) }),
    responses: operation.responses.map((response) => mapResponse(response, change)),
  };
}

function mapBody(body: Body, change: Change): Body {
  const others = body.others?.map((other) => retyped(other, change));
  return { ...retyped(body, change), ...(others && { others }) };
}

function mapResponse(response: OperationResponse, change: Change): OperationResponse {
  return {
    ...response,
    ...(response.type && { type: change(response.type) }),
    ...(response.items && { items: change(response.items) }),
    headers: response.headers.map((header) => retyped(header, change)),
  };
}

/** The types of everything that operations send and receive. */
function typesIn(operations: readonly Operation[]): readonly Type[] {
  return operations.flatMap(({ parameters, body, responses }) => [
    ...parameters.map(({ type }) => type),
    ...(body ? [body.type] : []),
    ...responses.flatMap(({ type, headers }) => [
      ...(type ? [type] : []),
      ...headers.map((header) => header.type),
    ]),
  ]);
}

function retyped<T extends { readonly type: Type }>(typed: T, change: Change): T {
  return { ...typed, type: change(typed.type) };
}
