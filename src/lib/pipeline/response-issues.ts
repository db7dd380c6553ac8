import { redactor } from "../call/redact.js";
import type { ReceivedResponse } from "../call/received-response.js";
import { joinIssues } from "../errors/validation.js";
import type { Issue } from "../schema/types.js";
import { ignoreErrors } from "../transport/logger.js";
import type { Settings } from "./settings.js";

/**
 * Reports the parts of a response that were kept although they do not fit: to the caller's
 * `onResponseIssues`, and in one line to the log. Neither can fail the call.
 */
export function reportIssues(
  issues: () => readonly Issue[],
  { call, response: { status: statusCode } }: ReceivedResponse,
  { logger, options }: Settings,
): void {
  const { operationId } = call;
  const report = call.options.onResponseIssues ?? options.onResponseIssues;
  ignoreErrors(() => report?.(issues(), { operationId, statusCode }));
  if (!logger) return;
  const found = issues();
  const title = `! ${operationId} (${statusCode}): response issues (${found.length}): `;
  ignoreErrors(() => logger.log(redactor(call)(title + joinIssues(found))));
}
