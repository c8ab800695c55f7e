// Runs before anything of the page: keeps what the browser refused because of the site's own policy.
window.refusedByPolicy = [];
addEventListener("securitypolicyviolation", (event) => {
  const where = event.target instanceof Element ? event.target.localName : "";
  refusedByPolicy.push([event.effectiveDirective, where, `${event.blockedURI} ${event.sample}`.trim()]);
});
