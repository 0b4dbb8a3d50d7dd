package org.scholion.bibtex;

/** Whose names of types and fields a file uses. */
public enum BibtexFlavour {
    /** {@code journal}, {@code year}, {@code address}, {@code @phdthesis}. */
    BIBTEX,
    /** {@code journaltitle}, {@code date}, {@code location}, {@code @thesis}, {@code @online}. */
    BIBLATEX
}
