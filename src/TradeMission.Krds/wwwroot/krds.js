// What the components add where there is JavaScript; every page works without it.

/** The error summary, where `autofocus` did not come through (a fragment in the address, an older browser). */
const summary = document.querySelector('[data-focus]');
if (summary && document.activeElement !== summary) {
  summary.focus();
}

/** Rows that are shown as cards change their `display`, and with it browsers forget that they are a table: the roles say it again. */
for (const table of document.querySelectorAll('table.cards')) {
  table.setAttribute('role', 'table');
  for (const group of [table.tHead, ...table.tBodies, table.tFoot]) {
    group?.setAttribute('role', 'rowgroup');
  }
  for (const row of table.rows) {
    row.setAttribute('role', 'row');
    for (const cell of row.cells) {
      cell.setAttribute('role', cell.tagName === 'TD' ? 'cell' : cell.scope === 'row' ? 'rowheader' : 'columnheader');
    }
  }
}

/** A table wider than its place scrolls there, and then must be reachable with the keyboard. */
const widths = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const scrolls = target.scrollWidth > target.clientWidth && getComputedStyle(target).overflowX !== 'visible';
    const table = target.querySelector('table');
    if (scrolls) {
      target.tabIndex = 0;
      target.setAttribute('role', 'region');
      for (const name of ['aria-label', 'aria-labelledby']) {
        if (table?.hasAttribute(name)) {
          target.setAttribute(name, table.getAttribute(name));
        }
      }
    } else {
      for (const name of ['tabindex', 'role', 'aria-label', 'aria-labelledby']) {
        target.removeAttribute(name);
      }
    }
  }
});
for (const wrap of document.querySelectorAll('.krds-table-wrap')) {
  widths.observe(wrap);
}

/** Filters that were left empty stay out of the address, so that it can be passed on. */
for (const form of document.querySelectorAll('form.filters')) {
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) {
      if (value === '') {
        formData.delete(name);
      }
    }
  });
}
