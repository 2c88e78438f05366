// How long after its start a process has a simulator that answers, in ms.
import { createSimulator } from '../../simulator/wecom/wecom'

const run = async () => {
  const { url } = await createSimulator().listen()
  await (await fetch(`${url}/cgi-bin/gettoken`)).arrayBuffer()
  process.stderr.write(`${performance.now()}\n`)
  process.exit(0)
}

void run()
