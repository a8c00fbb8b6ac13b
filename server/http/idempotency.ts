/** `Idempotency-Key`: every POST bears one, and its repeat is answered as the first was. */
import type { Request } from 'express'
import { refuse } from '../domain/commands.ts'
import { digest } from '../staff/secrets.ts'
import { BadRequest, Refused } from './problem.ts'
import type { Sender } from './sender.ts'

export interface CommandKey {
  /** The sender's key, made the sender's own: nobody can ask for another's answer. */
  readonly key: string
  /** A digest of the path and the body. */
  readonly fingerprint: string
}

const answersRemembered = 1_000

/**
 * @param personal what of the body says who somebody is: a plain digest of it could be guessed by trying numbers,
 * so it is left out, and its keyed hashes are put in its place by `withHashes`
 * @throws BadRequest when the header is missing or malformed
 */
export function commandKeyOf(request: Request, sender: Sender, personal: readonly string[]): CommandKey {
  const key = request.get('Idempotency-Key')
  if (key === undefined || !/^[\x21-\x7e]{8,100}$/.test(key)) {
    throw new BadRequest([
      {
        path: 'headers.Idempotency-Key',
        reason:
          'a key of 8 to 100 visible ASCII characters, new for each command and the same for its repeats',
      },
    ])
  }
  const told = Object.entries(request.body ?? {}).filter(([name]) => !personal.includes(name))
  return {
    key: `${senderId(sender)}:${key}`,
    fingerprint: fingerprintOf(request.path, JSON.stringify(Object.fromEntries(told))),
  }
}

/** The same command about these people, by the keyed hashes of their numbers. */
export function withHashes({ key, fingerprint }: CommandKey, ...hashes: readonly string[]): CommandKey {
  return { key, fingerprint: fingerprintOf(fingerprint, ...hashes) }
}

function fingerprintOf(...parts: readonly string[]): string {
  return digest(parts.join('\n')).slice(0, 22)
}

function senderId(sender: Sender): string {
  switch (sender.kind) {
    case 'staff':
      return sender.staff.staffId
    case 'device':
      return sender.device.deviceId
    case 'visitor':
      return sender.ticketId
    case 'nobody':
      return ''
  }
}

/**
 * The answers to set-up commands (staff, devices, sessions), which are not in the journal. They hold secrets, so
 * they live in memory alone, and only the last thousand.
 */
export class RememberedAnswers {
  readonly #answers = new Map<string, { fingerprint: string; answer: Promise<unknown> }>()

  /** @throws Refused `keyReused`; what `give` throws is not remembered */
  async once<Answer>({ key, fingerprint }: CommandKey, give: () => Promise<Answer>): Promise<Answer> {
    const first = this.#answers.get(key)
    if (first !== undefined) {
      if (first.fingerprint !== fingerprint) throw new Refused(refuse('keyReused'))
      return first.answer as Promise<Answer>
    }
    const answer = give()
    this.#answers.set(key, { fingerprint, answer })
    const oldest = this.#answers.keys().next()
    if (this.#answers.size > answersRemembered && !oldest.done) this.#answers.delete(oldest.value)
    answer.catch(() => this.#answers.delete(key))
    return answer
  }
}
