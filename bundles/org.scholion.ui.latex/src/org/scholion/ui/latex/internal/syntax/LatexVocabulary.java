package org.scholion.ui.latex.internal.syntax;

import java.util.Set;

/** Names of LaTeX that an editor treats in their own way. */
public final class LatexVocabulary {

    private static final Set<String> REFERENCES = Set.of(
            "ref", "eqref", "pageref", "autoref", "nameref", "vref", "cref", "Cref", "cpageref", "Cpageref", "crefrange", "Crefrange",
            "labelcref", "namecref", "subref", "fref", "Fref", "hyperref", "prettyref", "zcref", "secref", "figref", "tabref");

    private static final Set<String> CITATIONS = Set.of(
            "cite", "citet", "citep", "citealt", "citealp", "citeauthor", "citeyear", "citeyearpar", "citefullauthor", "Citet", "Citep",
            "Citealt", "Citealp", "Citeauthor", "nocite", "parencite", "Parencite", "textcite", "Textcite", "footcite", "footcitetext",
            "autocite", "Autocite", "smartcite", "supercite", "fullcite", "footfullcite", "citetitle", "citedate", "citeurl", "citenum",
            "onlinecite", "citeA", "citeNP", "shortcite", "defcitealias", "citetalias", "citepalias", "notecite", "pnotecite");

    private static final Set<String> INPUTS = Set.of("input", "include", "subfile", "includeonly", "import", "subimport");

    private static final Set<String> SECTIONS = Set.of(
            "part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph", "addpart", "addchap", "addsec");

    private static final Set<String> STRUCTURE = Set.of(
            "begin", "end", "documentclass", "usepackage", "RequirePackage", "input", "include", "subfile", "includeonly", "import",
            "subimport", "appendix", "maketitle", "title", "author", "date", "frontmatter", "mainmatter", "backmatter", "tableofcontents",
            "listoffigures", "listoftables", "bibliography", "bibliographystyle", "addbibresource", "printbibliography", "newcommand",
            "renewcommand", "providecommand", "newenvironment", "renewenvironment", "DeclareMathOperator", "NewDocumentCommand",
            "RenewDocumentCommand", "NewDocumentEnvironment", "newtheorem", "item");

    private static final Set<String> OTHER_KEYS = Set.of(
            "label", "bibitem", "includegraphics", "bibliography", "addbibresource", "graphicspath", "lstinputlisting", "verbatiminput",
            "documentclass", "usepackage", "RequirePackage", "bibliographystyle", "pagestyle", "gls", "Gls", "glspl", "Glspl", "ac", "acp",
            "acs", "acl", "hypersetup", "url", "href", "path");

    private static final Set<String> MATH_ENVIRONMENTS = Set.of(
            "math", "displaymath", "equation", "eqnarray", "align", "alignat", "flalign", "gather", "multline", "dmath", "dgroup",
            "dseries", "darray", "xalignat", "xxalignat", "IEEEeqnarray");

    private static final Set<String> VERBATIM_ENVIRONMENTS = Set.of(
            "verbatim", "Verbatim", "BVerbatim", "LVerbatim", "SaveVerbatim", "VerbatimOut", "lstlisting", "minted", "alltt",
            "filecontents", "code", "spec", "semiverbatim", "pyblock", "pycode");

    private static final Set<String> TEXT_IN_MATH = Set.of(
            "text", "textrm", "textit", "textbf", "textsf", "texttt", "textnormal", "mbox", "hbox", "intertext", "shortintertext", "tag",
            "fbox", "makebox", "parbox");

    private LatexVocabulary() {}

    /** Whether the command refers to labels. */
    public static boolean isReference(String command) {
        return REFERENCES.contains(command);
    }

    /** Whether the command cites: a known one, or one of the paper's that is called like one. */
    public static boolean isCitation(String command) {
        return CITATIONS.contains(command) || command.endsWith("cite") || command.endsWith("cites") || command.startsWith("cite");
    }

    /** Whether the command takes in another source file. */
    public static boolean isInput(String command) {
        return INPUTS.contains(command);
    }

    public static boolean isSection(String command) {
        return SECTIONS.contains(command);
    }

    /** How deep a sectioning command lies: part 0, chapter 1, section 2 … subparagraph 6. */
    public static int sectionLevel(String command) {
        return switch (command) {
            case "part", "addpart" -> 0;
            case "chapter", "addchap" -> 1;
            case "section", "addsec" -> 2;
            case "subsection" -> 3;
            case "subsubsection" -> 4;
            case "paragraph" -> 5;
            default -> 6;
        };
    }

    static boolean isStructure(String command) {
        return STRUCTURE.contains(command) || SECTIONS.contains(command);
    }

    static boolean takesKeys(String command) {
        return OTHER_KEYS.contains(command) || isReference(command) || isCitation(command) || isInput(command);
    }

    static boolean isMath(String environment) {
        return MATH_ENVIRONMENTS.contains(withoutStar(environment));
    }

    public static boolean isVerbatim(String environment) {
        return VERBATIM_ENVIRONMENTS.contains(withoutStar(environment));
    }

    static boolean isTextInMath(String command) {
        return TEXT_IN_MATH.contains(command);
    }

    /** An environment's name as its plain form has it. */
    public static String withoutStar(String environment) {
        return environment.endsWith("*") ? environment.substring(0, environment.length() - 1) : environment;
    }
}
