declare namespace App {
  interface Locals {
    language: import("#schema/words/words").Language;
    viewer: import("./lib/viewer").Viewer | null;
    demo: boolean;
    company?: import("#schema/words/words").Words;
  }
}
