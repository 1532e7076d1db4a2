/** An empty telling of what happened, under the id that makes it one complaint however often it is sent. */
export const blankComplaint = () => ({
  id: crypto.randomUUID(),
  class: "",
  description: "",
  complained: "",
  unopened: "",
  used: "",
  whereFound: "",
  machine: "",
  machineStopped: "",
  demand: "",
  demandAmount: "",
  fileIds: [] as string[],
});
