import { expect, test, vi } from "vitest";
import { reloadOnce } from "./reload-once.ts";

/** As much of a browser's window as a part that is not there concerns. */
function openPage(kept: Map<string, string> | undefined) {
  const target = new EventTarget();
  const reload = vi.fn();
  const sessionStorage = {
    getItem: (name: string) => (kept ?? refuse()).get(name) ?? null,
    setItem: (name: string, value: string) => void (kept ?? refuse()).set(name, value),
  } as unknown as Storage;
  reloadOnce({ addEventListener: target.addEventListener.bind(target), sessionStorage, location: { reload } });
  const miss = () => {
    const event = new Event("vite:preloadError", { cancelable: true });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { miss, reload };
}

const refuse = (): never => {
  throw new DOMException("not allowed", "SecurityError");
};

test("a part of the site that is not there any more loads the page anew", () => {
  const { miss, reload } = openPage(new Map());
  expect(miss()).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
});

test("once: what is still not there after that is an error like any other", () => {
  const kept = new Map<string, string>();
  openPage(kept).miss();
  const { miss, reload } = openPage(kept);
  expect(miss()).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

test("again after the next deploy, in the same tab", () => {
  const { miss, reload } = openPage(new Map([["hevel-herladen", String(Date.now() - 61_000)]]));
  expect(miss()).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
});

test("not where a tab may remember nothing, or it would never end", () => {
  const { miss, reload } = openPage(undefined);
  expect(miss()).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});
