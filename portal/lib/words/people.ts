import type { Same } from "./same";

const zh = {
  title: "人员",
  name: "姓名",
  email: "电子邮箱",
  roles: "角色",
  invite: "邀请",
  password: "密码",
  signInTitle: "登录",
  forgot: "忘记密码",
  sessions: "登录记录",
  endSession: "结束",
};

const en: Same<typeof zh> = {
  title: "People",
  name: "Name",
  email: "E-mail",
  roles: "Roles",
  invite: "Invite",
  password: "Password",
  signInTitle: "Sign in",
  forgot: "Forgot your password?",
  sessions: "Sessions",
  endSession: "End",
};

export const people = { zh, en };
