// How long until there is a simulator that answers, in ms: from its making, and from the process's start.
import { createSimulator } from '../../simulator/wecom/wecom'

const run = async () => {
  const beganAt = performance.now()
  const { url, close } = await createSimulator().listen()
  await (await fetch(`${url}/cgi-bin/gettoken`)).arrayBuffer()
  const answeredAt = performance.now()
  process.stderr.write(JSON.stringify([answeredAt - beganAt, answeredAt]))
  await close()
}

void run()
