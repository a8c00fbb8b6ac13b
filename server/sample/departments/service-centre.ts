/** 政务服务中心 itself: enquiries, help with an application, finished papers, and what could not be done. */
import type { SampleDepartment } from './department.ts'
import { idCard } from './materials.ts'

export const serviceCentre: SampleDepartment = {
  departmentId: 'service-centre',
  name: { zh: '政务服务中心', en: 'Government Service Centre' },
  lines: [
    {
      prefix: 'S',
      waitTargetMinutes: 10,
      services: [
        {
          serviceId: 'enquiry',
          name: { zh: '综合咨询', en: 'General enquiry' },
          itemCode: '002099001000',
          kind: 'onTheSpot',
          statutoryDays: 0,
          promisedDays: 0,
          materials: [],
          fee: null,
        },
        {
          serviceId: 'assisted-application',
          name: { zh: '帮办代办', en: 'Help with an application' },
          itemCode: '002099002000',
          kind: 'onTheSpot',
          statutoryDays: 0,
          promisedDays: 0,
          materials: [idCard, { zh: '已有的申请材料', en: 'Whatever papers you already have' }],
          fee: null,
        },
      ],
    },
    {
      prefix: 'T',
      waitTargetMinutes: 10,
      services: [
        {
          serviceId: 'collect-papers',
          name: { zh: '出件（领取证照、批文）', en: 'Collecting finished papers' },
          itemCode: '002099003000',
          kind: 'onTheSpot',
          statutoryDays: 0,
          promisedDays: 0,
          materials: [idCard, { zh: '受理通知书或取件码', en: 'Notice of acceptance or collection code' }],
          fee: null,
        },
      ],
    },
    {
      prefix: 'U',
      waitTargetMinutes: 15,
      services: [
        {
          serviceId: 'unresolved-matter',
          name: { zh: '“办不成事”反映', en: 'When a matter could not be done' },
          itemCode: '002099004000',
          kind: 'promised',
          statutoryDays: 15,
          promisedDays: 3,
          materials: [
            idCard,
            { zh: '未受理或未办成的告知材料（如有）', en: 'The notice of refusal, if there is one' },
          ],
          fee: null,
        },
      ],
    },
  ],
}
