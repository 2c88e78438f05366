/**
 * Why an edit was not made; nothing has changed. unknown: what was to be edited is not there ·
 * invalid: what would come of it breaks the rules of a company file.
 */
export class EditRefused extends Error {
  override readonly name = 'EditRefused'

  constructor(
    readonly reason: 'unknown' | 'invalid',
    message: string,
  ) {
    super(message)
  }
}
