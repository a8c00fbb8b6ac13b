/** The words of the landing page. */
import { defineCatalogue, useCatalogue } from '../texts.ts'

export const catalogue = defineCatalogue({
  zh: {
    title: '顺位',
    subtitle: '政务服务大厅排队叫号系统',
    kiosk: '取号机',
    kioskFor: '群众在这里选事项、取号。放在大厅入口。',
    booking: '网上预约',
    bookingFor: '群众在手机或电脑上选事项、日期和时段，凭预约码到厅签到。',
    board: '大厅屏',
    boardFor: '显示叫到的号码、去哪个窗口、谁在等候。',
    counter: '窗口',
    counterFor: '窗口人员登录、开窗、叫号、办理。',
    console: '管理台',
    consoleFor: '设备配对、人员、大厅设置、实时情况与报表。',
    docs: '接口说明',
    docsFor: '全部命令与视图的 OpenAPI 文档。',
    pairHint: '取号机和大厅屏第一次打开时，需要输入管理台“设备”中的配对码。',
  },
  en: {
    title: 'Shunwei',
    subtitle: 'The queue system of a government service hall',
    kiosk: 'Kiosk',
    kioskFor: 'Visitors choose a service and take a number. It stands at the entrance.',
    booking: 'Booking',
    bookingFor: 'Visitors book a day and a time on their own phone or computer, and check in with a code.',
    board: 'Hall board',
    boardFor: 'Shows the numbers called, to which window, and who is waiting.',
    counter: 'Counter',
    counterFor: 'Clerks sign in, open a window, call and serve.',
    console: 'Console',
    consoleFor: 'Devices, staff, set-up, the live hall and the reports.',
    docs: 'API',
    docsFor: 'The OpenAPI description of every command and view.',
    pairHint:
      'A kiosk or board asks for a pairing code the first time; the console gives it under "Devices".',
  },
})
export const useT = () => useCatalogue(catalogue)
