/** Who sits here: one session a browser, kept on the machine and followed by all of its pages. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Session, StaffMember } from '../../protocol/views.ts'
import { type Api, createApi, ProblemError } from '../api.ts'
import { askWhoIAm } from '../ask-who-i-am.ts'
import { keepToken, readToken } from '../storage.ts'

export interface SignedInAs {
  staff: StaffMember
  sessionToken: string
  api: Api
  /** The server knows this session no longer: back to signing in. */
  expire: () => void
  signOut: () => Promise<void>
}

export interface SessionState {
  sessionToken: string | null
  /** Null while nobody is signed in, or until the server has said who it is. */
  staff: StaffMember | null
  hasExpired: boolean
  api: Api
  /** @throws ProblemError `signInFailed`, `signInPaused`; NetworkError */
  signIn: (staffNumber: string, password: string) => Promise<void>
  /** @throws ProblemError `passwordTooWeak`, `signInFailed`; NetworkError */
  changePassword: (currentPassword: string, newPassword: string) => Promise<void>
  expire: () => void
  signOut: () => Promise<void>
}

export function useSession(): SessionState {
  const [sessionToken, setSessionToken] = useState(() => readToken('session'))
  const [staff, setStaff] = useState<StaffMember | null>(null)
  const [hasExpired, setHasExpired] = useState(false)

  const take = useCallback((token: string | null, whose: StaffMember | null) => {
    setSessionToken(token)
    setStaff(whose)
    setHasExpired(false)
  }, [])
  const expire = useCallback(() => {
    keepToken('session', null)
    take(null, null)
    setHasExpired(true)
  }, [take])
  const api = useMemo(
    () =>
      noticing(
        createApi(() => sessionToken),
        expire,
        () => setStaff(null),
      ),
    [sessionToken, expire],
  )

  const signOut = useCallback(async () => {
    await api.del('/api/session').catch(() => undefined)
    keepToken('session', null)
    take(null, null)
  }, [api, take])

  useEffect(() => {
    const follow = () => take(readToken('session'), null)
    window.addEventListener('storage', follow)
    return () => window.removeEventListener('storage', follow)
  }, [take])
  useEffect(() => {
    if (sessionToken === null || staff !== null) return
    return askWhoIAm<StaffMember>(api, '/api/session', setStaff, expire)
  }, [sessionToken, staff, api, expire])

  return {
    sessionToken,
    staff,
    hasExpired,
    api,
    expire,
    signOut,
    signIn: async (staffNumber, password) => {
      const session = await api.post<Session>('/api/session', { staffNumber, password })
      keepToken('session', session.sessionToken)
      take(session.sessionToken, session.staff)
    },
    changePassword: async (currentPassword, newPassword) =>
      setStaff(await api.post<StaffMember>('/api/session/password', { currentPassword, newPassword })),
  }
}

/** Sees in any answer that the session has ended, or that a password has become a one-time one. */
function noticing(api: Api, expire: () => void, askAgain: () => void): Api {
  const notice = (error: unknown): never => {
    const code = error instanceof ProblemError ? error.problem.code : null
    if (code === 'notSignedIn') expire()
    if (code === 'passwordMustChange') askAgain()
    throw error
  }
  return {
    get: (path) => api.get<never>(path).catch(notice),
    post: (path, body, key) => api.post<never>(path, body, key).catch(notice),
    put: (path, body) => api.put<never>(path, body).catch(notice),
    del: (path) => api.del(path).catch(notice),
  }
}
