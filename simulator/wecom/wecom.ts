// A WeCom server on the developer's own machine: the answers of https://qyapi.weixin.qq.com for an
// invented company, so that sign-in can be built and tested without an account and without a network.
//
//   /cgi-bin/*  what WeCom answers, one file per API path in cgi-bin/, listed in cgi-bin/routes.ts
//   /connect/oauth2/authorize, /wwlogin/sso/login, /wwopen/sso/qrConnect
//               the pages of 网页授权 and 扫码登录, and /_sim/open, which puts a person before them
//   /wwhead/*, /wwqrcode/*
//               pictures of the members, drawn
//   /_sim/*     what no WeCom has: the company to edit, codes of wx.qy.login, requests, faults, time
//
// It shares no code with the client in cloudfunctions/, so the two cannot be wrong together.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { createCallbacks, type Callbacks } from './callbacks/callbacks'
import { createApi } from './cgi-bin/serve'
import { listCompany, type CorpListing } from './control/company'
import { createLive } from './control/live'
import { createControl } from './control/serve'
import { inProduction } from './control/guard'
import type { Company } from './company/company'
import { createMovableClock, type MovableClock } from './clock'
import { createEdits, type Edits } from './edits/edits'
import { createFaults, type Faults } from './faults/faults'
import { createIssueCode, type IssueCode } from './issue-code'
import type { JournalEntry } from './journal/entry'
import { createJournal } from './journal/journal'
import { listen, type Listening } from './listen'
import { withDefaults, type SimulatorOptions } from './options'
import { createPictures } from './pictures/pictures'
import { createSnapshots, type Snapshots } from './snapshots'
import { companyOf, replaceCompany } from './state/replace-company'
import { createWorld, forgetIssued } from './state/world'
import { createPages } from './web/serve'

export type { SimulatorOptions } from './options'
export type { JournalEntry } from './journal/entry'
export type { CallbackLimits, Callbacks, Delivery } from './callbacks/callbacks'
export type { Faults } from './faults/faults'
export type { FaultRule, StandingFault } from './faults/rule'
export type { AppPlace, AppSettings } from './edits/apps'
export { EditRefused } from './edits/refused'
export type { LoginAs } from './issue-code'
export type { Listening } from './listen'
export type { App, Callback, Company, ContactCallback, Corp, Member } from './company/company'
export type { CorpListing } from './control/company'
export type { Choices } from './choices'
export type { Clock, MovableClock } from './clock'
export { CompanyFileError } from './company/problem'
export { loadCompany } from './company/load'
export { seedCompany } from './company/seed'
export { writeCompany } from './company/write'
export type { Snapshot, Snapshots } from './snapshots'

export interface Simulator extends Edits {
  /** Answers a request to one of its paths; false: the path belongs to someone else. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** Listens on 127.0.0.1; port 0, the default, takes a free one. */
  listen(port?: number): Promise<Listening>
  /** A fresh js_code, as wx.qy.login or wx.login gives it; throws for an unknown person. */
  issueCode: IssueCode
  /** Who could open the mini program, our own corp first; what /_sim/company answers. */
  people(): CorpListing[]
  /** The latest calls of /cgi-bin/*, oldest first; no token, secret or code in them. */
  requests(): JournalEntry[]
  faults: Faults
  /** What the simulator takes for now; it runs on from wherever it is set to. */
  clock: MovableClock
  /** The company as it is now. */
  company(): Company
  /** Puts another company in place of the present one; loadCompany makes one from a file. */
  load(company: Company): void
  snapshots: Snapshots
  /** Everything as it was at the start; snapshots stay. */
  reset(): void
  /** What was sent to the callback URLs of the company, and whether it arrived. */
  callbacks: Callbacks
}

/** Starts with a copy of the company. Throws in production: it signs anyone in as anyone. */
export const createSimulator = (options: SimulatorOptions = {}): Simulator => {
  if (inProduction()) throw new Error('the WeCom simulator must not run with NODE_ENV=production')
  const given = withDefaults(options)
  const live = createLive()
  const clock = createMovableClock(given.clock, () => live.tell(() => ({ kind: 'clock' })))
  const settings = { ...given, clock }
  const world = createWorld(settings)
  const faults = createFaults({
    random: settings.random,
    onChange: () => live.tell(() => ({ kind: 'faults' })),
  })
  const journal = createJournal({ clock, live, onEntry: settings.onEntry })
  world.changes.watch(() => () => live.tell(() => ({ kind: 'company' })))
  const issueCode = createIssueCode(world)
  const callbacks = createCallbacks(world, settings.callbackLimits)
  const edits = createEdits(world)
  const snapshots = createSnapshots({ world, clock, faults })
  const atStart = companyOf(world)
  const reset = () => {
    callbacks.clear()
    clock.reset() // before the company, so that its events have the time of the start
    replaceCompany(world, atStart)
    world.trustedIps.settle()
    forgetIssued(world, settings)
    faults.clear()
    journal.clear()
  }
  const parts = {
    world,
    clock,
    edits,
    faults,
    journal,
    live,
    snapshots,
    issueCode,
    callbacks,
    reset,
  }
  const api = createApi(parts)
  const pages = createPages(parts)
  const pictures = createPictures(world)
  const control = createControl(parts)

  const handle: Simulator['handle'] = async (request, response) => {
    const url = pathAndQuery(request)
    if (url && pages.has(url.pathname)) await pages.serve(request, response, url)
    else if (url && pictures.has(url.pathname)) pictures.serve(request, response, url)
    else if (url?.pathname.startsWith('/cgi-bin/')) await api(request, response, url)
    else if (url?.pathname.startsWith('/_sim/')) await control(request, response, url)
    else return false
    return true
  }

  return {
    handle,
    listen: (port = 0) => listen(handle, port),
    issueCode,
    people: () => listCompany(world)().corps,
    requests: journal.entries,
    faults,
    clock,
    company: () => companyOf(world),
    load: (company) => replaceCompany(world, company),
    snapshots,
    reset,
    callbacks,
    ...edits,
  }
}

const pathAndQuery = ({ url = '/' }: IncomingMessage): URL | undefined => {
  try {
    return new URL(url, 'http://simulator')
  } catch {
    return undefined // "//" alone, for one: no path of ours
  }
}
