/** 公安局: household registration and identity cards, and exit and entry papers. */
import type { SampleDepartment } from './department.ts'
import { householdBook, idCard, marriageCertificate, photo } from './materials.ts'

export const publicSecurity: SampleDepartment = {
  departmentId: 'public-security',
  name: { zh: '市公安局', en: 'Public Security Bureau' },
  lines: [
    {
      prefix: 'A',
      waitTargetMinutes: 20,
      services: [
        {
          serviceId: 'id-card',
          name: { zh: '居民身份证申领、换领', en: 'Identity card: first issue and renewal' },
          itemCode: '000709001001',
          kind: 'promised',
          statutoryDays: 60,
          promisedDays: 15,
          materials: [
            householdBook,
            { zh: '原居民身份证（换领）', en: 'Present identity card (for renewal)' },
            photo,
          ],
          fee: { zh: '首次申领免费，换领20元', en: 'First issue free, renewal CNY 20' },
        },
        {
          serviceId: 'id-card-lost',
          name: { zh: '居民身份证丢失补领及临时身份证', en: 'Lost identity card and temporary card' },
          itemCode: '000709001002',
          kind: 'promised',
          statutoryDays: 60,
          promisedDays: 15,
          materials: [householdBook, photo],
          fee: { zh: '补领40元，临时身份证10元', en: 'Replacement CNY 40, temporary card CNY 10' },
        },
        {
          serviceId: 'birth-registration',
          name: { zh: '新生儿出生登记（落户）', en: 'Registration of a birth' },
          itemCode: '000709002001',
          kind: 'onTheSpot',
          statutoryDays: 5,
          promisedDays: 0,
          materials: [
            { zh: '出生医学证明', en: 'Medical certificate of birth' },
            { zh: '父母双方居民户口簿', en: 'Household register booklets of both parents' },
            { zh: '父母双方居民身份证', en: 'Identity cards of both parents' },
            marriageCertificate,
          ],
          fee: null,
        },
        {
          serviceId: 'household-transfer',
          name: { zh: '户口迁移（市外迁入、市内移居）', en: 'Transfer of household registration' },
          itemCode: '000709002004',
          kind: 'promised',
          statutoryDays: 20,
          promisedDays: 5,
          materials: [
            householdBook,
            idCard,
            {
              zh: '合法稳定住所证明或接收单位证明',
              en: 'Proof of a stable home or of the receiving employer',
            },
            { zh: '迁移申请书', en: 'Application for transfer' },
          ],
          fee: null,
        },
        {
          serviceId: 'residence-permit',
          name: { zh: '流动人口居住登记与居住证办理', en: 'Residence registration and residence permit' },
          itemCode: '000709003001',
          kind: 'promised',
          statutoryDays: 15,
          promisedDays: 7,
          materials: [
            idCard,
            { zh: '租赁合同、房产证或单位住宿证明', en: "Lease, title, or employer's proof of lodging" },
            { zh: '就业或就读证明', en: 'Proof of employment or study' },
          ],
          fee: null,
        },
      ],
    },
    {
      prefix: 'B',
      waitTargetMinutes: 25,
      services: [
        {
          serviceId: 'passport',
          name: { zh: '普通护照申领、换发、补发', en: 'Ordinary passport' },
          itemCode: '000109019000',
          kind: 'promised',
          statutoryDays: 20,
          promisedDays: 7,
          materials: [
            idCard,
            photo,
            { zh: '原护照（换发）', en: 'Present passport (for renewal)' },
            {
              zh: '未满16周岁的由监护人陪同并带户口簿',
              en: 'Under 16: a guardian with the household register',
            },
          ],
          fee: { zh: '120元/本', en: 'CNY 120' },
        },
        {
          serviceId: 'hong-kong-macao-permit',
          name: { zh: '往来港澳通行证及签注', en: 'Exit permit and endorsement for Hong Kong and Macao' },
          itemCode: '000109020000',
          kind: 'promised',
          statutoryDays: 20,
          promisedDays: 7,
          materials: [
            idCard,
            photo,
            { zh: '原通行证（再次签注）', en: 'Present permit (for a new endorsement)' },
          ],
          fee: { zh: '通行证60元，一次签注15元', en: 'Permit CNY 60, single endorsement CNY 15' },
        },
      ],
    },
  ],
}
