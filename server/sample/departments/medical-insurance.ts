/** 医疗保障局: enrolment, treatment elsewhere, reimbursement. */
import type { SampleDepartment } from './department.ts'
import { agentIdCard, applicantIdCard, bankCard, companySeal, householdBook, idCard } from './materials.ts'

export const medicalInsurance: SampleDepartment = {
  departmentId: 'medical-insurance',
  name: { zh: '市医疗保障局', en: 'Healthcare Security Bureau' },
  lines: [
    {
      prefix: 'D',
      waitTargetMinutes: 20,
      services: [
        {
          serviceId: 'residents-medical-enrolment',
          name: { zh: '城乡居民基本医疗保险参保登记', en: "Residents' medical insurance: enrolment" },
          itemCode: '002036001002',
          kind: 'onTheSpot',
          statutoryDays: 5,
          promisedDays: 0,
          materials: [idCard, householdBook],
          fee: null,
        },
        {
          serviceId: 'treatment-elsewhere',
          name: { zh: '异地就医备案', en: 'Registration for medical treatment in another city' },
          itemCode: '002036003001',
          kind: 'onTheSpot',
          statutoryDays: 2,
          promisedDays: 0,
          materials: [
            {
              zh: '医保电子凭证、身份证或社会保障卡',
              en: 'Electronic medical voucher, identity card or social card',
            },
            {
              zh: '居住证或异地工作证明（长期居住）',
              en: 'Residence permit or proof of work there (long-term)',
            },
          ],
          fee: null,
        },
        {
          serviceId: 'medical-reimbursement',
          name: {
            zh: '基本医疗保险医疗费用手工（零星）报销',
            en: 'Reimbursement of medical expenses paid in cash',
          },
          itemCode: '002036004001',
          kind: 'promised',
          statutoryDays: 30,
          promisedDays: 15,
          materials: [
            applicantIdCard,
            { zh: '医院收费票据原件', en: 'Hospital receipts (originals)' },
            { zh: '费用清单', en: 'Itemised list of charges' },
            { zh: '诊断证明或出院小结', en: 'Diagnosis or discharge summary' },
            bankCard,
          ],
          fee: null,
        },
        {
          serviceId: 'maternity-allowance',
          name: { zh: '生育津贴支付申请', en: 'Maternity allowance' },
          itemCode: '002036005001',
          kind: 'promised',
          statutoryDays: 20,
          promisedDays: 10,
          materials: [
            {
              zh: '医保电子凭证、身份证或社会保障卡',
              en: 'Electronic medical voucher, identity card or social card',
            },
            { zh: '病历资料（住院分娩或门诊）', en: 'Medical record of the birth' },
            agentIdCard,
            companySeal,
          ],
          fee: null,
        },
      ],
    },
  ],
}
