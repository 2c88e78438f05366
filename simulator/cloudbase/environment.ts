// Nothing listens there: without an address of its own, a function must not reach Tencent's.
const nowhere = 'http://127.0.0.1:1'

/**
 * The variables of a process that make Tencent's SDKs speak to a CloudBase on this machine, without a
 * change of code (read in node-sdk 3.18.3: tcbapiendpoint, tcbcontext, cloudplatform).
 *
 * @param url Where that CloudBase is served, such as `http://127.0.0.1:8787`.
 */
export const sdkEnvironment = (url: string | undefined, envId: string): Record<string, string> => ({
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url ?? nowhere}/admin` }),
  // Without it every request first asks for the metadata of a machine in Tencent's cloud: 30 ms.
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TCB_ENV: envId,
  SCF_NAMESPACE: envId,
  TENCENTCLOUD_SECRETID: 'AKIDlocal',
  TENCENTCLOUD_SECRETKEY: 'local',
})
