/**
 * What is wrong with a connection, in fixed words. They contain nothing of the service's own
 * messages, so they are safe to show to a customer, and serve as keys of translations.
 */
export const HealthReason = {
  /** The customer has not finished signing in. */
  NotSignedIn: "The sign-in is not finished",
  /** The service does not accept the credentials, or no longer does. */
  CredentialsRefused: "The service no longer accepts the credentials",
  /** The customer or the service has withdrawn the access. */
  AccessWithdrawn: "The access has been withdrawn",
  /** The credentials work, but don't allow what is needed. */
  AccessDenied: "The service does not allow the access",
  /** The service or a setting of the connection refuses it. */
  SettingsRefused: "The service does not accept the settings",
  /** The service is down or busy. */
  ServiceUnavailable: "The service is temporarily unavailable",
  /** The last synchronization of data failed. */
  SyncFailed: "The last synchronization failed",
  /** The platform has not finished setting up the connection. */
  SettingUp: "The connection is being set up",
  /** The connection was disconnected with `unlink`. */
  Disconnected: "The connection is disconnected",
} as const;
/** One of the values of {@link HealthReason}. */
export type HealthReason = (typeof HealthReason)[keyof typeof HealthReason];

/** What is wrong with a connection, and who can mend it. */
export interface ConnectionHealth {
  /** What is wrong. Safe to show to the customer. */
  reason?: HealthReason | undefined;
  /**
   * What mends it. `signIn`: the customer signs in again, or enters new credentials. `consent`: the
   * customer, or their administrator, grants the access at the service. `settings`: somebody
   * corrects the settings of the connection or the account. `wait`: nobody can do anything.
   */
  needs?: "signIn" | "consent" | "settings" | "wait" | undefined;
  /** Since when, if the platform tells. */
  since?: Date | undefined;
}
