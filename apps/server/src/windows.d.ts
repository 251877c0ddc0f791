type Handler = (
  request: import('node:http').IncomingMessage,
  response: import('node:http').ServerResponse,
  next: () => void,
) => void

// Made by `vite build`; loaded at run time.
declare module '@motcua/portal/handler' {
  export const handler: Handler
}
declare module '@motcua/desk/handler' {
  export const handler: Handler
}
