/** Points on the canvas, found by where they are. */

const CELL_PX = 48;
/** How much nearer a name must stand to its own sign than to any other. */
const NEARER_PX = 3;

export class Neighbours {
  /** @param {{x: number, y: number}[]} points */
  constructor(points) {
    this.cells = new Map();
    points.forEach((point) => {
      const key = keyOf(cell(point.x), cell(point.y));
      const there = this.cells.get(key);
      if (there) there.push(point);
      else this.cells.set(key, [point]);
    });
  }

  /** @returns {boolean} whether a box is nearer to a point of these than to every other */
  isNearest(box, point) {
    const reach = distance(box, point) + NEARER_PX;
    const [x0, y0, x1, y1] = box;
    for (let column = cell(x0 - reach); column <= cell(x1 + reach); column += 1) {
      for (let row = cell(y0 - reach); row <= cell(y1 + reach); row += 1) {
        const near = (other) => other !== point && distance(box, other) <= reach;
        if (this.cells.get(keyOf(column, row))?.some(near)) return false;
      }
    }
    return true;
  }
}

function cell(position) {
  return Math.floor(position / CELL_PX);
}

function keyOf(column, row) {
  return column * 65536 + row;
}

function distance([x0, y0, x1, y1], { x, y }) {
  return Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1));
}
