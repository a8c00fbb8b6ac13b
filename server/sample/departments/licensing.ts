/** 行政审批局: the licences of the bureaus that have no window of their own. */
import type { SampleDepartment } from './department.ts'
import { agentIdCard, businessLicence, idCard, premisesProof } from './materials.ts'

export const licensing: SampleDepartment = {
  departmentId: 'licensing',
  name: { zh: '市行政审批局', en: 'Administrative Approval Bureau' },
  lines: [
    {
      prefix: 'N',
      waitTargetMinutes: 25,
      services: [
        {
          serviceId: 'road-transport-licence',
          name: { zh: '道路货物运输经营许可', en: 'Road haulage licence' },
          itemCode: '000118014000',
          kind: 'promised',
          statutoryDays: 20,
          promisedDays: 5,
          materials: [
            businessLicence,
            { zh: '车辆行驶证及综合性能检测合格证明', en: 'Vehicle licences and inspection certificates' },
            { zh: '驾驶人员从业资格证', en: "Drivers' professional certificates" },
            { zh: '安全生产管理制度', en: 'Safety rules' },
          ],
          fee: null,
        },
        {
          serviceId: 'outdoor-sign',
          name: { zh: '户外广告及招牌设置审批', en: 'Outdoor advertising and shop signs' },
          itemCode: '000117022000',
          kind: 'promised',
          statutoryDays: 20,
          promisedDays: 3,
          materials: [
            { zh: '设置申请表', en: 'Application form' },
            { zh: '效果图及位置图', en: 'Picture of the sign and plan of its place' },
            premisesProof,
          ],
          fee: null,
        },
        {
          serviceId: 'training-school',
          name: { zh: '民办职业培训学校设立审批', en: 'Setting up a private training school' },
          itemCode: '000114002000',
          kind: 'promised',
          statutoryDays: 60,
          promisedDays: 15,
          materials: [
            { zh: '办学申请报告', en: 'Application report' },
            { zh: '举办者资质证明', en: "Proof of the founder's standing" },
            { zh: '师资名单及资格证书', en: 'List of teachers with certificates' },
            premisesProof,
            agentIdCard,
          ],
          fee: null,
        },
        {
          serviceId: 'performance-permit',
          name: { zh: '营业性演出审批', en: 'Permit for a commercial performance' },
          itemCode: '000122005000',
          kind: 'promised',
          statutoryDays: 20,
          promisedDays: 3,
          materials: [
            { zh: '演出申请表', en: 'Application form' },
            { zh: '演员名单及身份证明', en: 'List of performers with identification' },
            { zh: '场地证明及安全方案', en: 'Proof of the venue and safety plan' },
          ],
          fee: null,
        },
        {
          serviceId: 'tree-felling',
          name: { zh: '林木采伐许可证核发', en: 'Tree-felling permit' },
          itemCode: '000164010000',
          kind: 'promised',
          statutoryDays: 20,
          promisedDays: 5,
          materials: [idCard, { zh: '林木权属证明', en: 'Proof of ownership of the trees' }],
          fee: null,
        },
      ],
    },
  ],
}
