/** The command line: what the person typed becomes a command, its result becomes text, JSON, SARIF or HTML. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.cli.internal;
