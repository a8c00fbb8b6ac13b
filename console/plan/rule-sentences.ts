/** The rules of the line as a plan sets them, each section as a list of sentences. */
import type { Plan } from '../../protocol/plan.ts'
import type { Language, StaffRole } from '../../protocol/vocabulary.ts'
import { hoursTexts } from './hours-text.ts'
import type { PlanT } from './texts.ts'

export interface Section {
  word: 'hours' | 'appointments' | 'matters' | 'crowding' | 'missedCall' | 'turns'
  sentences: string[]
}

export function ruleSections(plan: Plan, language: Language, t: PlanT): Section[] {
  return [
    { word: 'hours', sentences: hours(plan, t) },
    { word: 'appointments', sentences: appointments(plan, t) },
    { word: 'missedCall', sentences: missedCall(plan, t) },
    { word: 'turns', sentences: turns(plan, language, t) },
    { word: 'crowding', sentences: crowding(plan, language, t) },
    { word: 'matters', sentences: matters(plan, language, t) },
  ]
}

/** The sentence, or none where there is nothing to say. */
const where = (isSo: boolean, sentence: string) => (isSo ? [sentence] : [])

function hours({ schedule, services }: Plan, t: PlanT): string[] {
  const { publicHolidays, days, lastTicketMinutes } = schedule
  const ownHours = services.filter((service) => service.hours !== null).length
  const quotas = services.filter(({ quota }) => Object.values(quota).some((most) => most !== null)).length
  return [
    ...hoursTexts(schedule.hours, t),
    t(publicHolidays === 'china' ? 'publicHolidays' : 'noPublicHolidays'),
    ...where(days.length > 0, t('ownDays', { count: days.length })),
    ...where(lastTicketMinutes > 0, t('lastTicket', { count: lastTicketMinutes })),
    ...where(ownHours > 0, t('ownHours', { count: ownHours })),
    ...where(quotas > 0, t('quotas', { count: quotas })),
  ]
}

function appointments({ appointments: rules, services }: Plan, t: PlanT): string[] {
  const bookable = services.filter(({ bands }) => bands.length > 0).length
  if (bookable === 0) return [t('nothingBookable')]
  return [
    t('bookable', { count: bookable, days: rules.openDays }),
    t('appointmentPlace', { credit: rules.creditMinutes, grace: rules.graceMinutes }),
    t('cancelAhead', { count: rules.cancelHoursAhead }),
    t('walkIns', { count: rules.heldForWalkInsPercent }),
    t('bookingBlocked', { limit: rules.noShowLimit, within: rules.noShowWithinDays }),
  ]
}

function missedCall({ missedCall: rule }: Plan, t: PlanT): string[] {
  const { rejoinLimit, graceMinutes, placesBack, callsBeforeNoShow, recallPauseSeconds, automatic } = rule
  return [
    t('callsBefore', { count: callsBeforeNoShow }),
    ...where(recallPauseSeconds > 0, t('recallPause', { count: recallPauseSeconds })),
    t(automatic ? 'automatic' : 'byHand'),
    rejoinLimit === 0
      ? t('noRejoin')
      : t('rejoin', { limit: rejoinLimit, minutes: graceMinutes, places: placesBack }),
  ]
}

function turns(plan: Plan, language: Language, t: PlanT): string[] {
  const { outOfTurn, returns, leftOver, windowsPerClerk, services } = plan
  const returning = services.filter(({ returnDays }) => returnDays > 0).length
  return [
    outOfTurn.roles.length === 0
      ? t('noOutOfTurn')
      : t('outOfTurn', { who: rolesText(outOfTurn.roles, language, t) }),
    returning === 0 ? t('noReturns') : t('returns', { count: returning, credit: returns.creditMinutes }),
    t(leftOver === 'carry' ? 'leftCarry' : 'leftClose'),
    t('windowsPerClerk', { count: windowsPerClerk }),
  ]
}

function crowding(plan: Plan, language: Language, t: PlanT): string[] {
  if (plan.crowding.length === 0) return [t('noCrowding')]
  return plan.crowding.map(({ kind, threshold, serviceIds, tell }) => {
    const [only] = serviceIds ?? []
    const one = plan.services.find(({ serviceId }) => serviceIds?.length === 1 && serviceId === only)
    const some = one?.name[language] ?? t('someServices', { count: serviceIds?.length ?? 0 })
    const of = serviceIds === null ? t('everyService') : some
    return t('tells', { of, what: t(kind, { threshold }), who: rolesText(tell, language, t) })
  })
}

function matters(plan: Plan, language: Language, t: PlanT): string[] {
  if (plan.matters.length === 0) return [t('noMatters')]
  return plan.matters.map(({ name, serviceIds, order }) => {
    const services = serviceIds.map(
      (id) => plan.services.find(({ serviceId }) => serviceId === id)?.name[language] ?? id,
    )
    const how = t(order === 'given' ? 'matterGiven' : 'matterLeastWait')
    return language === 'zh'
      ? `${name.zh}：${services.join('、')}（${how}）`
      : `${name.en}: ${services.join(', ')} (${how})`
  })
}

function rolesText(roles: readonly StaffRole[], language: Language, t: PlanT): string {
  return roles.map((role) => t(role)).join(language === 'zh' ? '、' : ', ')
}
