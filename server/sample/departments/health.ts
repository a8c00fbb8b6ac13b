/** 卫生健康委员会: births, hygiene licences, the professions. */
import type { SampleDepartment } from './department.ts'
import { businessLicence, idCard, marriageCertificate, photo, premisesProof } from './materials.ts'

export const health: SampleDepartment = {
  departmentId: 'health',
  name: { zh: '市卫生健康委员会', en: 'Health Commission' },
  lines: [
    {
      prefix: 'K',
      waitTargetMinutes: 20,
      services: [
        {
          serviceId: 'fertility-registration',
          name: { zh: '生育登记服务', en: 'Registration for childbirth services' },
          itemCode: '002023001000',
          kind: 'onTheSpot',
          statutoryDays: 3,
          promisedDays: 0,
          materials: [{ zh: '夫妻双方身份证', en: 'Identity cards of both spouses' }, marriageCertificate],
          fee: null,
        },
        {
          serviceId: 'public-place-hygiene',
          name: { zh: '公共场所卫生许可', en: 'Hygiene licence for public places' },
          itemCode: '000123007000',
          kind: 'promised',
          statutoryDays: 20,
          promisedDays: 5,
          materials: [
            businessLicence,
            { zh: '卫生许可申请表', en: 'Application form' },
            { zh: '场所平面图', en: 'Floor plan' },
            { zh: '卫生检测或评价报告', en: 'Hygiene test report' },
          ],
          fee: null,
        },
        {
          serviceId: 'clinic-filing',
          name: { zh: '诊所备案', en: 'Filing of a clinic' },
          itemCode: '001023010000',
          kind: 'promised',
          statutoryDays: 20,
          promisedDays: 5,
          materials: [
            { zh: '诊所备案信息表', en: 'Filing form' },
            { zh: '执业医师资格及执业证书', en: "Physician's qualification and practice certificates" },
            premisesProof,
          ],
          fee: null,
        },
        {
          serviceId: 'physician-registration',
          name: { zh: '医师、护士执业注册', en: 'Registration of physicians and nurses' },
          itemCode: '000123014000',
          kind: 'onTheSpot',
          statutoryDays: 20,
          promisedDays: 0,
          materials: [
            idCard,
            { zh: '资格证书', en: 'Certificate of qualification' },
            { zh: '聘用证明', en: 'Proof of employment' },
            photo,
          ],
          fee: null,
        },
      ],
    },
  ],
}
