import { loadCompany } from '../company/load'
import { CompanyFileError } from '../company/problem'
import schema from '../company/company.schema.json'
import { writeCompany } from '../company/write'
import { replaceCompany } from '../state/replace-company'
import type { World } from '../state/world'
import { ControlError, type ControlCall } from './endpoint'
import { content, json, type Route } from './route'

/** 100 000 members with all their fields take about 100 MB. */
const seedBytes = 256 * 1_048_576

/**
 * The company as a seed file: GET /_sim/export?format=yaml|json (with secrets, as a file has them),
 * POST /_sim/import with either, and the schema that both follow.
 */
export const seedFileRoutes = (world: Pick<World, 'corps' | 'changes'>): Route[] => [
  content('/_sim/company.schema.json', () => ({
    type: 'application/schema+json; charset=utf-8',
    body: JSON.stringify(schema, null, 2),
  })),
  content('/_sim/export', ({ query }) => {
    const format = query.get('format') ?? 'yaml'
    if (format !== 'yaml' && format !== 'json') {
      throw new ControlError(400, 'format must be yaml or json')
    }
    const [own, ...otherCorps] = world.corps
    const body = writeCompany({ ...own, otherCorps }, format)
    return { type: `application/${format}; charset=utf-8`, body }
  }),
  json('POST', '/_sim/import', importCompany(world), seedBytes),
]

const importCompany =
  (world: Pick<World, 'corps' | 'changes'>) =>
  ({ text, query }: ControlCall) => {
    try {
      const company = loadCompany(text, query.get('name') ?? 'company.yaml')
      replaceCompany(world, company)
      return { corpId: company.corpId, name: company.name, members: company.members.length }
    } catch (error) {
      if (!(error instanceof CompanyFileError)) throw error
      throw new ControlError(400, error.message, { problems: error.problems })
    }
  }
