/** 民政局 and 退役军人事务局: aid, allowances, preferential treatment. */
import type { SampleDepartment } from './department.ts'
import { bankCard, householdBook, idCard, photo } from './materials.ts'

export const civilAffairs: SampleDepartment = {
  departmentId: 'civil-affairs',
  name: { zh: '市民政局', en: 'Civil Affairs Bureau' },
  lines: [
    {
      prefix: 'H',
      waitTargetMinutes: 20,
      services: [
        {
          serviceId: 'minimum-living',
          name: { zh: '最低生活保障申请', en: 'Minimum living allowance' },
          itemCode: '000511002000',
          kind: 'promised',
          statutoryDays: 30,
          promisedDays: 20,
          materials: [
            householdBook,
            idCard,
            {
              zh: '家庭经济状况承诺及授权查询书',
              en: "Statement of the family's means and consent to check them",
            },
            bankCard,
          ],
          fee: null,
        },
        {
          serviceId: 'elderly-allowance',
          name: { zh: '高龄老人津贴发放', en: 'Allowance for the very old' },
          itemCode: '000511010000',
          kind: 'promised',
          statutoryDays: 20,
          promisedDays: 5,
          materials: [idCard, bankCard],
          fee: null,
        },
        {
          serviceId: 'disability-allowance',
          name: {
            zh: '困难残疾人生活补贴和重度残疾人护理补贴',
            en: 'Living and care allowances for the disabled',
          },
          itemCode: '000511012000',
          kind: 'promised',
          statutoryDays: 30,
          promisedDays: 10,
          materials: [{ zh: '残疾人证', en: 'Disability certificate' }, idCard, bankCard],
          fee: null,
        },
        {
          serviceId: 'social-organisation',
          name: {
            zh: '社会团体、民办非企业单位登记',
            en: 'Registration of associations and non-profit bodies',
          },
          itemCode: '000111001000',
          kind: 'promised',
          statutoryDays: 60,
          promisedDays: 15,
          materials: [
            { zh: '登记申请书', en: 'Application' },
            { zh: '章程草案', en: 'Draft charter' },
            { zh: '验资报告', en: 'Capital verification report' },
            { zh: '活动场所使用权证明', en: 'Proof of the right to use the premises' },
          ],
          fee: null,
        },
      ],
    },
  ],
}

export const veterans: SampleDepartment = {
  departmentId: 'veterans',
  name: { zh: '市退役军人事务局', en: 'Veterans Affairs Bureau' },
  lines: [
    {
      prefix: 'J',
      waitTargetMinutes: 15,
      services: [
        {
          serviceId: 'veteran-card',
          name: { zh: '退役军人及其他优抚对象优待证申领', en: 'Preferential treatment card for veterans' },
          itemCode: '002024003000',
          kind: 'promised',
          statutoryDays: 60,
          promisedDays: 30,
          materials: [idCard, { zh: '退役证件', en: 'Discharge papers' }, photo],
          fee: null,
        },
      ],
    },
  ],
}
