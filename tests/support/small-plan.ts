/** A hall small enough to reason about: two areas, three services, three windows, one priority class. */
import type { z } from 'zod'
import { type Plan, plan } from '../../protocol/plan.ts'

const named = (zh: string, en: string) => ({ zh, en })

function service(
  serviceId: string,
  prefix: string,
  zh: string,
  en: string,
): z.input<typeof plan>['services'][number] {
  return {
    serviceId,
    departmentId: 'police',
    name: named(zh, en),
    itemCode: `0001-${serviceId}`,
    kind: 'onTheSpot',
    statutoryDays: 20,
    promisedDays: 1,
    materials: [named('居民身份证', 'Identity card')],
    fee: null,
    prefix,
    waitTargetMinutes: 15,
  }
}

/**
 * Window 1 serves household and identity cards, window 2 identity cards alone, window 3 (upstairs) business.
 * Who misses a call may rejoin once, two places back, within ten minutes.
 */
export const smallPlan: Plan = plan.parse({
  planFormat: 1,
  hall: { hallId: 'test', name: named('测试政务服务中心', 'Test Hall'), timeZone: 'Asia/Shanghai' },
  phoneUrl: 'http://hall.lan:8080',
  areas: [
    { areaId: 'ground', name: named('一楼大厅', 'Ground floor') },
    { areaId: 'upper', name: named('二楼大厅', 'Upper floor') },
  ],
  departments: [{ departmentId: 'police', name: named('公安局', 'Police') }],
  services: [
    service('household', 'A', '户口登记', 'Household register'),
    service('identity', 'B', '居民身份证办理', 'Identity card'),
    service('business', 'C', '企业开办', 'Starting a business'),
  ],
  windows: [
    {
      windowId: 'w1',
      areaId: 'ground',
      label: '1',
      name: named('公安综合', 'Police'),
      serviceIds: ['household', 'identity'],
    },
    {
      windowId: 'w2',
      areaId: 'ground',
      label: '2',
      name: named('身份证', 'Identity cards'),
      serviceIds: ['identity'],
    },
    {
      windowId: 'w3',
      areaId: 'upper',
      label: '3',
      name: named('企业开办', 'Business'),
      serviceIds: ['business'],
    },
  ],
  priorityClasses: [{ priorityClassId: 'elderly', name: named('老年人', 'Elderly'), creditMinutes: 10 }],
  missedCall: { rejoinLimit: 1, placesBack: 2, graceMinutes: 10 },
  pauseReasons: [{ pauseReasonId: 'lunch', name: named('午餐', 'Lunch') }],
  printers: [],
  slip: {
    header: named('测试政务服务中心', 'Test Hall'),
    footer: named('请留意叫号', 'Please listen for your number'),
  },
})
