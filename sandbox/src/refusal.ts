/** A "no" of the pretend LinkedIn: the wire answers it with `status`, a page shows `message`. Nothing was changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  /** One word for code that must tell refusals apart, such as `quota-used`. */
  readonly reason: string

  constructor(status: number, reason: string, message: string) {
    super(message)
    this.status = status
    this.reason = reason
  }
}
