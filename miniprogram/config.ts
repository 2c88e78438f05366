/** Where the cloud half of this project answers. Nothing in here is secret: it ships to every phone. */
export interface Config {
  /** Origin of the functions, without a slash at the end; its host is a legal request domain of the mini program. */
  apiBase: string
  /** 云环境 ID, used in plain WeChat only; empty when the company has no cloud environment. */
  cloudEnvId: string
}

export type EnvVersion = 'develop' | 'trial' | 'release'

// Put your own origin (and cloud environment, if there is one) into trial and release.
const CONFIGS: Record<EnvVersion, Config> = {
  develop: { apiBase: 'http://127.0.0.1:8787', cloudEnvId: 'local' },
  trial: { apiBase: 'https://gongpai.example.com', cloudEnvId: '' },
  release: { apiBase: 'https://gongpai.example.com', cloudEnvId: '' },
}

/** What the client knows about this build; older base libraries lack the call, or its `envVersion`. */
export interface AccountSource {
  getAccountInfoSync?(): { miniProgram: { envVersion?: EnvVersion } }
}

/**
 * The addresses for this build of the mini program. A client that cannot name its build gets release.
 * https://developers.weixin.qq.com/miniprogram/dev/api/open-api/account-info/wx.getAccountInfoSync.html
 */
export function configFor(source: AccountSource): Config {
  const envVersion = source.getAccountInfoSync?.().miniProgram.envVersion
  return CONFIGS[envVersion ?? 'release'] ?? CONFIGS.release
}
