/** Findings as text, JSON, SARIF and HTML. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.cli.internal.report;
