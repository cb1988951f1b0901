/** The interface of anywidget: shows a demo with the traits of the model in `el`. */
declare const widget: {
  render(place: { model: any; el: HTMLElement }): () => void;
};
export default widget;
