/** Addresses for which the service worker never answers with the app, because the server has an answer of its own. Matched with what is asked (`?ma=`) behind the path. */
export const serverPages: readonly RegExp[] = [/^\/api\//, /^\/metrics$/, /^\/tra-cuu(?:[/?]|$)/];
