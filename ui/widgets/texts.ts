/** The words of the shared widgets. */
import { defineCatalogue, useCatalogue } from '../texts.ts'

const catalogue = defineCatalogue({
  zh: {
    connecting: '正在连接服务器……',
    cut: '与服务器的连接已中断。所显示的是{{age}}前的情况，正在重新连接。',
    seconds: '{{count}}秒',
    minutes: '{{count}}分钟',
    hours: '{{hours}}小时{{minutes}}分钟',
    pairKiosk: '配对取号机',
    pairBoard: '配对大屏',
    pairHint: '请输入管理台“设备”中显示的8位配对码。',
    pairing: '正在配对……',
    pairWrongKind: '这个配对码不是给这种屏幕的，请在管理台为它另取一个。',
    pairUnreachable: '正在连接服务器，连上后会自动继续。',
    entered: '已输入{{count}}位，共8位',
    digit: '数字{{digit}}',
    deleteLast: '删除',
    clear: '清空',
  },
  en: {
    connecting: 'Connecting to the server …',
    cut: 'The connection to the server is cut. What is shown is {{age}} old; connecting again.',
    seconds: '{{count}} s',
    minutes: '{{count}} min',
    hours: '{{hours}} h {{minutes}} min',
    pairKiosk: 'Pair this kiosk',
    pairBoard: 'Pair this board',
    pairHint: 'Enter the 8-digit pairing code that the console shows under "Devices".',
    pairing: 'Pairing …',
    pairWrongKind: 'This code is for another kind of screen. Ask for a new one in the console.',
    pairUnreachable: 'Connecting to the server; this goes on by itself once it is reached.',
    entered: '{{count}} of 8 digits entered',
    digit: 'Digit {{digit}}',
    deleteLast: 'Delete',
    clear: 'Clear',
  },
})
export const useWidgetTexts = () => useCatalogue(catalogue)
