/** autocannon brings no types; what the bench uses of it. */
declare module "autocannon" {
  type Options = {
    url: string;
    connections: number;
    duration: number;
    timeout: number;
    method: "POST";
    headers: Record<string, string>;
    requests: { path: string; setupRequest: (request: object) => object }[];
  };
  type Answered = (...answer: [client: unknown, status: number, bytes: number, milliseconds: number]) => void;
  export default function autocannon(
    options: Options,
    done: (error: Error | null) => void,
  ): { on(event: "response", listener: Answered): void };
}
