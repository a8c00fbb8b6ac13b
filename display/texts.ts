/** The board's words. Nobody touches a board, so each stands there in both languages. */
import { defineCatalogue } from '../ui/texts.ts'

export const catalogue = defineCatalogue({
  zh: {
    calling: '请到窗口办理',
    earlier: '正在办理',
    noCall: '请稍候，叫到的号码会显示在这里',
    window: '号窗口',
    waiting: '等候',
    people: '人',
    nobodyWaits: '现在没有人等候',
    missed: '过号',
    missedHint: '请到取号机重新排队，或询问导办人员',
    recalled: '再次呼叫',
    notSetUp: '此屏的区域已改变，正在重新连接。如不恢复，请管理员在“设备”中检查。',
  },
  en: {
    calling: 'Now calling',
    earlier: 'Now serving',
    noCall: 'Numbers appear here when they are called',
    window: 'Window',
    waiting: 'Waiting',
    people: 'people',
    nobodyWaits: 'Nobody is waiting',
    missed: 'Missed',
    missedHint: 'Rejoin at a kiosk, or ask a guide',
    recalled: 'Called again',
    notSetUp:
      'The area of this board has changed; connecting anew. If it stays so, look under "Devices" in the console.',
  },
})
export type Word = keyof typeof catalogue.zh
