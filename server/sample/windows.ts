/** The sixteen windows of the sample hall: specialists, general windows (综合窗口), delivery, and 办不成事. */
import type { z } from 'zod'
import type { plan } from '../../protocol/plan.ts'
import type { Text } from '../../protocol/vocabulary.ts'
import { civilAffairs, veterans } from './departments/civil-affairs.ts'
import type { SampleDepartment } from './departments/department.ts'
import { health } from './departments/health.ts'
import { housing, housingFund } from './departments/housing.ts'
import { licensing } from './departments/licensing.ts'
import { marketRegulation } from './departments/market-regulation.ts'
import { medicalInsurance } from './departments/medical-insurance.ts'
import { publicSecurity } from './departments/public-security.ts'
import { realEstate } from './departments/real-estate.ts'
import { socialInsurance } from './departments/social-insurance.ts'
import { tax } from './departments/tax.ts'

type PlannedWindow = z.input<typeof plan>['windows'][number]

function allOf(...departments: SampleDepartment[]): string[] {
  return departments.flatMap(({ lines }) =>
    lines.flatMap(({ services }) => services.map((each) => each.serviceId)),
  )
}

function at(
  areaId: string,
  number: number,
  name: Text,
  serviceIds: string[],
  helps: PlannedWindow['helps'] = [],
): PlannedWindow {
  return {
    windowId: `w${String(number).padStart(2, '0')}`,
    areaId,
    label: String(number),
    name,
    serviceIds,
    helps,
  }
}

const household = allOf(publicSecurity).filter(
  (each) => each !== 'passport' && each !== 'hong-kong-macao-permit',
)

const groundFloor: PlannedWindow[] = [
  at(
    'ground',
    1,
    { zh: '咨询与帮办', en: 'Enquiries and help' },
    ['enquiry', 'assisted-application'],
    [{ serviceId: 'collect-papers', afterMinutes: 15 }],
  ),
  at('ground', 2, { zh: '公安户政', en: 'Household registration' }, household),
  at('ground', 3, { zh: '公安综合窗口', en: 'General window of the police' }, allOf(publicSecurity)),
  at('ground', 4, { zh: '出入境与身份证', en: 'Exit-entry and identity cards' }, [
    'passport',
    'hong-kong-macao-permit',
    'id-card',
    'id-card-lost',
  ]),
  at('ground', 5, { zh: '社会保险', en: 'Social insurance' }, allOf(socialInsurance)),
  at(
    'ground',
    6,
    { zh: '社保医保综合窗口', en: 'Social and medical insurance' },
    allOf(socialInsurance, medicalInsurance),
  ),
  at('ground', 7, { zh: '医疗保险', en: 'Medical insurance' }, allOf(medicalInsurance)),
  at('ground', 8, { zh: '民生综合窗口', en: 'General window for residents' }, [
    ...allOf(civilAffairs, veterans),
    'fertility-registration',
    'public-rental-home',
    'residence-permit',
    'birth-registration',
    'social-security-card',
    'residents-pension',
    'residents-medical-enrolment',
    'treatment-elsewhere',
  ]),
  at('ground', 9, { zh: '综合出件', en: 'Collection of papers' }, ['collect-papers']),
]

const upperFloor: PlannedWindow[] = [
  at('upper', 10, { zh: '企业综合窗口', en: 'General window for businesses' }, [
    ...allOf(marketRegulation),
    'tax-registration',
    'invoice-on-behalf',
    'tax-return',
    'company-staff-enrolment',
  ]),
  at('upper', 11, { zh: '市场监管', en: 'Business registration' }, allOf(marketRegulation)),
  at('upper', 12, { zh: '税务', en: 'Tax' }, allOf(tax)),
  at('upper', 13, { zh: '不动产登记', en: 'Real-estate registration' }, allOf(realEstate)),
  at(
    'upper',
    14,
    { zh: '不动产与公积金', en: 'Real estate and housing fund' },
    allOf(realEstate, housingFund),
  ),
  at('upper', 15, { zh: '许可与工程综合窗口', en: 'General window for licences' }, [
    ...allOf(licensing, health, housing, housingFund),
    'social-organisation',
    'food-licence',
    'special-equipment',
  ]),
  at('upper', 16, { zh: '“办不成事”反映窗口', en: 'Unresolved matters' }, [
    'unresolved-matter',
    'assisted-application',
    'enquiry',
  ]),
]

export const sampleWindows: PlannedWindow[] = [...groundFloor, ...upperFloor]
