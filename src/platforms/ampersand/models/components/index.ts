// Written by sdkwright. Change the document or the generator, not this file.
export { Project } from "./projects.js";
export {
  Connection,
  ConnectionAuthScheme,
  ConnectionStatus,
  ProviderApp,
  ProviderAppMetadata,
  Group,
  Consumer,
  Token,
  Oauth2AuthorizationCode,
  BasicAuth,
  Oauth2ClientCredentials,
  Oauth2PasswordCredentials,
  ProviderMetadata,
  ProviderMetadataInfo,
  ProviderMetadataInfoSource,
  ConnectionRequest,
  GenerateConnectionBody,
  UpdateConnectionBody,
  UpdateConnectionBodyUpdateMask,
  OauthConnectBody,
  CustomAuthConnectBody,
  CustomAuthConnectResult,
  CustomAuthRedirect,
  CustomAuthConnected,
  Redirect,
  InputValidationProblem,
  InputValidationIssue,
  InputValidationIssueIn,
} from "./connections.js";
export { Problem, ApiProblem } from "./shared.js";
export {
  ConnectionCreatedWebhook,
  ConnectionErrorWebhook,
  ConnectionWebhookData,
  WebhookEvent,
} from "./webhooks.js";
