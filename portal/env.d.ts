declare namespace App {
  interface Locals {
    callApi: import("#worker/portal").PortalLocals["callApi"];
    publicUrl: string;
    demo: boolean;
    api: ReturnType<typeof import("hono/client").hc<import("#worker/api").Api>>;
    session: import("#worker/api").SessionView | null;
    viewer: import("./lib/viewer").Viewer | null;
    language: import("#schema/words/words").Language;
    company?: import("#schema/words/words").Words;
    /** What the API would not do for this page; the refused page says it. */
    refusal?: import("./lib/send").Refused;
  }
}
