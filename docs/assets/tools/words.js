// @ts-check
/** What the tools say of themselves. What they say about an order comes from Python. */
export const WORDS = {
  wait: "Getting ready. What you fill in is kept.",
  failed:
    "This could not start here. What you filled in stays, but nothing follows it. What stands on the page still holds.",
  retry: "Try again",
  none: "Nothing here has all these words. Try fewer.",
  found: "{count} of {total} found",
};
