/** The points of a line that is being drawn, and every step back and forth. */

/** Points are longitude and latitude; what is changed is a new list, so that a step can be undone. */
export class LineEdit {
  /** @param {number[][]} points */
  constructor(points = []) {
    this.points = points;
    this.past = [];
    this.future = [];
  }

  add(at) {
    this.#to([...this.points, at]);
  }

  insert(index, at) {
    this.#to(this.points.toSpliced(index, 0, at));
  }

  /** @param {string} [stroke] moves of one stroke, such as of a key that is held, are one step */
  move(index, at, stroke) {
    if (stroke && stroke === this.stroke) this.points = this.points.with(index, at);
    else this.#to(this.points.with(index, at));
    this.stroke = stroke;
  }

  remove(index) {
    this.#to(this.points.toSpliced(index, 1));
  }

  undo() {
    if (!this.past.length) return;
    this.future.push(this.points);
    this.points = this.past.pop();
    this.stroke = undefined;
  }

  redo() {
    if (!this.future.length) return;
    this.past.push(this.points);
    this.points = this.future.pop();
    this.stroke = undefined;
  }

  #to(points) {
    this.past.push(this.points);
    this.future = [];
    this.points = points;
    this.stroke = undefined;
  }
}
