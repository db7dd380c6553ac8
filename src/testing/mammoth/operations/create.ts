import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, type ConnectorTarget, requireBody, requireConnector } from "../context.js";
import { errorResponse, validationError } from "../errors.js";
import { type MammothJob, nextKey, nextNumber } from "../state.js";
import { refusedMember, refusedMessage } from "../refused-credentials.js";
import { withoutSecrets } from "./list.js";

type Config = Readonly<Record<string, unknown>>;

/**
 * `SaveConnection`: the body contains the credentials. A second request creates a second
 * connection.
 */
export function create(context: Context): EmulatedResponse {
  const target = requireConnector(context);
  if ("error" in target) return target.error;
  const body = requireBody(context);
  if ("error" in body) return body.error;
  const error = configError(context, target.value, body.value);
  if (error) return error;
  if (target.value.connector.kind === "picker" && body.value["pending_id"] === undefined) {
    return openPicker(context);
  }
  const bad = refusedMember(body.value);
  if (context.options.like !== "2025")
    return json(202, startJob(context, target.value, body.value, bad));
  return bad === undefined
    ? json(201, save(context, target.value, body.value))
    : errorResponse(400, refusedMessage(bad));
}

function configError(
  { request, state }: Context,
  { connector }: ConnectorTarget,
  config: Config,
): EmulatedResponse | undefined {
  const { pending_id: pending } = config;
  if (connector.kind === "picker" && pending !== undefined) {
    return state.pending.includes(String(pending))
      ? undefined
      : errorResponse(400, `Nothing is pending as ${String(pending)}.`);
  }
  const required = connector.kind === "picker" ? ["code"] : connector.required;
  const missing = required.filter((name) => config[name] === undefined);
  if (missing.length === 0) return undefined;
  const issues = missing.map((key) => ({
    message: `Object missing required field \`${key}\``,
    key,
    source: "body" as const,
  }));
  return validationError(request.method, request.path, issues);
}

function openPicker({ state }: Context): EmulatedResponse {
  const pendingId = `pending-${nextNumber(state, "pending")}`;
  state.pending.push(pendingId);
  return json(202, {
    pending_id: pendingId,
    access_token: `picker-token-${pendingId}`,
    picker_api_key: "picker-key",
  });
}

/** Creates the connection at once. The job reports it from the second request on. */
function startJob(
  context: Context,
  target: ConnectorTarget,
  config: Config,
  bad: string | undefined,
): object {
  const { state, clock, request } = context;
  const id = nextNumber(state, "job");
  const createdAt = clock.timestamp().replace("Z", "");
  const outcome: MammothJob["outcome"] =
    bad === undefined
      ? { status: "success", response: save(context, target, config) }
      : { status: "failure", response: { error: refusedMessage(bad) } };
  state.jobs.push({
    id,
    status: "processing",
    outcome,
    createdAt,
    lastUpdatedAt: createdAt,
    path: request.path,
    operation: "save_connection",
  });
  return { status_code: null, job_id: id, failure_reason: null };
}

function save(
  { state }: Context,
  target: ConnectorTarget,
  given: Config,
): Readonly<Record<string, unknown>> {
  const { pending_id: pending, ...config } = given;
  state.pending = state.pending.filter((other) => other !== pending);
  const { workspaceId, projectId, connectorKey, isExport } = target;
  const connectionKey = nextKey(state);
  state.connections.push({
    workspaceId,
    projectId,
    connectorKey,
    connectionKey,
    isExport,
    config,
  });
  return { connection_key: connectionKey, connection_config: withoutSecrets(config) };
}
