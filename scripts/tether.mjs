// Preloaded into the web server: it ends with the process that started it, also when that one was killed.
process.once("disconnect", () => process.exit(1));
process.channel?.unref();
