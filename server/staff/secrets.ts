/** Secrets: made at random, kept only as digests. Tokens are long enough for a plain digest, passwords are not. */
import { hash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { hash as hashSlowly, verify } from '@node-rs/argon2'
import type { StaffRole } from '../../protocol/vocabulary.ts'

/** 256 random bits, base64url, with a letter in front that says whose it is: `s` a session, `d` a device. */
export function newToken(kind: 's' | 'd'): string {
  return `${kind}_${randomBytes(32).toString('base64url')}`
}

/**
 * 122 random bits, base64url: a visitor's proof that the ticket is its own. Made of a random UUID, because Node
 * draws those from the system a hundred at a time, and this is made for every ticket.
 */
export function newTicketToken(): string {
  return Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url')
}

export function digest(secret: string): string {
  return hash('sha256', secret, 'base64url')
}

/** Twelve characters without those that are mistaken for each other (60 bits): `K7MF-2QXW-9RTA`. */
export function newOneTimePassword(): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const pick = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${pick()}-${pick()}-${pick()}`
}

export function newDigits(length: number): string {
  return Array.from({ length }, () => randomInt(10)).join('')
}

/** Argon2id with the library's parameters (19 MiB, two passes: OWASP 2023). */
export function hashPassword(password: string): Promise<string> {
  return hashSlowly(password)
}

export function passwordFits(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password)
}

/** Who can change the hall or judge others needs a password, who serves a PIN will do for. */
export function isStrongEnough(password: string, role: StaffRole): boolean {
  return password.length >= (role === 'admin' || role === 'supervisor' ? 10 : 6)
}
