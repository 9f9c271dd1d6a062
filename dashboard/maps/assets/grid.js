/** Which parts of the screen are taken, in small squares: labels keep clear of lines and labels. */

const CELL = 4;

export class Grid {
  /** @param {number[]} seen the part of the canvas in the window; a label that its edge cuts is none */
  constructor(width, height, seen) {
    this.seen = seen;
    this.columns = Math.ceil(width / CELL);
    this.rows = Math.ceil(height / CELL);
    this.cells = new Uint8Array(this.columns * this.rows);
  }

  /** Marks the squares along a line. Lines weigh less than labels: a name may cross one if it must. */
  addLine(line, { scale, dx, dy }, weight = 1) {
    for (let i = 2; i < line.length; i += 2) {
      const ax = line[i - 2] * scale + dx;
      const ay = line[i - 1] * scale + dy;
      const bx = line[i] * scale + dx;
      const by = line[i + 1] * scale + dy;
      this.#addSegment(ax, ay, bx, by, weight);
    }
  }

  addBox(box, weight = 2) {
    this.#each(box, (cell) => {
      if (this.cells[cell] < weight) this.cells[cell] = weight;
      return false;
    });
  }

  /** @returns {boolean} whether a box lies on the canvas and touches nothing of this weight */
  isFree(box, weight = 1) {
    if (box[0] < 0 || box[1] < 0 || box[2] > this.columns * CELL || box[3] > this.rows * CELL) {
      return false;
    }
    return !this.#isCut(box) && !this.#each(box, (cell) => this.cells[cell] >= weight);
  }

  /** @returns {number} how many squares of a box are taken; Infinity where a label cannot be */
  cost(box) {
    if (this.#isCut(box)) return Infinity;
    let taken = 0;
    const blocked = this.#each(box, (cell) => {
      if (this.cells[cell] === 1) taken += 1;
      return this.cells[cell] >= 2;
    });
    return blocked ? Infinity : taken;
  }

  #isCut([x0, y0, x1, y1]) {
    const [left, top, right, bottom] = this.seen;
    const apart = x1 < left || x0 > right || y1 < top || y0 > bottom;
    return !apart && (x0 < left || y0 < top || x1 > right || y1 > bottom);
  }

  #addSegment(ax, ay, bx, by, weight) {
    const right = this.columns * CELL;
    const bottom = this.rows * CELL;
    if ((ax < 0 && bx < 0) || (ay < 0 && by < 0)) return;
    if ((ax > right && bx > right) || (ay > bottom && by > bottom)) return;
    const steps = Math.min(600, Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay)) / CELL) || 1);
    for (let k = 0; k <= steps; k += 1) {
      const column = Math.floor((ax + ((bx - ax) * k) / steps) / CELL);
      const row = Math.floor((ay + ((by - ay) * k) / steps) / CELL);
      if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) continue;
      const cell = row * this.columns + column;
      if (this.cells[cell] < weight) this.cells[cell] = weight;
    }
  }

  #each([x0, y0, x1, y1], test) {
    const left = Math.max(0, Math.floor(x0 / CELL));
    const right = Math.min(this.columns - 1, Math.floor(x1 / CELL));
    const top = Math.max(0, Math.floor(y0 / CELL));
    const bottom = Math.min(this.rows - 1, Math.floor(y1 / CELL));
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if (test(row * this.columns + column)) return true;
      }
    }
    return false;
  }
}
