package org.scholion.bibtex.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;

/** What commands print. */
final class LatexSymbols {

    private static final Map<String, String> SYMBOLS = new HashMap<>();
    private static final Map<String, Character> ACCENTS = new HashMap<>();
    private static final Map<String, String> TEXT_COMMANDS = new HashMap<>();
    private static final Map<String, String> MATH_COMMANDS = new HashMap<>();
    private static final Map<Character, String> ACCENT_COMMANDS = new HashMap<>();

    private static final String SCRIPTED = "0123456789+-()";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎";

    /** Commands whose first argument is not printed. */
    private static final Set<String> SKIPPED_ARGUMENT = Set.of("href", "textcolor", "color", "fontsize", "selectlanguage", "foreignlanguage",
            "hspace", "vspace", "label", "fontfamily", "hskip");

    static {
        String[] symbols = {
            "ss", "ß", "SS", "ẞ", "o", "ø", "O", "Ø", "l", "ł", "L", "Ł", "ae", "æ", "AE", "Æ", "oe", "œ", "OE", "Œ", "aa", "å", "AA", "Å",
            "i", "ı", "j", "ȷ", "dh", "ð", "DH", "Ð", "th", "þ", "TH", "Þ", "dj", "đ", "DJ", "Đ", "ng", "ŋ", "NG", "Ŋ",
            "&", "&", "%", "%", "$", "$", "#", "#", "_", "_", "{", "{", "}", "}", " ", " ", ",", " ", ";", " ", ":", " ", "quad", " ",
            "qquad", " ", "\\", " ", "newline", " ", "par", " ", "-", "", "/", "", "!", "", "@", "", "relax", "", "protect", "",
            "textendash", "–", "textemdash", "—", "ldots", "…", "dots", "…", "textellipsis", "…", "cdots", "⋯",
            "textquoteright", "’", "textquoteleft", "‘", "textquotedblleft", "“", "textquotedblright", "”", "textquotesingle", "'",
            "textquotedbl", "\"", "quotedblbase", "„", "quotesinglbase", "‚", "guillemotleft", "«", "guillemotright", "»", "lq", "‘", "rq", "’",
            "textregistered", "®", "texttrademark", "™", "copyright", "©", "textcopyright", "©", "pounds", "£", "textsterling", "£",
            "euro", "€", "texteuro", "€", "textdegree", "°", "degree", "°", "textasciitilde", "~", "textasciicircum", "^",
            "textasciigrave", "`", "textbackslash", "\\", "textunderscore", "_", "textbar", "|", "textless", "<", "textgreater", ">", "textdollar", "$",
            "textbraceleft", "{", "textbraceright", "}", "lbrace", "{", "rbrace", "}", "S", "§", "textsection", "§", "P", "¶", "dag", "†",
            "ddag", "‡", "textbullet", "•", "bullet", "•", "textperiodcentered", "·", "cdot", "·", "textmu", "µ", "textpm", "±",
            "textonehalf", "½", "textordfeminine", "ª", "textordmasculine", "º", "textexclamdown", "¡", "textquestiondown", "¿", "textsuperscript", "",
            "LaTeX", "LaTeX", "TeX", "TeX", "BibTeX", "BibTeX", "LaTeXe", "LaTeX2e",
        };
        String[] mathematics = {
            "alpha", "α", "beta", "β", "gamma", "γ", "delta", "δ", "epsilon", "ε", "varepsilon", "ε", "zeta", "ζ", "eta", "η", "theta", "θ",
            "vartheta", "ϑ", "iota", "ι", "kappa", "κ", "lambda", "λ", "mu", "μ", "nu", "ν", "xi", "ξ", "pi", "π", "rho", "ρ", "varrho", "ϱ",
            "sigma", "σ", "varsigma", "ς", "tau", "τ", "upsilon", "υ", "phi", "φ", "varphi", "φ", "chi", "χ", "psi", "ψ", "omega", "ω",
            "Gamma", "Γ", "Delta", "Δ", "Theta", "Θ", "Lambda", "Λ", "Xi", "Ξ", "Pi", "Π", "Sigma", "Σ", "Upsilon", "Υ", "Phi", "Φ", "Psi", "Ψ",
            "Omega", "Ω", "times", "×", "pm", "±", "mp", "∓", "leq", "≤", "le", "≤", "geq", "≥", "ge", "≥", "neq", "≠", "ne", "≠", "sim", "∼",
            "simeq", "≃", "approx", "≈", "equiv", "≡", "propto", "∝", "ll", "≪", "gg", "≫", "lesssim", "≲", "gtrsim", "≳", "infty", "∞",
            "rightarrow", "→", "to", "→", "leftarrow", "←", "leftrightarrow", "↔", "Rightarrow", "⇒", "mapsto", "↦", "in", "∈", "notin", "∉",
            "subset", "⊂", "subseteq", "⊆", "cup", "∪", "cap", "∩", "emptyset", "∅", "forall", "∀", "exists", "∃", "partial", "∂", "nabla", "∇",
            "sum", "∑", "prod", "∏", "int", "∫", "sqrt", "√", "ell", "ℓ", "hbar", "ℏ", "prime", "′", "circ", "∘", "odot", "⊙", "oplus", "⊕",
            "otimes", "⊗", "star", "⋆", "ast", "∗", "langle", "⟨", "rangle", "⟩", "log", "log", "ln", "ln", "exp", "exp", "sin", "sin", "cos", "cos",
            "max", "max", "min", "min", "mid", "|", "vert", "|", "setminus", "∖", "wedge", "∧", "vee", "∨", "neg", "¬", "lnot", "¬",
        };
        enter(symbols, TEXT_COMMANDS);
        enter(mathematics, MATH_COMMANDS);
        String[] accents = {"'", "\u0301", "`", "\u0300", "^", "\u0302", "\"", "\u0308", "~", "\u0303", "=", "\u0304", ".", "\u0307",
            "u", "\u0306", "v", "\u030C", "H", "\u030B", "c", "\u0327", "k", "\u0328", "r", "\u030A", "b", "\u0331", "d", "\u0323",
            "t", "\u0361", "G", "\u030F", "h", "\u0309"};
        for (int i = 0; i < accents.length; i += 2) {
            ACCENTS.put(accents[i], accents[i + 1].charAt(0));
            ACCENT_COMMANDS.putIfAbsent(accents[i + 1].charAt(0), accents[i]);
        }
    }

    /** Of several commands for one sign the first serves for writing. */
    private static void enter(String[] symbols, Map<String, String> commands) {
        for (int i = 0; i < symbols.length; i += 2) {
            SYMBOLS.put(symbols[i], symbols[i + 1]);
            if (symbols[i + 1].length() == 1 && symbols[i + 1].charAt(0) > 127) {
                commands.putIfAbsent(symbols[i + 1], symbols[i]);
            }
        }
    }

    private LatexSymbols() {}

    /** What a command prints, or null when that is not known. */
    @Nullable
    static String symbol(String command) {
        return SYMBOLS.get(command);
    }

    /** The combining character of an accent command, or null. */
    @Nullable
    static Character accent(String command) {
        return ACCENTS.get(command);
    }

    /** The command that prints a sign in text, or null. */
    @Nullable
    static String textCommand(char c) {
        return TEXT_COMMANDS.get(String.valueOf(c));
    }

    /** The command that prints a sign in mathematics, or null. */
    @Nullable
    static String mathCommand(char c) {
        return MATH_COMMANDS.get(String.valueOf(c));
    }

    /** The accent command of a combining character, or null. */
    @Nullable
    static String accentCommand(char combining) {
        return ACCENT_COMMANDS.get(combining);
    }

    /** The digit or sign that is raised or lowered here, or 0. */
    static char unscripted(char c, boolean raised) {
        int index = (raised ? RAISED : LOWERED).indexOf(c);
        return index < 0 ? 0 : SCRIPTED.charAt(index);
    }

    static boolean skipsArgument(String command) {
        return SKIPPED_ARGUMENT.contains(command);
    }

    /** A digit or sign raised or lowered, or null when there is no such character. */
    @Nullable
    static Character script(char c, boolean raised) {
        int index = SCRIPTED.indexOf(c);
        return index < 0 ? null : Character.valueOf((raised ? RAISED : LOWERED).charAt(index));
    }
}
