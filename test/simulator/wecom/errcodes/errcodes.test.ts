import { catalogue } from '../../../../cloudfunctions/shared/wecom/catalogue/catalogue'
import { errcodes } from '../../../../simulator/wecom/wire/fault'
import { start } from '../running'
import { outOfReach } from './out-of-reach'
import { provoked } from './provoked'

const catalogued = catalogue.flatMap(({ entries }) => entries.map(({ errcode }) => errcode))
const byRule = Object.keys(provoked).map(Number)
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)

test('whatever the simulator can answer is explained in the catalogue, and can be brought about', () => {
  expect(errcodes.filter((errcode) => !catalogued.includes(errcode))).toEqual([])
  expect(sorted(byRule)).toEqual(sorted(errcodes))
})

test('the rest of the catalogue is out of reach, each number for a reason', () => {
  const reasons = outOfReach.flatMap((reason) => reason.errcodes)
  const rest = catalogued.filter((errcode) => !byRule.includes(errcode))
  expect(sorted(reasons)).toEqual(sorted(rest))
})

test.each(Object.entries(provoked))('%s comes by the rules', async (errcode, { given, by }) => {
  const wecom = await start(given)
  const reply = await by(wecom)
  await wecom.close()
  expect(reply.errcode).toBe(Number(errcode))
  expect(reply.errmsg).toContain(`/devtool/query?e=${errcode}`)
})

test('and each number of the catalogue can be asked for', async () => {
  const wecom = await start()
  const answered: number[] = []
  for (const errcode of catalogued) {
    wecom.faults.add({ path: '*', kind: 'errcode', errcode })
    answered.push((await wecom.api('gettoken')).errcode)
  }
  await wecom.close()
  expect(answered).toEqual(catalogued)
})
