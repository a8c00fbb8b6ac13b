/** 税务局: invoices, returns, clearance. */
import type { SampleDepartment } from './department.ts'
import { agentIdCard, businessLicence, companySeal, idCard } from './materials.ts'

export const tax: SampleDepartment = {
  departmentId: 'tax',
  name: { zh: '市税务局', en: 'Tax Service' },
  lines: [
    {
      prefix: 'E',
      waitTargetMinutes: 20,
      services: [
        {
          serviceId: 'tax-registration',
          name: { zh: '新办纳税人税务信息确认', en: 'Tax details of a new taxpayer' },
          itemCode: '002030001001',
          kind: 'onTheSpot',
          statutoryDays: 5,
          promisedDays: 0,
          materials: [businessLicence, agentIdCard, { zh: '银行账户信息', en: 'Bank account details' }],
          fee: null,
        },
        {
          serviceId: 'invoice-on-behalf',
          name: { zh: '代开增值税发票', en: 'Issue of VAT invoices on behalf of a payer' },
          itemCode: '002030003005',
          kind: 'onTheSpot',
          statutoryDays: 1,
          promisedDays: 0,
          materials: [
            { zh: '代开增值税发票缴纳税款申报单', en: 'Declaration form for issue on behalf' },
            idCard,
            { zh: '业务合同或协议', en: 'Contract or agreement of the business' },
          ],
          fee: { zh: '免费，税款另缴', en: 'Free; the tax itself is payable' },
        },
        {
          serviceId: 'tax-return',
          name: { zh: '纳税申报及税款缴纳', en: 'Tax return and payment' },
          itemCode: '002030004001',
          kind: 'onTheSpot',
          statutoryDays: 1,
          promisedDays: 0,
          materials: [
            { zh: '纳税申报表及财务报表', en: 'Tax return and financial statements' },
            agentIdCard,
            companySeal,
          ],
          fee: null,
        },
        {
          serviceId: 'income-tax-settlement',
          name: { zh: '个人所得税综合所得汇算清缴', en: 'Annual settlement of personal income tax' },
          itemCode: '002030004008',
          kind: 'promised',
          statutoryDays: 30,
          promisedDays: 10,
          materials: [
            idCard,
            { zh: '个人所得税年度自行纳税申报表', en: 'Annual income tax return' },
            { zh: '专项附加扣除凭证', en: 'Proof of special deductions' },
          ],
          fee: null,
        },
        {
          serviceId: 'tax-clearance',
          name: { zh: '清税申报（注销税务登记）', en: 'Tax clearance before deregistration' },
          itemCode: '002030001004',
          kind: 'promised',
          statutoryDays: 20,
          promisedDays: 5,
          materials: [
            { zh: '清税申报表', en: 'Clearance form' },
            agentIdCard,
            { zh: '未使用的发票', en: 'Unused invoices' },
            { zh: '股东会决议或清算报告', en: "Shareholders' resolution or liquidation report" },
          ],
          fee: null,
        },
      ],
    },
  ],
}
