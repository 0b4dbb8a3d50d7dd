/**
 * Looks at LaTeX as an editor has to: fast, line by line, on text that is broken while it is being typed.
 *
 * <p>This is no parser. What a paper means is read by the manuscript reader; here is what colours, folds and completion contexts
 * need at once. Nothing in this package knows the Workbench.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.ui.latex.internal.syntax;
