import { ask, read } from './api'
import { button, element } from './dom'
import { say } from './words'

interface Told {
  now: number
  aheadSeconds: number
}

/** The simulator's time, running, with a jump of two hours: the life of an access_token. */
export const createClock = () => {
  const time = element('time', 'time')
  const ahead = element('span', 'ahead')
  const actions = element('span', 'clock-actions')
  const bar = element('div', 'clock', time, ahead, actions)
  bar.role = 'group'
  /** How far the simulator is ahead of this browser, ms. */
  let offset = 0

  const tick = () => {
    const now = new Date(Date.now() + offset)
    time.textContent = now.toLocaleString('zh-CN', { hour12: false })
  }
  const become = ({ now, aheadSeconds }: Told) => {
    offset = now - Date.now()
    ahead.textContent = aheadSeconds === 0 ? '' : `${say('ahead')} ${duration(aheadSeconds)}`
    tick()
  }
  const reload = async () => become(await read<Told>('clock'))
  const move = async (how: object) => become(await ask<Told>('POST', 'clock', how))
  const draw = () => {
    bar.ariaLabel = say('clock')
    actions.replaceChildren(
      button('secondary', say('jump'), () => move({ advanceSeconds: 7200 })),
      button('quiet', say('now'), () => move({ reset: true })),
    )
    return reload()
  }
  setInterval(tick, 1000)
  return { bar, draw, reload }
}

const duration = (seconds: number): string => {
  const sign = seconds < 0 ? '−' : ''
  const minutes = Math.round(Math.abs(seconds) / 60)
  const hours = Math.floor(minutes / 60)
  return `${sign}${hours > 0 ? `${hours} h ` : ''}${minutes % 60 > 0 || hours === 0 ? `${minutes % 60} min` : ''}`.trim()
}
