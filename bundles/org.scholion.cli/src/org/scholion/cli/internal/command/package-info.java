/** The commands. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.cli.internal.command;
