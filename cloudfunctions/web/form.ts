import { AppError } from '../shared/runtime/errors'
import type { WebRequest } from './route'

/**
 * The one value of a field of a form (application/x-www-form-urlencoded).
 *
 * @throws AppError BAD_INPUT where it is missing or stands there twice
 */
export const formValue = ({ body }: Pick<WebRequest, 'body'>, field: string): string => {
  const [value, ...more] = new URLSearchParams(body.toString('utf8')).getAll(field)
  if (!value || more.length > 0) throw new AppError('BAD_INPUT', { field })
  return value
}
