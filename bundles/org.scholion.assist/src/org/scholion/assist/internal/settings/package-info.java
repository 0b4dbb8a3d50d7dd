/** Files that hold settings, words and ignored findings, a line each. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.internal.settings;
