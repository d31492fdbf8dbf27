const RETRY_MS = 3000;

/** Code that comes after the page. Without a connection it is asked for again, every three seconds and once there is one. */
export async function untilLoaded<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  for (;;) {
    try {
      return await load();
    } catch {
      await nextTry();
    }
  }
}

function nextTry(): Promise<void> {
  return new Promise((resolve) => {
    const again = () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
      resolve();
    };
    const timer = setTimeout(again, RETRY_MS);
    window.addEventListener("online", again);
  });
}
