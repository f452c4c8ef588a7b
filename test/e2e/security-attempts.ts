import type { Api } from '../../contract/ipc.ts'

/** The page's own window, with what the preload put there. */
export type Bridge = { readonly api: Api }

/**
 * What a hostile script in the page could try. Each attempt runs inside the page, on its own, and is told an address elsewhere.
 * It answers 'blocked' when the page itself saw the refusal, 'tried' when only the outside can tell (security.spec.ts looks at
 * the windows, the address and what reached elsewhere); any other answer is what it got away with.
 */
export type Attempt = (elsewhere: string) => string | Promise<string>

export const attempts: Readonly<Record<string, Attempt>> = {
  'opens a window': (elsewhere) => {
    window.open(elsewhere)
    return 'tried'
  },
  'opens a window without an opener': (elsewhere) => {
    window.open(elsewhere, '_blank', 'noopener')
    return 'tried'
  },
  'opens an empty window': () => {
    window.open('about:blank')
    return 'tried'
  },
  'navigates elsewhere': (elsewhere) => {
    location.href = elsewhere
    return 'tried'
  },
  'navigates to a file of the machine': () => {
    location.href = 'file:///etc/passwd'
    return 'tried'
  },
  'navigates to the papers': () => {
    location.href = location.origin.replace('pupitre', 'paper')
    return 'tried'
  },
  'follows a link to a new window': (elsewhere) => {
    const link = Object.assign(document.createElement('a'), { href: elsewhere, target: '_blank' })
    document.body.append(link)
    link.click()
    link.remove()
    return 'tried'
  },
  'submits a form elsewhere': (elsewhere) => {
    const form = Object.assign(document.createElement('form'), { action: elsewhere, method: 'post' })
    document.body.append(form)
    form.submit()
    form.remove()
    return 'tried'
  },
  'moves the base of its addresses': async (elsewhere) => {
    const base = Object.assign(document.createElement('base'), { href: elsewhere })
    document.head.append(base)
    const moved = document.baseURI.startsWith(elsewhere)
    base.remove()
    return moved ? `base is ${elsewhere}` : 'blocked'
  },
  'fetches elsewhere': (elsewhere) =>
    fetch(elsewhere, { mode: 'no-cors' }).then(
      () => 'fetched',
      () => 'blocked',
    ),
  'sends a beacon elsewhere': (elsewhere) => {
    navigator.sendBeacon(elsewhere, 'names')
    return 'tried'
  },
  'opens a socket elsewhere': (elsewhere) => {
    const { promise, resolve } = Promise.withResolvers<string>()
    try {
      const socket = new WebSocket(elsewhere.replace('http', 'ws'))
      socket.onopen = () => resolve('connected')
      socket.onerror = () => resolve('blocked')
    } catch {
      resolve('blocked')
    }
    return promise
  },
  'loads an image from elsewhere': (elsewhere) => {
    const { promise, resolve } = Promise.withResolvers<string>()
    const image = new Image()
    image.onload = () => resolve('loaded')
    image.onerror = () => resolve('blocked')
    image.src = elsewhere
    return promise
  },
  'loads a script from elsewhere': (elsewhere) => {
    const { promise, resolve } = Promise.withResolvers<string>()
    const script = Object.assign(document.createElement('script'), { src: elsewhere })
    script.onload = () => resolve('loaded')
    script.onerror = () => resolve('blocked')
    document.head.append(script)
    script.remove()
    return promise
  },
  'shows a frame from elsewhere': (elsewhere) => {
    const frame = Object.assign(document.createElement('iframe'), { src: elsewhere })
    document.body.append(frame)
    setTimeout(() => frame.remove(), 200)
    return 'tried'
  },
  'runs an inline script': () => {
    const script = document.createElement('script')
    script.textContent = 'window.inlineRan = true'
    document.head.append(script)
    script.remove()
    return 'inlineRan' in window ? 'ran' : 'blocked'
  },
  'runs an inline handler': () => {
    const button = document.createElement('button')
    button.setAttribute('onclick', 'window.handlerRan = true')
    button.click()
    return 'handlerRan' in window ? 'ran' : 'blocked'
  },
  // From a timer: what a test evaluates directly is exempt from the rule on evaluation.
  'evaluates text': () => {
    const { promise, resolve } = Promise.withResolvers<string>()
    setTimeout(() => {
      try {
        resolve(`evaluated to ${new Function('return 1 + 1')()}`)
      } catch {
        resolve('blocked')
      }
    })
    return promise
  },
  'reaches Node': () => {
    const found = ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in window)
    return found.length > 0 ? `found ${found}` : 'blocked'
  },
  'reaches main around the bridge': () => {
    const found = ['ipcRenderer', 'electron', 'contextBridge', 'pupitreToMain', 'pupitreFromMain'].filter(
      (name) => name in window,
    )
    return found.length > 0 ? `found ${found}` : 'blocked'
  },
  'changes the bridge': () => {
    const bridge = window as unknown as Bridge
    const before = bridge.api
    const changes = [
      () => Object.assign(window, { api: null }),
      () => Object.assign(bridge.api, { call: null }),
      () => Object.assign(bridge.api, { extra: 1 }),
      () => Object.defineProperty(window, 'api', { value: null }),
      () => Reflect.deleteProperty(window, 'api'),
    ]
    for (const change of changes)
      try {
        change()
      } catch {
        // Refused loudly, as it should be; what counts is what is left.
      }
    const same = bridge.api === before && typeof bridge.api.call === 'function' && !('extra' in bridge.api)
    return same ? 'blocked' : 'changed'
  },
  'calls what does not exist': async () => {
    const { call } = (window as unknown as Bridge).api as { call: (name: string, input: unknown) => Promise<unknown> }
    for (const name of ['no.such-call', 'toString', '__proto__', 'constructor', 'signal', ''])
      if (
        await call(name, {}).then(
          () => true,
          () => false,
        )
      )
        return `answered ${name}`
    return 'blocked'
  },
  // Each of these would be answered, with nothing found, were it not for the contract.
  'calls with what the contract does not allow': async () => {
    const { call } = (window as unknown as Bridge).api as { call: (name: string, input: unknown) => Promise<unknown> }
    const inputs = { 'offering.list': { sessionId: '' }, 'payment.list': { sessionId: 7 } }
    for (const [name, input] of Object.entries(inputs)) {
      const answered = await call(name, input).then(
        () => true,
        () => false,
      )
      if (answered) return `answered ${name}`
    }
    return 'blocked'
  },
  'reads files outside the renderer': async () => {
    const paths = [
      '/../../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/%2fetc%2fpasswd',
      '/..%2fmain%2findex.js',
      '/%00',
      '/%',
    ]
    for (const path of paths) {
      const { status } = await fetch(path)
      if (status !== 404) return `${path} answered ${status}`
    }
    return 'blocked'
  },
  'writes to its own address': async () => {
    const { status } = await fetch('/index.html', { method: 'POST', body: 'x' })
    return status === 405 ? 'blocked' : `answered ${status}`
  },
  'reads a paper': () =>
    fetch(`${location.origin.replace('pupitre', 'paper')}/token`).then(
      () => 'fetched',
      () => 'blocked',
    ),
  'asks where the PC is': () => {
    const { promise, resolve } = Promise.withResolvers<string>()
    navigator.geolocation.getCurrentPosition(
      () => resolve('located'),
      ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'blocked' : 'allowed, but not found'),
    )
    return promise
  },
  'asks to notify': async () => {
    const answer = await Notification.requestPermission()
    return answer === 'denied' ? 'blocked' : answer
  },
  'asks for the camera': async () => {
    const { state } = await navigator.permissions.query({ name: 'camera' as PermissionName })
    return state === 'denied' ? 'blocked' : state
  },
  'reads the clipboard': () =>
    navigator.clipboard.readText().then(
      () => 'read',
      () => 'blocked',
    ),
}

/** The rule of the window's policy that must be what stopped the attempt: Chromium has walls of its own behind it. */
export const stoppedBy: Readonly<Record<string, string>> = {
  'submits a form elsewhere': 'form-action',
  'moves the base of its addresses': 'base-uri',
  'fetches elsewhere': 'connect-src',
  'sends a beacon elsewhere': 'connect-src',
  'opens a socket elsewhere': 'connect-src',
  'loads an image from elsewhere': 'img-src',
  'loads a script from elsewhere': 'script-src-elem',
  'shows a frame from elsewhere': 'frame-src',
  'runs an inline script': 'script-src-elem',
  'runs an inline handler': 'script-src-attr',
  'evaluates text': 'script-src',
  'reads a paper': 'connect-src',
}
