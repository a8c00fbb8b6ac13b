/** The papers that many services of the sample hall ask for. */
import type { Text } from '../../../protocol/vocabulary.ts'

export const idCard: Text = { zh: '居民身份证原件', en: 'Resident identity card (original)' }
export const applicantIdCard: Text = {
  zh: '申请人身份证原件；代办的另带代办人身份证及授权委托书',
  en: "Applicant's identity card; for an agent also the agent's identity card and a letter of authority",
}
export const agentIdCard: Text = {
  zh: '经办人身份证及授权委托书',
  en: "Identity card of the person handling the matter, and the company's letter of authority",
}
export const householdBook: Text = { zh: '居民户口簿原件', en: 'Household register booklet (original)' }
export const marriageCertificate: Text = { zh: '结婚证原件', en: 'Marriage certificate (original)' }
export const photo: Text = {
  zh: '近期免冠证件照（可在大厅自助机拍摄）',
  en: 'Recent ID photo (can be taken at the booth in the hall)',
}
export const bankCard: Text = { zh: '本人银行卡或社会保障卡', en: 'Own bank card or social security card' }
export const businessLicence: Text = { zh: '营业执照副本', en: 'Business licence (duplicate copy)' }
export const companySeal: Text = { zh: '单位公章', en: 'Company seal' }
export const premisesProof: Text = {
  zh: '经营场所使用证明（产权证或租赁合同）',
  en: 'Proof of the right to use the premises (title or lease)',
}
export const propertyCertificate: Text = {
  zh: '不动产权证书原件',
  en: 'Real-estate ownership certificate (original)',
}
