/** What a call may be given: from the command line, or from a reply to an earlier call. */
export type Given = 'corpId' | 'secret' | 'agentId' | 'token' | 'userId' | 'departmentId' | 'tagId'

/** The parameters that nearly every call has. */
export const withToken = { access_token: '$token' } as const
