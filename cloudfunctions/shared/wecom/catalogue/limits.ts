import type { Theme } from './theme'
import { pages } from './pages'

/** When to come back, and after what. */
export const limits: Theme = {
  title: { zh: '频率、繁忙与容量', en: 'Limits and load' },
  entries: [
    {
      errcode: -1,
      name: 'systemBusy',
      fixer: 'wecom',
      retry: 'later',
      meaning: { zh: '企业微信暂时繁忙。', en: 'WeCom is busy for the moment.' },
      remedy: {
        zh: '稍候自动重试，最多 3 次；一直出现时查看企业微信的服务公告。',
        en: 'It is tried again shortly, at most 3 times. If it goes on, look for a notice of WeCom.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 6000,
      name: 'dataConflict',
      fixer: 'developer',
      retry: 'later',
      meaning: {
        zh: '数据版本冲突，有别的调用者同时在修改。',
        en: 'The data was changed by somebody else at the same time.',
      },
      remedy: {
        zh: '稍后重试，并避免多处同时写入。',
        en: 'Try again a little later, and write from one place only.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 45009,
      name: 'frequencyLimit',
      fixer: 'developer',
      retry: 'afterWindow',
      meaning: { zh: '调用次数超过频率限制。', en: 'The call was made more often than allowed.' },
      remedy: {
        zh: '停止调用该接口，直到所在窗口结束（分钟限制 60 秒，小时限制 60 分钟）；检查是否没有缓存 token。被拦截时可在 https://open.work.weixin.qq.com/wwopen/devtool/checkCorpSpamBlock 自助解除。',
        en: 'Stop making this call until its window ends: 60 seconds for a limit by minute, 60 minutes for one by hour. Check that the token is cached. At https://open.work.weixin.qq.com/wwopen/devtool/checkCorpSpamBlock a block can be lifted by oneself.',
      },
      page: pages.limits,
    },
    {
      errcode: 45033,
      name: 'concurrencyLimit',
      fixer: 'developer',
      retry: 'afterWindow',
      meaning: { zh: '同一接口的并发调用过多。', en: 'Too many calls to the same API at once.' },
      remedy: {
        zh: '减少并发，合并同时发生的相同请求。',
        en: 'Make fewer at once, and share what is asked for at the same time.',
      },
      page: pages.limits,
    },
    {
      errcode: 45024,
      name: 'headcountLimit',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '企业的成员数量达到上限。',
        en: 'The corp has reached its number of members.',
      },
      remedy: {
        zh: '在“管理后台 → 我的企业 → 企业信息”认证或申请扩容。',
        en: 'Get certified or apply for more under Admin console → My Company → Company Information.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 45035,
      name: 'writeConflict',
      fixer: 'developer',
      retry: 'later',
      meaning: { zh: '写操作互相冲突。', en: 'Writes got in each other’s way.' },
      remedy: {
        zh: '稍后重试，并让写操作排队。',
        en: 'Try again a little later, and let writes queue.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 45036,
      name: 'trafficAbnormal',
      fixer: 'developer',
      retry: 'afterWindow',
      meaning: {
        zh: '调用流量异常，被暂时限制。',
        en: 'The traffic looks abnormal and is limited for a while.',
      },
      remedy: {
        zh: '停止突发的调用，找到原因后再恢复。',
        en: 'Stop the burst, find its cause, then go on.',
      },
      page: pages.limits,
    },
    {
      errcode: 400010,
      name: 'unblockHintInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '自助解除拦截用的 block_hint 不正确。',
        en: 'The block_hint for lifting a block is wrong.',
      },
      remedy: {
        zh: '使用最近一次被拦截时返回的 block_hint。',
        en: 'Use the one that came with the latest refusal.',
      },
      page: pages.limits,
    },
    {
      errcode: 400011,
      name: 'unblockHintExpired',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: 'block_hint 对应的拦截已经结束。',
        en: 'The block that this block_hint stands for is over.',
      },
      remedy: { zh: '不需要再解除，直接恢复调用。', en: 'Nothing to lift; go on calling.' },
      page: pages.limits,
    },
    {
      errcode: 400012,
      name: 'unblockForbidden',
      fixer: 'wecom',
      retry: 'afterWindow',
      meaning: { zh: '这次拦截不能自助解除。', en: 'This block can’t be lifted by oneself.' },
      remedy: {
        zh: '等待窗口结束，或联系企业微信客服。',
        en: 'Wait for the window to end, or contact WeCom support.',
      },
      page: pages.limits,
    },
    {
      errcode: 400013,
      name: 'unblockTooOften',
      fixer: 'developer',
      retry: 'afterWindow',
      meaning: { zh: '自助解除的次数过多。', en: 'Blocks were lifted too often.' },
      remedy: {
        zh: '等待窗口结束，并减少调用。',
        en: 'Wait for the window to end, and call less.',
      },
      page: pages.limits,
    },
  ],
}
