import type { DomainProof } from '../shared/runtime/sections/web'
import type { WebRoute } from './route'

/** GET /WW_verify_….txt: shows WeCom's administrators that the domain is ours (可信域名归属验证). */
export const domainProofRoute = ({ fileName, content }: DomainProof): WebRoute => ({
  method: 'GET',
  path: `/${fileName}`,
  answers: 'page',
  handle: () =>
    Promise.resolve({
      status: 200,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: content,
    }),
})
