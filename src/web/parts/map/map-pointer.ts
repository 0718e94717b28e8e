// Pointers on the map: one drags it, two pinch it, the wheel zooms, and in drawing mode (or with Shift) one draws a rectangle.
import { useEffect, useRef, useState } from "react";
import type { PointerEvent, RefObject } from "react";
import { panned, zoomed } from "./map-view.js";
import type { MapView } from "./map-view.js";

interface Held {
  readonly x: number;
  readonly y: number;
}

export interface MapPointerOptions {
  readonly drawing: boolean;
  readonly wheel: boolean;
  readonly change: (next: (view: MapView) => MapView) => void;
  readonly drawn: (x0: number, y0: number, x1: number, y1: number) => void;
}

export function useMapPointer(frame: RefObject<HTMLElement | null>, options: MapPointerOptions) {
  const held = useRef(new Map<number, Held>());
  const moved = useRef(false);
  const corner = useRef<Held | null>(null);
  const [far, setFar] = useState<{ readonly from: Held; readonly to: Held } | null>(null);
  const latest = useRef(options);
  latest.current = options;

  useEffect(() => {
    const node = frame.current;
    if (node === null) return;
    // React's wheel listener is passive and could not keep the page from scrolling.
    const wheel = (event: WheelEvent): void => {
      if (!latest.current.wheel && !event.ctrlKey) return;
      event.preventDefault();
      const box = node.getBoundingClientRect();
      const factor = Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) * (event.ctrlKey ? 0.01 : 0.003));
      latest.current.change((view) =>
        zoomed(view, factor, event.clientX - box.left, event.clientY - box.top),
      );
    };
    node.addEventListener("wheel", wheel, { passive: false });
    return () => node.removeEventListener("wheel", wheel);
  }, [frame]);

  const at = (event: PointerEvent): Held => {
    const box = frame.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const giveUp = (): void => {
    corner.current = null;
    setFar(null);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    const point = at(event);
    moved.current = false;
    held.current.set(event.pointerId, point);
    if (options.drawing || event.shiftKey) corner.current = point;
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const before = held.current.get(event.pointerId);
    if (before === undefined) return;
    const now = at(event);
    if (!moved.current && Math.hypot(now.x - before.x, now.y - before.y) < 3) return;
    if (!moved.current) event.currentTarget.setPointerCapture(event.pointerId);
    moved.current = true;
    if (corner.current !== null) {
      setFar({ from: corner.current, to: now });
      return;
    }
    const other = [...held.current].find(([id]) => id !== event.pointerId)?.[1];
    held.current.set(event.pointerId, now);
    if (other === undefined) {
      options.change((view) => panned(view, now.x - before.x, now.y - before.y));
      return;
    }
    const apart = Math.hypot(now.x - other.x, now.y - other.y);
    const was = Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
    options.change((view) => zoomed(view, apart / was, (now.x + other.x) / 2, (now.y + other.y) / 2));
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
    held.current.delete(event.pointerId);
    const from = corner.current;
    if (from === null) return;
    const to = at(event);
    giveUp();
    options.drawn(from.x, from.y, to.x, to.y);
  };
  const onPointerCancel = (event: PointerEvent<HTMLElement>): void => {
    held.current.delete(event.pointerId);
    giveUp();
  };
  return {
    on: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
    /** True right after a drag: the click that ends it is no click on a place. */
    dragged: (): boolean => moved.current,
    giveUp,
    rectangle:
      far === null
        ? null
        : {
            left: Math.min(far.from.x, far.to.x),
            top: Math.min(far.from.y, far.to.y),
            width: Math.abs(far.to.x - far.from.x),
            height: Math.abs(far.to.y - far.from.y),
          },
  };
}
