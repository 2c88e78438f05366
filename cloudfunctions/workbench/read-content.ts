import type { WorkbenchEntry } from '../../typings/api'
import type { Path, Problem } from '../shared/directory/read-audience'
import type { Content, Entry, Group, Notice } from './content'
import { createReader, type Piece, type Reader } from './reader'

const keys = {
  content: ['groups', 'notices'],
  group: ['title', 'entries'],
  entry: ['id', 'title', 'note', 'page', 'url', 'audience'],
  notice: ['id', 'title', 'text', 'publishedAt', 'until', 'audience'],
}

/**
 * Reads what a person wrote into content.yaml, or into a file of that form.
 *
 * @param problems Takes all that is wrong; with one in it, the content must not be used.
 */
export const readContent = (value: unknown, problems: Problem[]): Content => {
  const reader = createReader(problems)
  const { groups, notices } = reader.object(value, [], keys.content) ?? {}
  const content: Content = {
    groups: reader.objects(groups, ['groups'], keys.group).map((piece) => readGroup(reader, piece)),
    notices: reader
      .objects(notices, ['notices'], keys.notice)
      .map((piece) => readNotice(reader, piece)),
  }
  reader.refuseRepeatedIds()
  return content
}

const readGroup = (reader: Reader, { fields: { title, entries }, path }: Piece): Group => ({
  title: reader.text(title, [...path, 'title'], 32),
  entries: reader
    .objects(entries, [...path, 'entries'], keys.entry)
    .map((piece) => readEntry(reader, piece)),
})

const readEntry = (reader: Reader, { fields, path }: Piece): Entry => {
  const { id, title, note, audience } = fields
  return {
    id: reader.id(id, [...path, 'id']),
    title: reader.text(title, [...path, 'title'], 32),
    ...(note !== undefined && { note: reader.text(note, [...path, 'note'], 128) }),
    target: readTarget(reader, fields, path),
    audience: reader.audience(audience, [...path, 'audience']),
  }
}

const readTarget = (
  reader: Reader,
  { page, url }: Piece['fields'],
  path: Path,
): WorkbenchEntry['target'] => {
  if ((page === undefined) === (url === undefined)) {
    reader.complain('must have either a page or a url', path)
    return { page: '' }
  }
  return page === undefined
    ? { url: reader.matching(url, [...path, 'url'], isWebAddress, 'an https address') }
    : { page: reader.matching(page, [...path, 'page'], isPage, 'a page such as /pages/me/index') }
}

const readNotice = (reader: Reader, { fields, path }: Piece): Notice => {
  const { id, title, text, publishedAt, until, audience } = fields
  return {
    id: reader.id(id, [...path, 'id']),
    title: reader.text(title, [...path, 'title'], 64),
    text: reader.text(text, [...path, 'text'], 4000),
    publishedAt: reader.time(publishedAt, [...path, 'publishedAt']),
    ...(until !== undefined && { until: reader.time(until, [...path, 'until']) }),
    audience: reader.audience(audience, [...path, 'audience']),
  }
}

const isWebAddress = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.protocol === 'https:' && url.username === '' && url.password === ''
}
const isPage = (text: string): boolean => /^\/[\w-]+(\/[\w-]+)+(\?[\w.~%=&-]*)?$/.test(text)
