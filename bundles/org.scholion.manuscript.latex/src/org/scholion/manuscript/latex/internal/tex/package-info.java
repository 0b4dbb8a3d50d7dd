/**
 * The language: texts with their braces, pieces of them, the commands and environments that are known, and what they print. Nothing
 * here knows blocks or files.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.manuscript.latex.internal.tex;
