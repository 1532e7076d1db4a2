import type { Same } from "./same";

const zh = {
  title: "API 说明",
  lead: "门户页面能做的事,都可以通过 API 完成。请求与回复均为 JSON。",
  start: "开始使用",
  base: "地址前缀",
  description: "机器可读说明 (OpenAPI 3.1)",
  signIn:
    "用 POST /session 登录,之后的请求带上返回的 Cookie;带私密链接的客人用请求头 Authorization: Link 密钥。",
  lists: "列表按 ?limit= 和 ?cursor= 翻页,?format=csv 或 xlsx 返回整张表。",
  repeats: "新建时由调用方给出 id (UUID):同一内容再发一次得到同一条记录,同一 id 不同内容返回 409。",
  changes: "修改时可用 If-Match 带上所见版本;别人已改则返回 409。",
  problems: "出错时返回 RFC 9457 问题说明,语言按 Accept-Language;字段错误在 fields 中。",
  method: "方法",
  path: "路径",
  summary: "用途",
};

const en: Same<typeof zh> = {
  title: "API",
  lead: "Whatever the pages can do, the API can do. Requests and replies are JSON.",
  start: "To begin",
  base: "Every path begins with",
  description: "For machines (OpenAPI 3.1)",
  signIn:
    "Sign in with POST /session and send the cookie it sets; the holder of a private link sends the header Authorization: Link secret.",
  lists: "Lists page by ?limit= and ?cursor=; ?format=csv or xlsx gives the whole list as a table.",
  repeats:
    "The caller mints the id (UUID) of what it creates: the same body again is the same record, other words under that id are a 409.",
  changes: "A change may carry the version you saw as If-Match; if somebody was faster, it is a 409.",
  problems:
    "Errors are RFC 9457 problem documents in the language of Accept-Language; wrong fields are in fields.",
  method: "Method",
  path: "Path",
  summary: "What for",
};

export const apiGuide = { zh, en };
