package org.scholion.ui.latex.internal.syntax;

import org.scholion.text.TextRange;

/** A stretch of one kind; the offsets count from the beginning of what was scanned. */
public record Token(TokenKind kind, TextRange range) {}
