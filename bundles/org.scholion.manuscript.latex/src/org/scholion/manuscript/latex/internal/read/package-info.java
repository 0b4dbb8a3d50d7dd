/**
 * Runs a paper as TeX would, as far as its words are concerned. {@code Interpreter} takes pieces of text from an explicit stack, so that
 * nothing recurses on the depth of the input; macros of the paper are pieces as well. {@code Output} makes blocks of what is printed.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.manuscript.latex.internal.read;
