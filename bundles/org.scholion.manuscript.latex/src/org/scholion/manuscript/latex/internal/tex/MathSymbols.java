package org.scholion.manuscript.latex.internal.tex;

import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/** Formulas that are no formulas: numbers, operators and raised letters that authors set in mathematics within a line. */
public final class MathSymbols {

    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("\\sim", "~"), Map.entry("\\approx", "≈"), Map.entry("\\pm", "±"), Map.entry("\\times", "×"), Map.entry("<", "<"),
            Map.entry(">", ">"), Map.entry("=", "="), Map.entry("+", "+"), Map.entry("-", "−"), Map.entry("\\leq", "≤"), Map.entry("\\le", "≤"),
            Map.entry("\\geq", "≥"), Map.entry("\\ge", "≥"), Map.entry("\\ll", "≪"), Map.entry("\\gg", "≫"), Map.entry("\\lesssim", "≲"),
            Map.entry("\\gtrsim", "≳"), Map.entry("\\rightarrow", "→"), Map.entry("\\to", "→"), Map.entry("\\leftarrow", "←"),
            Map.entry("\\Rightarrow", "⇒"), Map.entry("\\leftrightarrow", "↔"), Map.entry("\\bullet", "•"), Map.entry("\\cdot", "·"),
            Map.entry("\\dagger", "†"), Map.entry("\\ddagger", "‡"), Map.entry("\\circ", "°"), Map.entry("^\\circ", "°"),
            Map.entry("^{\\circ}", "°"), Map.entry("\\degree", "°"), Map.entry("\\ldots", "…"), Map.entry("\\dots", "…"), Map.entry("|", "|"),
            Map.entry("/", "/"), Map.entry("\\%", "%"), Map.entry("\\&", "&"), Map.entry("\\langle", "⟨"), Map.entry("\\rangle", "⟩"));

    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("\\mu", "μ"), Map.entry("\\alpha", "α"), Map.entry("\\beta", "β"), Map.entry("\\gamma", "γ"), Map.entry("\\delta", "δ"),
            Map.entry("\\kappa", "κ"), Map.entry("\\lambda", "λ"), Map.entry("\\pi", "π"), Map.entry("\\sigma", "σ"),
            Map.entry("\\omega", "ω"), Map.entry("\\epsilon", "ε"), Map.entry("\\chi", "χ"), Map.entry("\\Delta", "Δ"),
            Map.entry("\\Omega", "Ω"), Map.entry("\\Lambda", "Λ"));

    private static final Pattern FONT = Pattern.compile("\\\\(mathrm|text|rm|textrm|mathit|it)\\b");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}");
    private static final Pattern ORDINAL = Pattern.compile("st|nd|rd|th");
    private static final Pattern MARK = Pattern.compile("[0-9a-z*†‡§,;() ]{0,12}");
    private static final int LONGEST_UNIT = 3;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private MathSymbols() {}

    /**
     * What a short formula prints as plain text.
     *
     * @param printed what stands before it in the block
     * @param spaced whether white space stands between
     * @param after the unit behind it
     * @return null for a formula proper; empty for a mark that the sentence does not need
     */
    public static @Nullable String plain(String formula, CharSequence printed, boolean spaced, char after) {
        if (formula.length() > 24) {
            return null;
        }
        String operator = OPERATORS.get(formula);
        if (operator != null) {
            return operator;
        }
        if (formula.matches("[0-9]+([.,][0-9]+)*")) {
            return formula;
        }
        char before = spaced || printed.isEmpty() ? ' ' : printed.charAt(printed.length() - 1);
        if (formula.charAt(0) == '^' || formula.charAt(0) == '_') {
            return raised(formula, before, lettersBefore(printed));
        }
        String letter = GREEK.get(formula);
        boolean joined = Character.isLetter(after) || Character.isLetter(before) || after == '-' || before == '-';
        return letter != null && joined ? letter : null;
    }

    private static int lettersBefore(CharSequence printed) {
        int at = printed.length();
        while (at > 0 && Character.isLetter(printed.charAt(at - 1))) {
            at--;
        }
        return printed.length() - at;
    }

    private static @Nullable String raised(String formula, char before, int lettersBefore) {
        String inner = Units.plain(FONT.matcher(formula.substring(1)).replaceAll(""));
        // Raised behind a longer word it marks a note; behind few letters it belongs to a unit or a formula such as CO2.
        boolean symbol = Character.isLetter(before) && (formula.charAt(0) == '_' || lettersBefore <= LONGEST_UNIT);
        if (DIGITS.matcher(inner).matches() && (symbol || before == ')')) {
            StringBuilder digits = new StringBuilder();
            String table = formula.charAt(0) == '^' ? SUPERSCRIPTS : SUBSCRIPTS;
            inner.chars().forEach(c -> digits.append(table.charAt(c - '0')));
            return digits.toString();
        }
        if (ORDINAL.matcher(inner).matches() && Character.isDigit(before)) {
            return inner;
        }
        boolean mark = formula.charAt(0) == '^' && MARK.matcher(inner).matches();
        return mark && !Character.isDigit(before) && before != ' ' ? "" : null;
    }
}
