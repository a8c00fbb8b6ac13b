/** Commands as a test writes them: what it does not care about is filled in. */
import type { Command, CommandOf, CommandType } from '../../server/domain/commands.ts'
import type { Foresight } from '../../server/domain/foresight.ts'

const unsaid = {
  issueTicket: {
    serviceId: null,
    matterId: null,
    returnCode: null,
    priorityClassId: null,
    personHash: null,
    printerId: null,
  },
  call: { reason: '' },
  hold: { note: '', returnMinutes: null },
  transfer: { toServiceId: null, toWindowId: null, backToMe: false, note: '' },
  complete: { missing: [], returnCode: '00000000' },
} as const satisfies { [Type in CommandType]?: Partial<CommandOf<Type>> }

type Unsaid<Type extends CommandType> = Type extends keyof typeof unsaid ? keyof (typeof unsaid)[Type] : never
type Sent<Type extends CommandType> = Omit<CommandOf<Type>, Unsaid<Type>> &
  Partial<Pick<CommandOf<Type>, Unsaid<Type> & keyof CommandOf<Type>>>
export type SentCommand = { [Type in CommandType]: Sent<Type> }[CommandType]

export function filled(sent: SentCommand): Command {
  const { type } = sent
  return { ...(type in unsaid ? unsaid[type as keyof typeof unsaid] : {}), ...sent } as Command
}

/** A hall that has measured nothing promises nothing. */
export const noForesight: Foresight = () => null
