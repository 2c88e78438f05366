import { ask, part, read } from './api'
import { button, element, riskyButton, textInput } from './dom'
import { card, createNotice } from './form'
import { say } from './words'

interface Snapshot {
  name: string
  at: number
  members: number
}

/** Snapshots: taken under a name, restored, deleted; and the way back to the start. */
export const drawSnapshots = async (): Promise<HTMLElement> => {
  const list = element('ul', 'snapshots')
  const notice = createNotice()
  const name = textInput('snapshot', '')
  name.placeholder = say('snapshotName')
  name.ariaLabel = say('snapshotName')

  const redraw = async () => {
    const { snapshots } = await read<{ snapshots: Snapshot[] }>('snapshots')
    list.replaceChildren(...snapshots.map(line))
  }
  const line = (snapshot: Snapshot): HTMLElement => {
    const at = `snapshots/${part(snapshot.name)}`
    const when = new Date(snapshot.at).toLocaleString('zh-CN', { hour12: false })
    const remove = button('quiet', say('remove'), () =>
      notice.trying(() => ask('DELETE', at).then(redraw), ''),
    )
    const restore = button('secondary', say('restore'), () =>
      notice.trying(() => ask('POST', `${at}/restore`)),
    )
    return element(
      'li',
      '',
      element('b', '', snapshot.name),
      element('span', 'soft', `${when} · ${snapshot.members} ${say('members')}`),
      restore,
      remove,
    )
  }
  const take = element(
    'form',
    'line',
    name,
    button('secondary', say('take'), () => undefined),
  )
  take.querySelector('button')!.type = 'submit'
  take.addEventListener('submit', (event) => {
    event.preventDefault()
    const called = name.value.trim() || new Date().toLocaleTimeString('zh-CN', { hour12: false })
    void notice.trying(async () => {
      await ask('PUT', `snapshots/${part(called)}`)
      name.value = ''
      await redraw()
    })
  })
  await redraw()
  const reset = riskyButton(say('reset'), say('sureResetAll'), () =>
    notice.trying(() => ask('POST', 'reset')),
  )
  const head = element(
    'header',
    '',
    element('h2', '', say('snapshots')),
    element('p', 'soft', say('snapshotNote')),
  )
  return card(head, take, list, element('div', 'actions', reset, notice.element))
}
