import { compileMiniProgram, type BuildResult } from './compile/mini-program'
import type { Report } from './compile/problems'
import { fingerprintOf } from './source-fingerprint'

export interface Builds {
  /** The build of the source as it is now: compiled again only when a file has changed. */
  current(): Promise<BuildResult>
}

/** Keeps the latest build of the mini program in `root`; every build's problems are reported. */
export function createBuilds(root: string, report: Report): Builds {
  let fingerprint: string | undefined
  let latest: Promise<BuildResult> | undefined

  const compile = async () => {
    const result = await compileMiniProgram(root)
    result.problems.forEach(report)
    return result
  }

  return {
    async current() {
      const now = await fingerprintOf(root)
      if (latest === undefined || now !== fingerprint) {
        fingerprint = now
        latest = compile()
      }
      return latest
    },
  }
}
