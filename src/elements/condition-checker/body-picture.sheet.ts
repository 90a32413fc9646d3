/** How the picture beside a question looks. It keeps its room until it is there. */
export const bodyPictureSheet = `
  .pictured {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
  }
  .picture {
    block-size: 24rem;
  }
  figure {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    justify-items: center;
    gap: var(--_space);
    block-size: 100%;
    color: var(--_muted);
    font-size: 0.875em;
  }
  figure svg {
    max-inline-size: 100%;
    block-size: 100%;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  figure path {
    fill: var(--_tint);
    stroke: var(--_border);
    stroke-width: 1.5;
    stroke-linejoin: round;
    transition: fill 160ms;
  }
  figure .can {
    fill: color-mix(in oklab, var(--_action) 24%, var(--_surface));
    stroke: var(--_action);
    cursor: pointer;
  }
  figure .can:hover {
    fill: color-mix(in oklab, var(--_action) 48%, var(--_surface));
  }
  figure .is {
    fill: var(--_action) !important;
  }
  @container checker (min-inline-size: 34rem) {
    .pictured {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .picture {
      order: 1;
      inline-size: 13rem;
      block-size: 30rem;
      position: sticky;
      inset-block-start: var(--_space);
    }
  }

  @media (forced-colors: active) {
    figure svg {
      forced-color-adjust: none;
    }
    figure path {
      fill: Canvas;
      stroke: GrayText;
    }
    figure .can {
      fill: Canvas;
      stroke: LinkText;
    }
    figure .can:hover {
      fill: Canvas;
      stroke: Highlight;
    }
    figure .is {
      fill: Highlight !important;
    }
  }
  @media print {
    .picture {
      display: none;
    }
  }
`;
