package org.scholion.manuscript.latex.internal.tex;

/** What a known command does. The tables name these constants; the text behind the name is the parameter. */
public enum CommandAction {
    /** Prints its prose arguments in the line. */
    TEXT,
    /** As {@link #TEXT}, emphasised. */
    EMPHASIS,
    /** Typewriter: code, unless it holds several plain words. */
    TYPEWRITER,
    SKIP,
    /** Prose arguments are blocks; the parameter is kind and level. */
    BLOCK,
    CAPTION,
    FOOTNOTE,
    /** Prints the parameter. */
    PRINT,
    SPACE,
    BREAK,
    PARAGRAPH,
    /** A citation; the parameter is the role. */
    CITE,
    /** Citations with several groups of keys: {@code \cites(a)(b)[c][d]{e}[f][g]{h}}. */
    CITES,
    REFERENCE,
    LABEL,
    GLOSSARY,
    DEFINE_ACRONYM,
    QUANTITY,
    URL,
    /** An address and the words that stand for it. */
    LINK,
    /** Code between two equal characters or braces. */
    VERB,
    OBJECT,
    MATH,
    /** Changes the state up to the end of the group; the parameter says what. */
    DECLARE,
    /** A definition; the parameter is its form. */
    DEFINE,
    INPUT,
    BEGIN,
    END,
    END_INPUT,
    ITEM,
    BIBLIOGRAPHY_ITEM,
    BIBLIOGRAPHY_FILES,
    /** A value follows, with or without {@code =}. */
    ASSIGN,
    ACCENT,
    /** {@code \foreignlanguage} and its like. */
    LANGUAGE_TEXT,
    LANGUAGE_SWITCH,
    MAIN_LANGUAGE,
    QUOTE,
    PACKAGE,
    CLASS,
    XSPACE,
    CONDITIONAL,
    /** Chooses between its arguments; the parameter says by what. */
    CHOICE,
    MULTICOLUMN,
    DISPLAY_MATH,
    INLINE_MATH,
    VERBATIM_DEFINITION,
    MARK_OFF
}
