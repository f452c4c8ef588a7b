/** Key of the request whose file is open, so that other screens can open one. */
export const OPEN_REQUEST = 'requests.open'
