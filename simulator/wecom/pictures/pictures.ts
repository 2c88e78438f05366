import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Corp, Member } from '../company/company'
import { machineRefusal } from '../control/guard'
import { findMember } from '../state/lookup'
import type { World } from '../state/world'
import { send } from '../wire/send'
import { portrait, qrDrawing } from './drawings'

/** Whose picture, and where this simulator is reached: `http://127.0.0.1:8788`. */
export interface PictureOf {
  origin: string
  corp: Pick<Corp, 'corpId'>
  member: Member
}

/** What the last segment of an address asks for; 0 is the picture as it was uploaded. */
const sizes: Readonly<Record<string, number>> = { '0': 640, '64': 64, '100': 100 }

const drawings = { wwhead: portrait, wwqrcode: qrDrawing }

/** 头像 of a member: the address in the company file, or that of a picture drawn here. */
export const avatarOf = (person: PictureOf): string =>
  person.member.avatar ?? addressOf('wwhead', person)

/** 员工个人二维码, in the same way. */
export const qrCodeOf = (person: PictureOf): string =>
  person.member.qrCode ?? addressOf('wwqrcode', person)

const addressOf = (kind: keyof typeof drawings, { origin, corp, member }: PictureOf): string =>
  `${origin}/${kind}/${corp.corpId}/${encodeURIComponent(member.userId)}/0`

/**
 * Serves what WeCom has on wework.qpic.cn, drawn, so that pictures are there without a network:
 * /wwhead/{corpId}/{userId}/{0 | 64 | 100}, and the same under /wwqrcode. Pages of any port may show
 * them, as those of any host may there.
 */
export const createPictures = ({ corps }: Pick<World, 'corps'>) => {
  const drawingAt = (pathname: string) => {
    const [, kind = '', corpId, userId = '', size = '', ...rest] = pathname.split('/')
    const corp = corps.find((one) => one.corpId === corpId)
    const member = corp && findMember(corp, decoded(userId))
    const pixels = Object.hasOwn(sizes, size) ? sizes[size] : undefined
    if (!isKind(kind) || !member || pixels === undefined || rest.length > 0) return undefined
    return drawings[kind](member, pixels)
  }

  return {
    has: (pathname: string): boolean => isKind(pathname.split('/')[1] ?? ''),
    serve: (request: IncomingMessage, response: ServerResponse, { pathname }: URL): void => {
      request.resume() // an unread body would hold the connection
      const refusal = machineRefusal(request)
      if (refusal !== undefined) return answer(response, 403, `${refusal}\n`)
      const drawing = drawingAt(pathname)
      if (!drawing) return answer(response, 404, '')
      send(response, { status: 200, headers: pictureHeaders, body: drawing.markup })
    },
  }
}

const isKind = (kind: string): kind is keyof typeof drawings => Object.hasOwn(drawings, kind)

const pictureHeaders = {
  'Content-Type': 'image/svg+xml; charset=utf-8',
  'Cache-Control': 'no-store', // the company may be edited at any time
  'Content-Security-Policy': "default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
}

const answer = (response: ServerResponse, status: number, body: string): void =>
  send(response, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body })

const decoded = (step: string): string => {
  try {
    return decodeURIComponent(step)
  } catch {
    return step // a lone %: no name of anybody here
  }
}
