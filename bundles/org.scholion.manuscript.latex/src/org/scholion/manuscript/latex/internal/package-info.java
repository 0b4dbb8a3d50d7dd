/** Reads LaTeX projects: finds the main file and its parts, and runs the {@code read} package over them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.manuscript.latex.internal;
