import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Company } from './company'
import { loadCompany } from './load'

const file = join(__dirname, 'qiming.yaml')

/** 启明科技, the company that is there when nobody brings their own; read like anyone's own file. */
export const seedCompany = (): Company => loadCompany(readFileSync(file, 'utf8'), file)
