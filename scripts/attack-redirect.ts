// npm run attack:redirect: every address that we could think of, against the way back after a sign-in.
import { safeReturnPath } from '../cloudfunctions/web/safe-return-path'
import { leavesSite, redirectAttacks } from '../test/attacks/redirects'

const attacks = redirectAttacks()
const passed = attacks.filter((attack) => leavesSite(safeReturnPath(attack)))
const dangerous = attacks.filter(leavesSite).length
console.log(`${attacks.length} addresses, ${dangerous} of which leave a site that believes them`)
console.log(`${passed.length} led off the site`)
for (const attack of passed.slice(0, 10)) console.log(`  ${JSON.stringify(attack)}`)
process.exitCode = passed.length > 0 ? 1 : 0
