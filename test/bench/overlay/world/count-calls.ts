/** How often code of the extension's world did what costs, since the count began. */
export interface Counts {
  /** Layout was asked for. */
  layout: number;
  /** Something was put off: timers, frames, idle times, messages to itself. */
  putOff: number;
  /** Rows of the page's table whose text was read. */
  rowsRead: number;
}

const layoutReads: readonly (readonly [holder: object, names: readonly string[]])[] = [
  [
    Element.prototype,
    [
      'clientHeight',
      'clientLeft',
      'clientTop',
      'clientWidth',
      'scrollHeight',
      'scrollLeft',
      'scrollTop',
    ].concat(['scrollWidth', 'getBoundingClientRect', 'getClientRects', 'scrollIntoView', 'checkVisibility']),
  ],
  [
    HTMLElement.prototype,
    ['offsetHeight', 'offsetLeft', 'offsetParent', 'offsetTop', 'offsetWidth', 'innerText', 'focus'],
  ],
  [Range.prototype, ['getBoundingClientRect', 'getClientRects']],
  [Document.prototype, ['elementFromPoint', 'elementsFromPoint']],
];
const putOffs: readonly (readonly [holder: object, names: readonly string[]])[] = [
  [globalThis, ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']],
  [MessagePort.prototype, ['postMessage']],
  ...('Scheduler' in globalThis
    ? [
        [
          (globalThis as unknown as { Scheduler: { prototype: object } }).Scheduler.prototype,
          ['postTask', 'yield'],
        ] as const,
      ]
    : []),
];
const textReads: readonly (readonly [holder: object, names: readonly string[]])[] = [
  [Node.prototype, ['textContent', 'nodeValue']],
  [CharacterData.prototype, ['data']],
];

export interface CallCounter {
  /**
   * Counts anew.
   * @param withRows whether rows read are counted too, which makes reading slow from then on
   */
  begin(withRows: boolean): void;
  read(): Counts;
}

/** Wraps what the world's scripts may call, so that each call is counted. */
export function countCalls(): CallCounter {
  let counts = { layout: 0, putOff: 0 };
  let rows = new Set<Element>();
  let countsRows = false;
  wrapAll(layoutReads, () => void (counts.layout += 1));
  wrapAll(putOffs, () => void (counts.putOff += 1));
  const countRows = (): void => {
    countsRows = true;
    wrapAll(textReads, (at) => {
      const element = at instanceof Element ? at : at instanceof Node ? at.parentElement : null;
      const row = element?.closest('.investments > tbody > tr.offer');
      if (row) rows.add(row);
    });
  };
  return {
    begin(withRows) {
      counts = { layout: 0, putOff: 0 };
      rows = new Set();
      if (withRows && !countsRows) countRows();
    },
    read: () => ({ ...counts, rowsRead: rows.size }),
  };
}

function wrapAll(
  places: readonly (readonly [holder: object, names: readonly string[]])[],
  note: (self: unknown) => void,
): void {
  for (const [holder, names] of places) for (const name of names) wrap(holder, name, note);
}

function wrap(holder: object, name: string, note: (self: unknown) => void): void {
  const property = Object.getOwnPropertyDescriptor(holder, name);
  if (property === undefined) return;
  const { get, value } = property as { get?: () => unknown; value?: (...args: unknown[]) => unknown };
  if (get !== undefined) {
    const counted = function (this: unknown): unknown {
      note(this);
      return get.call(this);
    };
    Object.defineProperty(holder, name, { ...property, get: counted });
  } else if (typeof value === 'function') {
    const counted = function (this: unknown, ...args: unknown[]): unknown {
      note(this);
      return value.apply(this, args);
    };
    Object.defineProperty(holder, name, { ...property, value: counted });
  }
}
