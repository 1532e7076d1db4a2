declare namespace App {
  interface Locals {
    callApi: import("#worker/portal").PortalLocals["callApi"];
    publicUrl: string;
    language: import("#schema/words/words").Language;
    viewer: import("./lib/viewer").Viewer | null;
    demo: boolean;
    company?: import("#schema/words/words").Words;
  }
}
