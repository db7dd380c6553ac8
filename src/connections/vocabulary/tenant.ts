/** The customer, and if you like the person, that a client is for. */
export interface Tenant {
  /** Your id for the customer. */
  readonly groupRef: string;
  /** Your id for the person. */
  readonly consumerRef?: string;
}
