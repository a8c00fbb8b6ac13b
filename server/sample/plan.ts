/**
 * The sample hall: a made-up one-stop government service hall (政务服务中心) of a middling city, complete enough
 * to be opened, watched and edited. It names no printer, since none is known: slips wait until the plan has one.
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

function servicesOf({ departmentId, lines }: SampleDepartment): PlannedService[] {
  return lines.flatMap(({ prefix, waitTargetMinutes, services }) =>
    services.map((service) => ({ ...service, departmentId, prefix, waitTargetMinutes })),
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
  ],
  missedCall: { rejoinLimit: 1, placesBack: 3, graceMinutes: 30 },
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
