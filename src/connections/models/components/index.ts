export {
  type Authorization,
  type Connection,
  type ConnectionParty,
  ConnectionStatus,
  type ConnectionsPage,
} from "../../vocabulary/connection.js";
export type {
  ApiKeyCredentials,
  BasicCredentials,
  ClientCredentials,
  Credentials,
  CustomCredentials,
  OAuth2Credentials,
  PasswordCredentials,
} from "../../vocabulary/credentials.js";
