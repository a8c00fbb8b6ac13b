/**
 * The sample hall: a made-up one-stop government service hall (政务服务中心) of a middling city, complete enough
 * to be opened, watched and edited. It names no printer, since none is known: slips wait until the plan has one.
 * It is open round the clock, so that a first look works at any hour; a real hall writes its own hours.
 */
import { type Plan, plan } from '../../protocol/plan.ts'
import { civilAffairs, veterans } from './departments/civil-affairs.ts'
import type { PlannedService, SampleDepartment } from './departments/department.ts'
import { health } from './departments/health.ts'
import { housing, housingFund } from './departments/housing.ts'
import { licensing } from './departments/licensing.ts'
import { marketRegulation } from './departments/market-regulation.ts'
import { medicalInsurance } from './departments/medical-insurance.ts'
import { publicSecurity } from './departments/public-security.ts'
import { realEstate } from './departments/real-estate.ts'
import { serviceCentre } from './departments/service-centre.ts'
import { socialInsurance } from './departments/social-insurance.ts'
import { tax } from './departments/tax.ts'
import { sampleWindows } from './windows.ts'

const departments: SampleDepartment[] = [
  publicSecurity,
  socialInsurance,
  medicalInsurance,
  tax,
  marketRegulation,
  realEstate,
  housingFund,
  housing,
  civilAffairs,
  veterans,
  health,
  licensing,
  serviceCentre,
]

/** Who lacks a paper may come back within a working week or so, without queueing again. */
const returnDays = 7
const bookable = new Set(['passport', 'home-transfer', 'company-set-up', 'fund-loan'])
const halfHours = [
  '09:00',
  '09:30',
  '10:00',
  '10:30',
  '11:00',
  '13:30',
  '14:00',
  '14:30',
  '15:00',
  '15:30',
  '16:00',
].map((from) => ({ from, to: from.endsWith('00') ? from.replace('00', '30') : nextHour(from), capacity: 4 }))

function nextHour(time: string): string {
  return `${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}:00`
}

function servicesOf({ departmentId, lines }: SampleDepartment): PlannedService[] {
  return lines.flatMap(({ prefix, waitTargetMinutes, services }) =>
    services.map((service) => ({
      ...service,
      departmentId,
      prefix,
      waitTargetMinutes,
      returnDays,
      bands: bookable.has(service.serviceId) ? halfHours : [],
    })),
  )
}

/** The plan with which a hall opens that was given none of its own. */
export const samplePlan: Plan = plan.parse({
  planFormat: 1,
  hall: {
    hallId: 'sample',
    name: { zh: '云溪市政务服务中心', en: 'Yunxi Government Service Centre' },
    timeZone: 'Asia/Shanghai',
  },
  phoneUrl: null,
  areas: [
    { areaId: 'ground', name: { zh: '一楼 个人事务区', en: 'Ground floor: residents' } },
    { areaId: 'upper', name: { zh: '二楼 企业与不动产区', en: 'Upper floor: business and property' } },
  ],
  departments: departments.map(({ departmentId, name }) => ({ departmentId, name })),
  services: departments.flatMap(servicesOf),
  windows: sampleWindows,
  priorityClasses: [
    {
      priorityClassId: 'elderly',
      name: { zh: '老年人（60周岁以上）', en: 'Aged 60 and over' },
      creditMinutes: 15,
    },
    { priorityClassId: 'disabled', name: { zh: '残疾人', en: 'Disabled people' }, creditMinutes: 20 },
    {
      priorityClassId: 'maternity',
      name: { zh: '孕妇及携婴幼儿者', en: 'Expectant mothers and people with infants' },
      creditMinutes: 20,
    },
    {
      priorityClassId: 'military',
      name: { zh: '军人、退役军人及家属', en: 'Servicemen, veterans and their families' },
      creditMinutes: 20,
    },
    {
      priorityClassId: 'guide-lane',
      name: { zh: '其他需要照顾者', en: 'Others in need of help' },
      creditMinutes: 15,
      dailyCap: 40,
      givenBy: 'staff',
    },
  ],
  missedCall: {
    rejoinLimit: 1,
    placesBack: 3,
    graceMinutes: 30,
    callsBeforeNoShow: 3,
    recallPauseSeconds: 20,
    automatic: false,
  },
  matters: [
    {
      matterId: 'newborn',
      name: { zh: '新生儿出生一件事', en: 'A newborn child, in one visit' },
      prefix: 'X',
      order: 'leastWait',
      serviceIds: ['birth-registration', 'residents-medical-enrolment', 'social-security-card'],
    },
    {
      matterId: 'new-company',
      name: { zh: '企业开办一件事', en: 'A new company, in one visit' },
      prefix: 'Y',
      order: 'given',
      serviceIds: ['company-set-up', 'tax-registration', 'company-staff-enrolment'],
    },
  ],
  crowding: [
    {
      crowdingRuleId: 'many-waiting',
      kind: 'waitingOver',
      threshold: 15,
      serviceIds: null,
      tell: ['supervisor'],
    },
    {
      crowdingRuleId: 'long-wait',
      kind: 'waitOver',
      threshold: 40,
      serviceIds: null,
      tell: ['supervisor', 'guide'],
    },
    {
      crowdingRuleId: 'long-wait-ahead',
      kind: 'expectedWaitOver',
      threshold: 60,
      serviceIds: null,
      tell: ['supervisor', 'guide'],
    },
    {
      crowdingRuleId: 'idle-window',
      kind: 'idleWhileWaiting',
      threshold: 5,
      serviceIds: null,
      tell: ['supervisor'],
    },
  ],
  pauseReasons: [
    { pauseReasonId: 'lunch', name: { zh: '午间轮休', en: 'Lunch break' } },
    { pauseReasonId: 'break', name: { zh: '暂离', en: 'Short break' } },
    { pauseReasonId: 'case-work', name: { zh: '内部审核办件', en: 'Case work' } },
    { pauseReasonId: 'equipment', name: { zh: '设备故障', en: 'Equipment fault' } },
    { pauseReasonId: 'meeting', name: { zh: '会议培训', en: 'Meeting or training' } },
  ],
  printers: [],
  slip: {
    header: { zh: '欢迎光临云溪市政务服务中心', en: 'Welcome to Yunxi Government Service Centre' },
    footer: {
      zh: '请留意叫号。政务服务便民热线 12345',
      en: 'Please listen for your number. Service hotline 12345',
    },
  },
})
