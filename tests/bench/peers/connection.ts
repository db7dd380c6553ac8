/** The type that clients without validation assume. */
export interface Connection {
  readonly id: string;
  readonly provider: string;
  readonly createTime: string;
}
