/** 住房和城乡建设局 and 住房公积金管理中心: building permits, rental homes, the housing fund. */
import type { SampleDepartment } from './department.ts'
import {
  agentIdCard,
  bankCard,
  companySeal,
  householdBook,
  idCard,
  propertyCertificate,
} from './materials.ts'

export const housing: SampleDepartment = {
  departmentId: 'housing',
  name: { zh: '市住房和城乡建设局', en: 'Housing and Construction Bureau' },
  lines: [
    {
      prefix: 'L',
      waitTargetMinutes: 25,
      services: [
        {
          serviceId: 'construction-permit',
          name: { zh: '建筑工程施工许可证核发', en: 'Construction permit' },
          itemCode: '000117006000',
          kind: 'promised',
          statutoryDays: 7,
          promisedDays: 2,
          materials: [
            { zh: '施工许可申请表', en: 'Application for a permit' },
            { zh: '建设工程规划许可证', en: 'Planning permit of the works' },
            { zh: '施工合同及中标通知书', en: 'Construction contract and letter of award' },
            { zh: '质量安全措施承诺书', en: 'Undertaking on quality and safety' },
            agentIdCard,
            companySeal,
          ],
          fee: null,
        },
        {
          serviceId: 'public-rental-home',
          name: { zh: '公共租赁住房保障资格申请', en: 'Application for a public rental home' },
          itemCode: '000517001000',
          kind: 'promised',
          statutoryDays: 60,
          promisedDays: 30,
          materials: [
            householdBook,
            idCard,
            { zh: '家庭收入证明', en: 'Proof of family income' },
            { zh: '家庭住房情况证明', en: "Proof of the family's housing" },
          ],
          fee: null,
        },
      ],
    },
  ],
}

export const housingFund: SampleDepartment = {
  departmentId: 'housing-fund',
  name: { zh: '市住房公积金管理中心', en: 'Housing Fund Centre' },
  lines: [
    {
      prefix: 'M',
      waitTargetMinutes: 20,
      services: [
        {
          serviceId: 'fund-withdrawal',
          name: { zh: '住房公积金提取', en: 'Withdrawal from the housing fund' },
          itemCode: '002017003000',
          kind: 'onTheSpot',
          statutoryDays: 3,
          promisedDays: 0,
          materials: [
            idCard,
            bankCard,
            { zh: '购房、租房、还贷或离退休证明', en: 'Proof of purchase, rent, repayment or retirement' },
          ],
          fee: null,
        },
        {
          serviceId: 'fund-loan',
          name: { zh: '住房公积金贷款申请', en: 'Housing fund loan' },
          itemCode: '002017004000',
          kind: 'promised',
          statutoryDays: 15,
          promisedDays: 7,
          materials: [
            {
              zh: '夫妻双方身份证、户口簿、结婚证',
              en: 'Identity cards, household register, marriage certificate',
            },
            { zh: '购房合同及首付款凭证', en: 'Sale contract and proof of the down payment' },
            { zh: '个人信用报告', en: 'Credit report' },
            propertyCertificate,
          ],
          fee: null,
        },
      ],
    },
  ],
}
