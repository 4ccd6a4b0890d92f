// Asks the server. Every request shows the key; answers come as objects, refusals as `Refused`.

/** The server answered, and not with what was asked for. */
export class Refused extends Error {
  constructor(status, answer) {
    super(`HTTP ${status}`);
    this.status = status;
    this.answer = answer;
  }
}

const base = "/_tracuu/edit/api/";

/** A path of the content as part of an address. */
export const encoded = (path) => path.split("/").map(encodeURIComponent).join("/");

const ask = async (method, path, { body, headers, signal, keepalive } = {}) => {
  const isBytes = body instanceof Blob;
  const response = await fetch(base + path, {
    method,
    headers: {
      "X-Tracuu-Key": sessionStorage.getItem("tracuu-key") ?? "",
      ...(body !== undefined && !isBytes ? { "Content-Type": "application/json" } : {}),
      ...headers,
    },
    body: body === undefined || isBytes ? body : JSON.stringify(body),
    cache: "no-store",
    signal,
    keepalive,
  });
  const text = await response.text();
  let answer = null;
  try {
    answer = text ? JSON.parse(text) : null;
  } catch {
    answer = { message: text };
  }
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
};

export const get = (path, options) => ask("GET", path, options);
export const post = (path, body, options) => ask("POST", path, { ...options, body });
export const putTo = (path, body, options) => ask("PUT", path, { ...options, body });
export const remove = (path, options) => ask("DELETE", path, options);
