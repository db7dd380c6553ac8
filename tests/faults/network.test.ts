import { body } from "./kinds/body.js";
import { connection } from "./kinds/connection.js";
import { headers } from "./kinds/headers.js";
import { statuses } from "./kinds/statuses.js";
import { suite } from "./suite.js";

suite([connection, headers, body, statuses]);
