/** Keeps the answer to a question as a file. A plain link could not carry the session's token. */
import type { Problem } from '../../protocol/problem.ts'
import { NetworkError, ProblemError } from '../../ui/api.ts'
import { saveFile } from '../save-file.ts'

/** @throws ProblemError, NetworkError */
export async function downloadAnswer(path: string, sessionToken: string, fileName: string): Promise<void> {
  let response: Response
  try {
    response = await fetch(path, { headers: { Authorization: `Bearer ${sessionToken}` }, cache: 'no-store' })
  } catch (error) {
    throw new NetworkError(error)
  }
  if (!response.ok) throw new ProblemError((await response.json()) as Problem)
  saveFile(await response.blob(), fileName)
}
