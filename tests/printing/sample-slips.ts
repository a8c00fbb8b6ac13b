/** The slips of these tests: an ordinary one, and one that strains every line. */
import { slipBytes } from '../../server/printing/escpos.ts'
import { type SlipTicket, slipContent } from '../../server/printing/slip.ts'
import { type ReadSlip, readSlip } from './escpos-reader.ts'

export const ordinary: SlipTicket = {
  ticketNumber: 'A012',
  serviceName: { zh: '居民身份证换领', en: 'Resident identity card renewal' },
  peopleAhead: 5,
  issuedAt: Date.UTC(2026, 2, 2, 1, 15),
  timeZone: 'Asia/Shanghai',
  areaNames: [{ zh: '一楼综合服务区', en: 'Floor 1, general services' }],
  windowLabels: ['3', '5', '8'],
  priorityClass: null,
  phoneUrl: 'http://192.168.1.10:8080/t/Qm9vay1hLXRpY2tldC1u',
  header: { zh: '欢迎光临云溪市政务服务中心', en: 'Welcome to Yunxi Government Service Centre' },
  footer: {
    zh: '请留意叫号。政务服务便民热线 12345',
    en: 'Please listen for your number. Service hotline 12345',
  },
  missedCall: {
    rejoinLimit: 1,
    placesBack: 3,
    graceMinutes: 30,
    callsBeforeNoShow: 1,
    recallPauseSeconds: 0,
    automatic: false,
  },
  promise: null,
  reprint: false,
}

/** Forty characters with two rare ones, the longest number, all windows, a priority class, a reprint. */
export const strained: SlipTicket = {
  ...ordinary,
  ticketNumber: 'AB00012',
  serviceName: {
    zh: '不动产（国有建设用地使用权及房屋所有权）转移登记与䶮𠮷村集体土地经营权流转的备案',
    en: 'Transfer of real estate (state-owned construction land and house ownership) and filing of land transfers',
  },
  peopleAhead: 128,
  areaNames: [
    ordinary.areaNames[0] ?? ordinary.header,
    { zh: '二楼不动产登记专区', en: 'Floor 2, real estate' },
  ],
  windowLabels: Array.from({ length: 16 }, (_, at) => `${at + 1}`),
  priorityClass: { zh: '老年人、残疾人、孕妇', en: 'Elderly, disabled, pregnant' },
  reprint: true,
}

export function printedOn(widthMm: 58 | 80, ticket: SlipTicket): ReadSlip {
  return readSlip(slipBytes(slipContent(ticket), widthMm))
}
