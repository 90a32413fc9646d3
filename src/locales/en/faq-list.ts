/** The words of faq-list in English, the source that other languages are typed against. */
export const faqList = {
  expand: 'Expand all',
  collapse: 'Collapse all',
};
