// Preloaded into the web server: it ends with the process that started it, also when that one was killed.
process.once("disconnect", () => process.exit(1));
// The development server's own child waits for its first message with nothing else to keep it alive.
if (!process.env.NEXT_PRIVATE_WORKER) process.channel?.unref();
