package org.scholion.manuscript.word.internal.read;

import java.util.Optional;
import org.scholion.manuscript.word.internal.xml.XmlElement;

/** Writes a formula of Word (ECMA-376 part 1, 22.1) in one line, as one would type it: {@code x²}, {@code (a+b)/2}, {@code √(2π)}. */
final class LinearFormula {

    private static final String PLAIN = "0123456789+-=()n";
    private static final String RAISED = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079\u207A\u207B\u207C\u207D\u207E\u207F";
    private static final String LOWERED = "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089\u208A\u208B\u208C\u208D\u208E\u2099";
    private static final String ROOT = "\u221A";
    /** What Word writes where an operator or accent names no sign (22.1.2.20, 22.1.2.70). */
    private static final String INTEGRAL = "\u222B";

    private static final String HAT = "\u0302";
    private static final String OVERLINE = "\u0305";

    private LinearFormula() {}

    /** @param formula an element of the namespace of mathematics */
    static String of(XmlElement formula) {
        return switch (formula.name()) {
            case "m:t" -> formula.text();
            case "m:f" -> grouped(part(formula, "m:num")) + "/" + grouped(part(formula, "m:den"));
            case "m:sSup" -> part(formula, "m:e") + script(part(formula, "m:sup"), '^', RAISED);
            case "m:sSub" -> part(formula, "m:e") + script(part(formula, "m:sub"), '_', LOWERED);
            case "m:sSubSup", "m:sPre" -> part(formula, "m:e") + scripts(formula);
            case "m:rad" -> script(part(formula, "m:deg"), '^', RAISED) + ROOT + grouped(part(formula, "m:e"));
            case "m:nary" -> property(formula, "m:naryPr", "m:chr").orElse(INTEGRAL) + scripts(formula) + " " + part(formula, "m:e");
            case "m:d" -> delimited(formula);
            case "m:func" -> part(formula, "m:fName") + " " + part(formula, "m:e");
            case "m:acc" -> part(formula, "m:e") + property(formula, "m:accPr", "m:chr").orElse(HAT);
            case "m:bar" -> part(formula, "m:e") + OVERLINE;
            case "m:limLow" -> part(formula, "m:e") + script(part(formula, "m:lim"), '_', LOWERED);
            case "m:limUpp" -> part(formula, "m:e") + script(part(formula, "m:lim"), '^', RAISED);
            case "m:eqArr" -> joined(formula, "m:e", "; ");
            case "m:m" -> "[" + joined(formula, "m:mr", "; ") + "]";
            case "m:mr" -> joined(formula, "m:e", ", ");
            case "m:oMathPara" -> joined(formula, "m:oMath", "; ");
            default -> children(formula);
        };
    }

    private static String children(XmlElement parent) {
        StringBuilder text = new StringBuilder();
        // properties, such as m:rPr, hold no text; runs may stand in insertions of somebody, deletions show nothing
        parent.elements().filter(child -> !child.is("w:del") && !child.is("w:moveFrom")).forEach(child -> text.append(of(child)));
        return text.toString();
    }

    private static String part(XmlElement parent, String name) {
        return parent.child(name).map(LinearFormula::children).orElse("");
    }

    private static String joined(XmlElement parent, String name, String separator) {
        return String.join(separator, parent.elements().filter(child -> child.is(name)).map(LinearFormula::inside).toList());
    }

    private static String inside(XmlElement element) {
        return element.is("m:mr") ? of(element) : children(element);
    }

    private static String delimited(XmlElement formula) {
        String begin = property(formula, "m:dPr", "m:begChr").orElse("(");
        String end = property(formula, "m:dPr", "m:endChr").orElse(")");
        return begin + joined(formula, "m:e", property(formula, "m:dPr", "m:sepChr").orElse("|")) + end;
    }

    private static String scripts(XmlElement formula) {
        return script(part(formula, "m:sub"), '_', LOWERED) + script(part(formula, "m:sup"), '^', RAISED);
    }

    private static Optional<String> property(XmlElement formula, String properties, String name) {
        return formula.child(properties).flatMap(found -> found.child(name)).flatMap(found -> found.attribute("m:val"));
    }

    /** In small letters where Unicode has them all. */
    private static String script(String text, char sign, String letters) {
        StringBuilder small = new StringBuilder();
        for (char c : text.toCharArray()) {
            int index = PLAIN.indexOf(c == '\u2212' ? '-' : c);
            if (index < 0) {
                return sign + grouped(text);
            }
            small.append(letters.charAt(index));
        }
        return small.toString();
    }

    private static String grouped(String text) {
        boolean one = text.codePointCount(0, text.length()) == 1 || text.chars().allMatch(Character::isLetterOrDigit);
        return one ? text : "(" + text + ")";
    }
}
