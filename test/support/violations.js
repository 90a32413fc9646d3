// Runs before anything else on the strict page and keeps what the policy refused and the console said.
window.violations = [];
window.consoleLines = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
});
window.addEventListener('error', (event) => window.consoleLines.push(String(event.message)));
for (const level of ['log', 'info', 'warn', 'error']) {
  console[level] = (...args) => window.consoleLines.push(`${level}: ${args.join(' ')}`);
}
