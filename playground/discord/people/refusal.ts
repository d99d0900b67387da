/** The action is one Discord's client would not have let anyone do. */
export class ClientRefusal extends Error {
  constructor(reason: string) {
    super(`Discord's client would not send this: ${reason}`);
    this.name = 'ClientRefusal';
  }
}
