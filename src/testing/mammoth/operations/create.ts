import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, type Place, needBody, needPlace } from "../context.js";
import { refuse, refuseIssues } from "../refuse.js";
import { type MammothJob, nextKey, nextNumber } from "../state.js";
import { withoutSecrets } from "./list.js";

type Config = Readonly<Record<string, unknown>>;

/** `SaveConnection`: the body is the credentials. A second request of the same kind makes a second connection. */
export function create(context: Context): EmulatedResponse {
  const place = needPlace(context);
  if ("refusal" in place) return place.refusal;
  const body = needBody(context);
  if ("refusal" in body) return body.refusal;
  const refusal = check(context, place.value, body.value);
  if (refusal) return refusal;
  if (place.value.connector.kind === "picker" && body.value["pending_id"] === undefined) {
    return openPicker(context);
  }
  const bad = refusedMember(body.value);
  if (context.options.like !== "2025") return json(202, job(context, place.value, body.value, bad));
  return bad === undefined
    ? json(201, save(context, place.value, body.value))
    : refuse(400, no(bad));
}

function check(
  { call, state }: Context,
  { connector }: Place,
  config: Config,
): EmulatedResponse | undefined {
  const { pending_id: pending } = config;
  if (connector.kind === "picker" && pending !== undefined) {
    return state.pending.includes(String(pending))
      ? undefined
      : refuse(400, `Nothing is pending as ${String(pending)}.`);
  }
  const required = connector.kind === "picker" ? ["code"] : connector.required;
  const missing = required.filter((name) => config[name] === undefined);
  if (missing.length === 0) return undefined;
  const issues = missing.map((key) => ({
    message: `Object missing required field \`${key}\``,
    key,
    source: "body" as const,
  }));
  return refuseIssues(call.method, call.path, issues);
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

/** A credential that the emulated service refuses: any text that starts with `invalid`. */
function refusedMember(config: Config): string | undefined {
  return Object.keys(config).find((name) => isRefused(config[name]));
}

function isRefused(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("invalid");
}

function no(member: string): string {
  return `The service refuses ${member}.`;
}

/** The connection is there at once; the job says so from the second time that it is asked. */
function job(context: Context, place: Place, config: Config, bad: string | undefined): object {
  const { state, clock, call } = context;
  const id = nextNumber(state, "job");
  const createdAt = clock.stamp().replace("Z", "");
  const outcome: MammothJob["outcome"] =
    bad === undefined
      ? { status: "success", response: save(context, place, config) }
      : { status: "failure", response: { error: no(bad) } };
  state.jobs.push({
    id,
    status: "processing",
    outcome,
    createdAt,
    lastUpdatedAt: createdAt,
    path: call.path,
    operation: "save_connection",
  });
  return { status_code: null, job_id: id, failure_reason: null };
}

function save({ state }: Context, place: Place, given: Config): Readonly<Record<string, unknown>> {
  const { pending_id: pending, ...config } = given;
  state.pending = state.pending.filter((other) => other !== pending);
  const { workspaceId, projectId, connectorKey, isExport } = place;
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
