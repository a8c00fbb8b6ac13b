/** What is said for each refusal: what happened and what to do. `{name}` stands for a parameter. */
import type { Language, RefusalCode, RefusalParams, Text, TicketState } from './vocabulary.ts'

export const refusalTexts: Readonly<Record<RefusalCode, Text>> = {
  dayNotOpen: {
    zh: '今天的服务尚未开始，请稍后再试。',
    en: 'The day is not open yet. Please try again in a moment.',
  },
  serviceOpensAt: {
    zh: '该事项{time}开始取号，请到时再来。',
    en: 'Tickets for this are given from {time} on. Please come back then.',
  },
  serviceClosedToday: {
    zh: '该事项今天不再办理，请改日再来或询问导办。',
    en: 'This is not offered any more today. Please come another day or ask a guide.',
  },
  noMoreTickets: {
    zh: '该事项今天已停止取号，请改日再来或询问导办。',
    en: 'No more tickets are given for this today. Please come another day or ask a guide.',
  },
  quotaReached: {
    zh: '该事项本时段名额{quota}个已满，请换个时间或询问导办。',
    en: 'All {quota} places for this are taken for now. Please come at another time or ask a guide.',
  },
  priorityByStaffOnly: {
    zh: '该优先类别由导办核实后办理，请找导办取号。',
    en: 'This priority is given by a guide who sees your papers. Please ask a guide.',
  },
  priorityCapReached: {
    zh: '该优先类别今天的{cap}个名额已满，请按普通取号。',
    en: 'All {cap} tickets of this priority are taken today. Please take an ordinary one.',
  },
  reasonRequired: {
    zh: '请写明原因。',
    en: 'Give a reason.',
  },
  personRequired: {
    zh: '该事项须凭身份证取号，请刷证或输入证件号码。',
    en: 'This needs your identity number. Please scan or type it.',
  },
  personAlreadyWaiting: {
    zh: '您已有该事项的号票{ticketNumber}，请等候叫号。',
    en: 'You have ticket {ticketNumber} for this already. Please wait for its call.',
  },
  unknownMatter: {
    zh: '没有“一件事”{matterId}。',
    en: 'There is no matter "{matterId}" in this hall.',
  },
  unknownAppointment: {
    zh: '没有找到这个预约，请核对预约码或手机号。',
    en: 'There is no such appointment. Please check the code or the phone number.',
  },
  appointmentOver: {
    zh: '该预约已签到、取消或过期。',
    en: 'This appointment has been used, cancelled or missed.',
  },
  appointmentOnAnotherDay: {
    zh: '该预约的日期是{day}。',
    en: 'This appointment is for {day}.',
  },
  bandNotOffered: {
    zh: '该时段不可预约，请换一个。',
    en: 'This time cannot be booked. Choose another one.',
  },
  bandFull: {
    zh: '该时段已约满，请换一个。',
    en: 'This time is fully booked. Choose another one.',
  },
  bookedThatDay: {
    zh: '您当天已有预约，每人每天限约一次。',
    en: 'You have an appointment on that day already: one a person a day.',
  },
  bookingBlocked: {
    zh: '您在{days}天内已{limit}次预约未到，暂不能预约，请直接到大厅取号。',
    en: 'You missed {limit} appointments within {days} days, so you cannot book now. Please come and take a ticket.',
  },
  tooLateToCancel: {
    zh: '须提前{hours}小时取消。',
    en: 'Appointments are cancelled at least {hours} hours ahead.',
  },
  unknownReturnCode: {
    zh: '这个补件码无效、已使用或已过期，请按普通取号或询问导办。',
    en: 'This return code is wrong, used or expired. Take an ordinary ticket or ask a guide.',
  },
  outOfTurnNotAllowed: {
    zh: '号票{ticketNumber}前面还有人，您不能提前叫号。',
    en: 'Others stand before ticket {ticketNumber}, and your role may not call it out of turn.',
  },
  recallTooSoon: {
    zh: '刚呼叫过，请{seconds}秒后再试。',
    en: 'It was called just now. Try again in {seconds} seconds.',
  },
  noShowTooSoon: {
    zh: '还须再呼叫{calls}次才能过号。',
    en: 'Call it {calls} more times before it is marked as missed.',
  },
  clerkBusy: {
    zh: '您在窗口{windowLabel}还有号票{ticketNumber}，请先办结。',
    en: 'You still have ticket {ticketNumber} at window {windowLabel}. Complete it first.',
  },
  serviceLeftWithoutWindow: {
    zh: '这样事项“{serviceId}”就没有窗口办理了。',
    en: 'That would leave nobody to serve "{serviceId}".',
  },
  unknownAlarm: {
    zh: '没有这个提醒，可能已解除。',
    en: 'There is no such alarm; it may have cleared.',
  },
  unknownTicket: {
    zh: '今天没有这张号票，请核对号码。',
    en: 'There is no such ticket today. Please check the number.',
  },
  unknownWindow: { zh: '没有窗口“{windowId}”。', en: 'There is no window "{windowId}" in this hall.' },
  unknownService: { zh: '没有事项“{serviceId}”。', en: 'There is no service "{serviceId}" in this hall.' },
  unknownPriorityClass: {
    zh: '没有优先类别“{priorityClassId}”。',
    en: 'There is no priority class "{priorityClassId}" in this hall.',
  },
  unknownPauseReason: {
    zh: '没有暂停原因“{pauseReasonId}”。',
    en: 'There is no pause reason "{pauseReasonId}" in this hall.',
  },
  unknownPrinter: { zh: '没有打印机“{printerId}”。', en: 'There is no printer "{printerId}" in this hall.' },
  unknownArea: { zh: '没有区域“{areaId}”。', en: 'There is no area "{areaId}" in this hall.' },
  noTicketWaiting: { zh: '现在没有人等候。', en: 'Nobody is waiting for this window.' },
  ticketNotHere: {
    zh: '号票{ticketNumber}不在本窗口，请看屏幕上的当前号票。',
    en: 'Ticket {ticketNumber} is not at this window. Look at the present ticket on the screen.',
  },
  ticketIsElsewhere: {
    zh: '号票{ticketNumber}须到{windowLabel}号窗口办理。',
    en: 'Ticket {ticketNumber} waits for window {windowLabel}.',
  },
  wrongTicketState: {
    zh: '号票{ticketNumber}现为“{state}”，不能这样操作。',
    en: 'Ticket {ticketNumber} is "{state}" now, so this cannot be done.',
  },
  notServedHere: {
    zh: '本窗口不办理号票{ticketNumber}的事项，请转到其他窗口。',
    en: 'This window does not serve ticket {ticketNumber}. Transfer it to one that does.',
  },
  windowNotOpen: {
    zh: '窗口{windowLabel}未在叫号，请先开窗。',
    en: 'Window {windowLabel} is not open. Open it first.',
  },
  windowClosed: { zh: '窗口{windowLabel}已关闭。', en: 'Window {windowLabel} is closed.' },
  windowTaken: {
    zh: '窗口{windowLabel}已由其他人员使用，请选择其他窗口。',
    en: 'Window {windowLabel} is in use by somebody else. Choose another one.',
  },
  windowBusy: {
    zh: '窗口{windowLabel}还有号票{ticketNumber}，请先办结或过号。',
    en: 'Window {windowLabel} still has ticket {ticketNumber}. Complete it or mark it as a no-show first.',
  },
  notYourWindow: {
    zh: '窗口{windowLabel}不是您打开的。',
    en: 'Window {windowLabel} was not opened by you.',
  },
  clerkAtAnotherWindow: {
    zh: '您正在窗口{windowLabel}，请先关闭那里。',
    en: 'You are at window {windowLabel}. Close it there first.',
  },
  transferToSamePlace: {
    zh: '号票{ticketNumber}已在该处，无需转移。',
    en: 'Ticket {ticketNumber} is there already; there is nothing to transfer.',
  },
  rejoinUsedUp: {
    zh: '号票{ticketNumber}已重新排队过，请重新取号或询问导办。',
    en: 'Ticket {ticketNumber} has rejoined before. Take a new ticket or ask a guide.',
  },
  rejoinTooLate: {
    zh: '号票{ticketNumber}过号已超过{graceMinutes}分钟，请重新取号或询问导办。',
    en: 'Ticket {ticketNumber} was missed more than {graceMinutes} minutes ago. Take a new ticket or ask a guide.',
  },
  slipStillPrinting: {
    zh: '号票{ticketNumber}正在打印，请稍候。',
    en: 'Ticket {ticketNumber} is being printed. Please wait.',
  },
  planDropsWhatIsInUse: {
    zh: '新方案去掉了正在使用的“{id}”，请等它空闲后再改。',
    en: 'The new plan drops "{id}", which is in use now. Change it once it is free.',
  },
  planIsOfAnotherHall: {
    zh: '该方案属于大厅“{hallId}”，本大厅为“{expected}”。',
    en: 'This plan is of hall "{hallId}"; this hall is "{expected}".',
  },
  keyReused: {
    zh: '同一个 Idempotency-Key 已用于另一个请求，请为新请求换一个。',
    en: 'This Idempotency-Key was used for another request. Use a new one for a new request.',
  },
  unknownStaff: { zh: '没有这位工作人员。', en: 'There is no such member of staff.' },
  staffNumberTaken: {
    zh: '工号{staffNumber}已被使用，请换一个。',
    en: 'Staff number {staffNumber} is taken. Choose another one.',
  },
  lastAdmin: {
    zh: '这是最后一位管理员，不能停用或改任。',
    en: 'This is the last administrator, so the account cannot be disabled or given another role.',
  },
  signInFailed: { zh: '工号或密码不对。', en: 'The staff number or the password is wrong.' },
  signInPaused: {
    zh: '多次输入错误，请{seconds}秒后再试。',
    en: 'Too many wrong tries. Try again in {seconds} seconds.',
  },
  passwordTooWeak: {
    zh: '密码太短：管理员和督导至少10个字符，其他人员至少6位。',
    en: 'Too short: at least 10 characters for administrators and supervisors, 6 digits or characters for others.',
  },
  passwordUnchanged: {
    zh: '新密码与原密码相同，请换一个。',
    en: 'The new password is the old one. Choose another.',
  },
  passwordMustChange: {
    zh: '请先设置自己的密码。',
    en: 'Set a password of your own first.',
  },
  unknownDevice: { zh: '没有这台设备。', en: 'There is no such device.' },
  pairingCodeInvalid: {
    zh: '配对码无效或已过期，请在管理台“设备”中取新的配对码。',
    en: 'The pairing code is wrong or has expired. Ask for a new one under "Devices" in the console.',
  },
  notSignedIn: { zh: '请先登录或配对。', en: 'Sign in or pair this device first.' },
  notAllowed: { zh: '您没有此项权限。', en: 'Your role does not allow this.' },
  tooManyRequests: { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests. Try again in a moment.' },
}

const stateTexts: Readonly<Record<TicketState, Text>> = {
  waiting: { zh: '等候中', en: 'waiting' },
  called: { zh: '已呼叫', en: 'called' },
  serving: { zh: '办理中', en: 'being served' },
  held: { zh: '已挂起', en: 'held' },
  served: { zh: '已办结', en: 'served' },
  noShow: { zh: '已过号', en: 'missed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  closed: { zh: '已随当日结束', en: 'closed at the end of the day' },
}

/** The sentence for a refusal in one language, its parameters filled in. */
export function refusalText(code: RefusalCode, params: RefusalParams, language: Language): string {
  return refusalTexts[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = String(params[name] ?? whole)
    return name === 'state' && value in stateTexts ? stateTexts[value as TicketState][language] : value
  })
}
