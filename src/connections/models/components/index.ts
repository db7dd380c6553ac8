export {
  type Connection,
  type ConnectionParty,
  ConnectionStatus,
  type ConnectionsPage,
} from "../../vocabulary/connection.js";
export { type ConnectionHealth, HealthReason } from "../../vocabulary/health.js";
export type { ConnectionState, SignIn, SignInSession } from "../../vocabulary/sign-in.js";
export { ConnectionData } from "../../vocabulary/connection-data.js";
export type { CoordinateName, Coordinates } from "../../vocabulary/coordinates.js";
export type {
  ApiKeyCredentials,
  BasicCredentials,
  ClientCredentials,
  Credentials,
  CustomCredentials,
  OAuth2Credentials,
  PasswordCredentials,
} from "../../vocabulary/credentials.js";
