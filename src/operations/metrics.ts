import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Reads a figure at the moment it is asked for; undefined is not known now. */
type Reading = () => number | undefined;

/**
 * The figures an operator watches, in a registry of their own. No label names a server or a
 * member. `discord_connected` and `discord_latency_seconds` carry the names of
 * discord-ext-prometheus, so that its Grafana dashboard works.
 */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const jobs = new Counter({
    name: 'easel_jobs_total',
    help: 'Jobs that ended, by what the member was told.',
    labelNames: ['result'] as const,
    registers,
  });
  const jobSeconds = new Histogram({
    name: 'easel_job_seconds',
    help: 'From the interaction to the end of its job.',
    buckets: [1, 2, 5, 10, 20, 30, 60, 120, 300, 900],
    registers,
  });
  const apiRequests = new Counter({
    name: 'easel_image_api_requests_total',
    help: 'Requests to the image API, by outcome.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const maybeCharged = new Counter({
    name: 'easel_maybe_charged_total',
    help: 'Credits the image API may have taken although nobody got a picture.',
    registers,
  });
  const captured = new Counter({
    name: 'easel_credits_captured_total',
    help: 'Credits charged for pictures that were received.',
    registers,
  });

  /** A gauge that is left out of the answer while its reading is not known. */
  const observed = (name: string, help: string) => (read: Reading) => {
    const gauge = new Gauge({
      name,
      help,
      registers: [],
      collect() {
        const value = read();
        if (value === undefined) {
          this.remove();
        } else {
          this.set(value);
        }
      },
    });
    registry.registerMetric(gauge);
  };

  return {
    /** @param seconds from the interaction to the end of its job */
    jobFinished(result: string, seconds: number): void {
      jobs.inc({ result });
      jobSeconds.observe(seconds);
    },
    imageApiCall: (outcome: string): void => apiRequests.inc({ outcome }),
    maybeCharged: (credits: number): void => maybeCharged.inc(credits),
    creditsCaptured: (credits: number): void => captured.inc(credits),
    queueDepth: observed('easel_queue_depth', 'Jobs waiting for a free place.'),
    holdsOpen: observed('easel_holds_open', 'Holds neither captured nor released yet.'),
    creditsHeld: observed('easel_credits_held', 'Credits set aside by the open holds.'),
    /** 1 while the gateway is ready, else 0. */
    discordConnected: observed('discord_connected', 'Whether the gateway is ready.'),
    discordLatency: observed('discord_latency_seconds', 'Round trip of the gateway heartbeat.'),
    /** The whole in the Prometheus text format. */
    async text(): Promise<{ body: string; contentType: string }> {
      return { body: await registry.metrics(), contentType: registry.contentType };
    },
  };
}

/** The methods that count what happens, and the text that tells it. */
export type Metrics = ReturnType<typeof createMetrics>;
