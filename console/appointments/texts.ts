/** The words for a day's appointments. */
import { defineCatalogue, useCatalogue } from '../../ui/texts.ts'

const catalogue = defineCatalogue({
  zh: {
    day: '日期',
    checkInBy: '预约码或预约手机号',
    paper: '小票',
    noPaper: '不打印',
    checkIn: '签到取号',
    checkedInAs: '已签到，号码 {{number}}，前面还有{{count}}人。',
    time: '时间',
    service: '事项',
    name: '姓名',
    state: '状态',
    standing: '到场后的顺位：',
    booked: '已预约',
    checkedIn: '已签到',
    cancelled: '已取消',
    missed: '未到',
    nobodyBooked: '这一天没有预约。',
    count: '{{count}}个预约，{{arrived}}个已签到',
  },
  en: {
    day: 'Day',
    checkInBy: 'Code or phone number of the booking',
    paper: 'Slip',
    noPaper: 'No paper',
    checkIn: 'Check in',
    checkedInAs: 'Checked in as {{number}}, {{count}} ahead.',
    time: 'Time',
    service: 'Service',
    name: 'Name',
    state: 'State',
    standing: 'Where it stands: ',
    booked: 'Booked',
    checkedIn: 'Checked in',
    cancelled: 'Cancelled',
    missed: 'Did not come',
    nobodyBooked: 'No appointments on this day.',
    count: '{{count}} appointment(s), {{arrived}} checked in',
  },
})
export const useAppointmentsT = () => useCatalogue(catalogue)
