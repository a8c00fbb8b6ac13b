/** Makes itself felt when one is called: the phone shakes, and sounds where the visitor allowed it. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TicketView } from '../../protocol/views.ts'

const shakeMs = [500, 200, 500, 200, 500]
const tones = [
  { hertz: 660, atSeconds: 0 },
  { hertz: 880, atSeconds: 0.35 },
  { hertz: 660, atSeconds: 0.9 },
  { hertz: 880, atSeconds: 1.25 },
]

/** Browsers sound only after a touch, so `turnOn` belongs to a button. Each call and recall alerts once. */
export function useAlert(ticket: TicketView | null): { soundOn: boolean; turnOn: () => void } {
  const [audio, setAudio] = useState<AudioContext | null>(null)
  const lastCall = useRef<string | null>(null)
  const thisCall =
    ticket?.state === 'called' ? `${ticket.calledTo?.label} ${ticket.calledAt} ${ticket.calls}` : null
  useEffect(() => {
    if (thisCall === null || thisCall === lastCall.current) return
    lastCall.current = thisCall
    // Browsers refuse to shake a phone whose page nobody has touched, and complain.
    if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.(shakeMs)
    if (audio !== null) sound(audio)
  }, [thisCall, audio])
  const turnOn = useCallback(() => {
    const context = new AudioContext()
    void context.resume()
    sound(context)
    setAudio(context)
  }, [])
  return { soundOn: audio !== null, turnOn }
}

function sound(audio: AudioContext): void {
  for (const { hertz, atSeconds } of tones) {
    const begin = audio.currentTime + atSeconds
    const oscillator = new OscillatorNode(audio, { frequency: hertz })
    const volume = new GainNode(audio, { gain: 0 })
    volume.gain.setValueAtTime(0.4, begin)
    volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.3)
    oscillator.connect(volume).connect(audio.destination)
    oscillator.start(begin)
    oscillator.stop(begin + 0.3)
  }
}
