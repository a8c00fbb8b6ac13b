/** 人力资源和社会保障局: pensions, unemployment, the social security card. */
import type { SampleDepartment } from './department.ts'
import {
  agentIdCard,
  applicantIdCard,
  bankCard,
  businessLicence,
  companySeal,
  idCard,
  photo,
} from './materials.ts'

export const socialInsurance: SampleDepartment = {
  departmentId: 'social-insurance',
  name: { zh: '市人力资源和社会保障局', en: 'Human Resources and Social Security Bureau' },
  lines: [
    {
      prefix: 'C',
      waitTargetMinutes: 20,
      services: [
        {
          serviceId: 'social-security-card',
          name: { zh: '社会保障卡申领、补换', en: 'Social security card: issue and replacement' },
          itemCode: '002014006001',
          kind: 'onTheSpot',
          statutoryDays: 30,
          promisedDays: 0,
          materials: [applicantIdCard, photo],
          fee: { zh: '首次申领免费，补换20元', en: 'First issue free, replacement CNY 20' },
        },
        {
          serviceId: 'flexible-employment-enrolment',
          name: { zh: '灵活就业人员社会保险参保登记', en: 'Social insurance for the flexibly employed' },
          itemCode: '002014001002',
          kind: 'onTheSpot',
          statutoryDays: 10,
          promisedDays: 0,
          materials: [idCard, bankCard],
          fee: null,
        },
        {
          serviceId: 'company-staff-enrolment',
          name: {
            zh: '企业职工社会保险参保、停保登记',
            en: 'Social insurance: enrolling and removing company staff',
          },
          itemCode: '002014001001',
          kind: 'onTheSpot',
          statutoryDays: 10,
          promisedDays: 0,
          materials: [
            businessLicence,
            agentIdCard,
            { zh: '职工花名册及劳动合同', en: 'List of staff with their labour contracts' },
            companySeal,
          ],
          fee: null,
        },
        {
          serviceId: 'retirement',
          name: { zh: '企业职工正常退休（职）申请', en: 'Retirement of company staff' },
          itemCode: '002014002001',
          kind: 'promised',
          statutoryDays: 30,
          promisedDays: 10,
          materials: [
            idCard,
            { zh: '居民户口簿原件', en: 'Household register booklet (original)' },
            { zh: '职工档案', en: 'Personnel file' },
            { zh: '退休审批表', en: 'Retirement approval form' },
            bankCard,
          ],
          fee: null,
        },
        {
          serviceId: 'residents-pension',
          name: { zh: '城乡居民养老保险参保与待遇领取', en: "Residents' pension: enrolment and benefits" },
          itemCode: '002014001003',
          kind: 'onTheSpot',
          statutoryDays: 15,
          promisedDays: 0,
          materials: [
            idCard,
            { zh: '居民户口簿原件', en: 'Household register booklet (original)' },
            bankCard,
          ],
          fee: null,
        },
        {
          serviceId: 'unemployment-benefit',
          name: { zh: '失业保险金申领', en: 'Unemployment benefit' },
          itemCode: '002014003001',
          kind: 'promised',
          statutoryDays: 10,
          promisedDays: 3,
          materials: [
            idCard,
            { zh: '解除或终止劳动关系证明', en: 'Certificate of the end of employment' },
            bankCard,
          ],
          fee: null,
        },
        {
          serviceId: 'pension-record-transfer',
          name: { zh: '基本养老保险关系转移接续', en: 'Transfer of pension records between provinces' },
          itemCode: '002014004001',
          kind: 'promised',
          statutoryDays: 45,
          promisedDays: 15,
          materials: [
            applicantIdCard,
            { zh: '基本养老保险参保缴费凭证', en: 'Proof of pension contributions' },
          ],
          fee: null,
        },
      ],
    },
  ],
}
