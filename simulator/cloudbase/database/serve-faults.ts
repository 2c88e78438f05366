import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../body'
import { readDatabaseFault, type DatabaseFaults } from './faults'

/**
 * /_cloud/faults: POST adds a fault, GET lists those that stand, DELETE ends them all. Only JSON is
 * taken, so that no page of another site can send it without asking first.
 */
export const handleFaults = async (
  faults: DatabaseFaults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const answer = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(body))
  }
  if (request.method === 'DELETE') faults.clear()
  else if (request.method === 'POST') {
    const isJson = request.headers['content-type']?.startsWith('application/json') ?? false
    if (!isJson) return answer(400, { error: 'Content-Type must be application/json' })
    try {
      faults.add(readDatabaseFault(JSON.parse((await readBody(request)).toString('utf8'))))
    } catch (error) {
      return answer(400, { error: error instanceof TypeError ? error.message : 'must be JSON' })
    }
  }
  answer(200, { faults: faults.list() })
}
