package org.scholion.ui.latex.internal.syntax;

/** What a stretch of LaTeX is to the eye. */
public enum TokenKind {
    /** Words; drawn as the editor draws any text. */
    TEXT,
    /** A command such as {@code \emph}. */
    COMMAND,
    /** A command that gives the document its shape: sectioning, {@code \begin}, {@code \documentclass}, {@code \input}. */
    STRUCTURE,
    /** The name in {@code \begin{…}} and {@code \end{…}}. */
    ENVIRONMENT,
    /** The argument of {@code \label}, {@code \ref}, {@code \cite}, {@code \input} and their like. */
    KEY,
    /** Mathematics, its delimiters included. */
    MATH,
    /** A command inside mathematics. */
    MATH_COMMAND,
    /** Code: {@code \verb}, verbatim, listings. */
    VERBATIM,
    /** A comment, or text that never reaches the paper. */
    COMMENT,
    /** A comment that tools read, such as {@code % !TEX root = main.tex} or {@code % scholion: off}. */
    DIRECTIVE
}
