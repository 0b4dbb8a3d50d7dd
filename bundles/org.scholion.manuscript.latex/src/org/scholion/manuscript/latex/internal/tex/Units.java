package org.scholion.manuscript.latex.internal.tex;

import java.util.List;
import java.util.Map;

/** What quantities and short pieces of code look like in print, as near as text can tell. */
public final class Units {

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("metre", "m"), Map.entry("meter", "m"), Map.entry("second", "s"), Map.entry("gram", "g"), Map.entry("ampere", "A"),
            Map.entry("kelvin", "K"), Map.entry("mole", "mol"), Map.entry("candela", "cd"), Map.entry("hertz", "Hz"),
            Map.entry("newton", "N"), Map.entry("pascal", "Pa"), Map.entry("joule", "J"), Map.entry("watt", "W"),
            Map.entry("coulomb", "C"), Map.entry("volt", "V"), Map.entry("farad", "F"), Map.entry("ohm", "Ω"), Map.entry("tesla", "T"),
            Map.entry("henry", "H"), Map.entry("litre", "L"), Map.entry("liter", "L"), Map.entry("hour", "h"), Map.entry("minute", "min"),
            Map.entry("day", "d"), Map.entry("percent", "%"), Map.entry("degree", "°"), Map.entry("celsius", "°C"),
            Map.entry("degreeCelsius", "°C"), Map.entry("angstrom", "Å"), Map.entry("electronvolt", "eV"), Map.entry("byte", "B"),
            Map.entry("bit", "bit"), Map.entry("molar", "M"), Map.entry("bar", "bar"), Map.entry("decibel", "dB"), Map.entry("pico", "p"),
            Map.entry("nano", "n"), Map.entry("micro", "μ"), Map.entry("milli", "m"), Map.entry("centi", "c"), Map.entry("deci", "d"),
            Map.entry("kilo", "k"), Map.entry("mega", "M"), Map.entry("giga", "G"), Map.entry("tera", "T"), Map.entry("femto", "f"),
            Map.entry("per", "/"), Map.entry("squared", "²"), Map.entry("cubed", "³"), Map.entry("square", "²"), Map.entry("of", ""),
            Map.entry("kilogram", "kg"), Map.entry("arcsecond", "″"), Map.entry("arcminute", "′"), Map.entry("pm", "±"),
            Map.entry("times", "×"), Map.entry("cdot", "·"), Map.entry("textdegree", "°"), Map.entry("textmu", "µ"));

    private Units() {}

    /**
     * A quantity.
     *
     * @param form what the mandatory arguments are, separated by blanks: {@code number}, {@code unit}, {@code angle}
     */
    public static String quantity(String form, Signature signature, List<Slice> values) {
        String[] forms = form.split(" ");
        StringBuilder result = new StringBuilder();
        int index = 0;
        for (int i = 0; i < values.size() && index < forms.length; i++) {
            Signature.Form kind = signature.arguments().get(i).form();
            if (kind != Signature.Form.MANDATORY) {
                continue;
            }
            String raw = values.get(i).raw().strip();
            String shown = switch (forms[index]) {
                case "angle" -> raw.split(";")[0] + "°";
                case "unit" -> symbols(raw);
                default -> plain(raw).replace(";", ", ");
            };
            if (!result.isEmpty()) {
                result.append(forms[index].equals("number") ? " to " : " ");
            }
            result.append(shown);
            index++;
        }
        return result.toString();
    }

    /** A piece of LaTeX without its braces, and its commands by name. */
    public static String plain(String raw) {
        StringBuilder result = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\' && i + 1 < raw.length()) {
                int end = i + 1;
                while (end < raw.length() && TexText.isLetter(raw.charAt(end))) {
                    end++;
                }
                if (end == i + 1) {
                    result.append(raw.charAt(end));
                } else {
                    result.append(SYMBOLS.getOrDefault(raw.substring(i + 1, end), ""));
                    end = end < raw.length() && raw.charAt(end) == ' ' ? end : end - 1;
                }
                i = end;
            } else if (c != '{' && c != '}' && c != '$') {
                result.append(c == '~' || c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
            }
        }
        return result.toString().strip();
    }

    private static String symbols(String raw) {
        return plain(raw).replace(" ", "");
    }
}
