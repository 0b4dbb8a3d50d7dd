package org.scholion.manuscript.latex.internal.tex;

import java.util.Map;
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

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private MathSymbols() {}

    /**
     * What a short formula prints as plain text.
     *
     * @param before the unit printed before it, a space where there is none
     * @param after the unit behind it
     * @return null for a formula proper; empty for a mark that the sentence does not need
     */
    public static @Nullable String plain(String formula, char before, char after) {
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
        if (formula.charAt(0) == '^' || formula.charAt(0) == '_') {
            return raised(formula, before);
        }
        String letter = GREEK.get(formula);
        boolean joined = Character.isLetter(after) || Character.isLetter(before) || after == '-' || before == '-';
        return letter != null && joined ? letter : null;
    }

    private static @Nullable String raised(String formula, char before) {
        String inner = Units.plain(formula.substring(1).replaceAll("\\\\(mathrm|text|rm|textrm|mathit|it)\\b", ""));
        boolean letterBefore = Character.isLetter(before);
        if (inner.matches("[0-9]{1,3}") && (letterBefore || before == ')')) {
            StringBuilder digits = new StringBuilder();
            String table = formula.charAt(0) == '^' ? SUPERSCRIPTS : SUBSCRIPTS;
            inner.chars().forEach(c -> digits.append(table.charAt(c - '0')));
            return digits.toString();
        }
        if (inner.matches("st|nd|rd|th") && Character.isDigit(before)) {
            return inner;
        }
        boolean mark = formula.charAt(0) == '^' && (inner.isEmpty() || inner.matches("[0-9a-z*†‡§, ]{1,12}"));
        return mark && !Character.isDigit(before) && before != ' ' ? "" : null;
    }
}
