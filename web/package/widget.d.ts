/** By anywidget's convention: a model's traits become a demo in `el`. */
declare const widget: {
  render(place: { model: any; el: HTMLElement }): () => void;
};
export default widget;
