/** 自然资源和规划局: the registration of real estate. */
import type { SampleDepartment } from './department.ts'
import { applicantIdCard, idCard, marriageCertificate, propertyCertificate } from './materials.ts'

export const realEstate: SampleDepartment = {
  departmentId: 'real-estate',
  name: { zh: '市自然资源和规划局（不动产登记中心）', en: 'Natural Resources Bureau (Real-Estate Registry)' },
  lines: [
    {
      prefix: 'G',
      waitTargetMinutes: 30,
      services: [
        {
          serviceId: 'home-transfer',
          name: {
            zh: '国有建设用地使用权及房屋所有权转移登记（存量房买卖）',
            en: 'Transfer of ownership of a home',
          },
          itemCode: '000715001003',
          kind: 'promised',
          statutoryDays: 30,
          promisedDays: 3,
          materials: [
            { zh: '买卖双方身份证原件', en: 'Identity cards of buyer and seller' },
            propertyCertificate,
            { zh: '存量房买卖合同', en: 'Sale contract' },
            { zh: '契税完税凭证', en: 'Proof of deed tax paid' },
            marriageCertificate,
          ],
          fee: { zh: '住宅80元/件，非住宅550元/件', en: 'Home CNY 80, other CNY 550' },
        },
        {
          serviceId: 'first-registration',
          name: { zh: '新建商品房首次登记及办证', en: 'First registration of a new home' },
          itemCode: '000715001001',
          kind: 'promised',
          statutoryDays: 30,
          promisedDays: 3,
          materials: [
            idCard,
            { zh: '商品房买卖合同及发票', en: 'Sale contract and invoice' },
            { zh: '契税完税凭证', en: 'Proof of deed tax paid' },
            { zh: '住宅专项维修资金缴存凭证', en: 'Proof of the maintenance fund paid' },
          ],
          fee: { zh: '住宅80元/件，非住宅550元/件', en: 'Home CNY 80, other CNY 550' },
        },
        {
          serviceId: 'mortgage',
          name: { zh: '不动产抵押权设立登记', en: 'Registration of a mortgage' },
          itemCode: '000715006001',
          kind: 'promised',
          statutoryDays: 30,
          promisedDays: 1,
          materials: [
            applicantIdCard,
            propertyCertificate,
            { zh: '借款合同和抵押合同', en: 'Loan contract and mortgage contract' },
          ],
          fee: { zh: '住宅80元/件', en: 'Home CNY 80' },
        },
        {
          serviceId: 'mortgage-release',
          name: { zh: '不动产抵押权注销登记', en: 'Release of a mortgage' },
          itemCode: '000715006003',
          kind: 'onTheSpot',
          statutoryDays: 30,
          promisedDays: 0,
          materials: [
            applicantIdCard,
            { zh: '不动产登记证明（他项权证）', en: 'Certificate of the mortgage' },
            { zh: '贷款结清证明', en: 'Proof that the loan is repaid' },
          ],
          fee: null,
        },
        {
          serviceId: 'property-search',
          name: { zh: '不动产登记资料查询', en: 'Search of the real-estate register' },
          itemCode: '000715009001',
          kind: 'onTheSpot',
          statutoryDays: 1,
          promisedDays: 0,
          materials: [
            idCard,
            { zh: '利害关系证明（查询他人的）', en: "Proof of interest (for another's property)" },
          ],
          fee: null,
        },
      ],
    },
  ],
}
