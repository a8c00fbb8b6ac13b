/** 市场监督管理局: setting up, changing and closing a business, and food licences. */
import type { SampleDepartment } from './department.ts'
import { agentIdCard, businessLicence, companySeal, idCard, premisesProof } from './materials.ts'

export const marketRegulation: SampleDepartment = {
  departmentId: 'market-regulation',
  name: { zh: '市市场监督管理局', en: 'Market Regulation Bureau' },
  lines: [
    {
      prefix: 'F',
      waitTargetMinutes: 25,
      services: [
        {
          serviceId: 'company-set-up',
          name: { zh: '企业设立登记（企业开办一件事）', en: 'Setting up a company, all in one matter' },
          itemCode: '000131009001',
          kind: 'promised',
          statutoryDays: 15,
          promisedDays: 1,
          materials: [
            { zh: '公司登记（备案）申请书', en: 'Application for company registration' },
            { zh: '公司章程', en: 'Articles of association' },
            { zh: '股东及法定代表人身份证明', en: 'Identification of shareholders and legal representative' },
            premisesProof,
            agentIdCard,
          ],
          fee: null,
        },
        {
          serviceId: 'company-change',
          name: { zh: '企业变更（备案）登记', en: 'Change of company particulars' },
          itemCode: '000131009002',
          kind: 'promised',
          statutoryDays: 15,
          promisedDays: 1,
          materials: [
            { zh: '公司变更登记申请书', en: 'Application for change' },
            { zh: '股东会决议', en: "Shareholders' resolution" },
            businessLicence,
            agentIdCard,
          ],
          fee: null,
        },
        {
          serviceId: 'company-deregistration',
          name: { zh: '企业注销登记', en: 'Deregistration of a company' },
          itemCode: '000131009003',
          kind: 'promised',
          statutoryDays: 15,
          promisedDays: 2,
          materials: [
            { zh: '公司注销登记申请书', en: 'Application for deregistration' },
            { zh: '清算报告', en: 'Liquidation report' },
            { zh: '清税证明', en: 'Tax clearance certificate' },
            businessLicence,
            companySeal,
          ],
          fee: null,
        },
        {
          serviceId: 'sole-trader',
          name: { zh: '个体工商户设立、变更、注销登记', en: 'Sole trader: registration, change, closing' },
          itemCode: '000131010000',
          kind: 'onTheSpot',
          statutoryDays: 15,
          promisedDays: 0,
          materials: [
            idCard,
            premisesProof,
            { zh: '个体工商户登记申请书', en: 'Application of a sole trader' },
          ],
          fee: null,
        },
        {
          serviceId: 'food-licence',
          name: { zh: '食品经营许可证核发', en: 'Food business licence' },
          itemCode: '000131028000',
          kind: 'promised',
          statutoryDays: 20,
          promisedDays: 5,
          materials: [
            { zh: '食品经营许可申请书', en: 'Application for a food licence' },
            businessLicence,
            { zh: '经营场所平面布局图', en: 'Floor plan of the premises' },
            { zh: '从业人员健康证明', en: 'Health certificates of the staff' },
            { zh: '食品安全管理制度', en: 'Rules for food safety' },
          ],
          fee: null,
        },
        {
          serviceId: 'special-equipment',
          name: { zh: '特种设备使用登记', en: 'Registration of lifts, boilers and other special equipment' },
          itemCode: '000131022000',
          kind: 'promised',
          statutoryDays: 15,
          promisedDays: 3,
          materials: [
            { zh: '特种设备使用登记表', en: 'Registration form' },
            { zh: '产品合格证及监督检验证明', en: 'Product certificate and inspection certificate' },
            businessLicence,
          ],
          fee: null,
        },
      ],
    },
  ],
}
