package org.scholion.manuscript.latex.internal.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.manuscript.Directive;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.latex.internal.read.Step.Frame;
import org.scholion.manuscript.latex.internal.tex.Languages;
import org.scholion.text.TextRange;

/** Comments that tell the checkers something: our own, and those of other tools. */
final class MagicComments {

    private static final Pattern SCHOLION = Pattern.compile("%+\\s*scholion:\\s*(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPELLCHECK = Pattern.compile("%+\\s*!\\s*TeX\\s+spellcheck\\s*=\\s*(\\S+).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LTEX = Pattern.compile("%+\\s*LTeX:\\s*(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXTIDOTE = Pattern.compile("%+\\s*textidote:\\s*ignore\\s+(begin|end).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD_LIST = Pattern.compile(
            "%+\\s*(?:cspell|spell-checker|LocalWords)\\s*:\\s*(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISPELL = Pattern.compile("%+\\s*ispell-(?:local-|change-)?dictionary:\\s*\"?([\\w-]+).*");

    private final Reading reading;
    private final List<Directive> directives = new ArrayList<>();
    /** What is switched off, and where; the key is the rules' names, empty for all. */
    private final Map<String, SourceRange> off = new HashMap<>();
    private final Map<SourceUnit, Integer> ends = new HashMap<>();
    private boolean languageSet;

    MagicComments(Reading reading) {
        this.reading = reading;
    }

    /** Whether a comment named the paper's language, so that packages do not change it. */
    boolean languageSet() {
        return languageSet;
    }

    void comment(Frame frame, int start, int end) {
        String text = frame.text.text();
        int colon = text.indexOf(':', start);
        int equals = text.indexOf('=', start);
        if ((colon < 0 || colon >= end) && (equals < 0 || equals >= end) || end - start > 2_000) {
            return;
        }
        SourceRange range = reading.range(frame, start, end);
        ends.put(range.unit(), text.length());
        read(text.substring(start, end).strip(), range);
    }

    private void read(String comment, SourceRange range) {
        Matcher own = SCHOLION.matcher(comment);
        if (own.matches()) {
            scholion(own.group(1).strip(), range);
            return;
        }
        Matcher spellcheck = SPELLCHECK.matcher(comment);
        if (spellcheck.matches()) {
            language(spellcheck.group(1));
            return;
        }
        Matcher ltex = LTEX.matcher(comment);
        if (ltex.matches()) {
            ltex(ltex.group(1), range);
            return;
        }
        Matcher textidote = TEXTIDOTE.matcher(comment);
        if (textidote.matches()) {
            all(textidote.group(1).equalsIgnoreCase("end"), range);
            return;
        }
        Matcher ispell = ISPELL.matcher(comment);
        if (ispell.matches()) {
            language(ispell.group(1));
            return;
        }
        Matcher words = WORD_LIST.matcher(comment);
        if (words.matches()) {
            wordList(comment, words.group(1).strip(), range);
        }
    }

    private void scholion(String command, SourceRange range) {
        String lower = command.toLowerCase(Locale.ROOT);
        if (lower.startsWith("language")) {
            language(command.substring("language".length()).replace('=', ' ').strip());
        } else if (lower.equals("off")) {
            all(false, range);
        } else if (lower.equals("on")) {
            all(true, range);
            List.copyOf(off.keySet()).forEach(rules -> switchOn(rules, range));
        } else if (lower.startsWith("off ") || lower.startsWith("off:") || lower.startsWith("off=")) {
            off.put(normalised(command.substring(4)), range);
        } else if (lower.startsWith("on ") || lower.startsWith("on:") || lower.startsWith("on=")) {
            switchOn(normalised(command.substring(3)), range);
        } else if (lower.startsWith("words ") || lower.startsWith("words:") || lower.startsWith("words=")) {
            words(command.substring(6), range);
        }
    }

    private static String normalised(String rules) {
        return String.join(",", split(rules));
    }

    private static List<String> split(String list) {
        return Arrays.stream(list.strip().split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
    }

    private void words(String list, SourceRange range) {
        List<String> words = split(list);
        if (!words.isEmpty()) {
            directives.add(new Directive(Directive.Kind.WORDS, words, range));
        }
    }

    private void all(boolean on, SourceRange range) {
        reading.out.scope = reading.out.scope.withUnchecked(!on);
        if (on) {
            switchOn("", range);
        } else {
            off.putIfAbsent("", range);
        }
    }

    private void switchOn(String rules, SourceRange range) {
        SourceRange from = off.remove(rules);
        if (from != null) {
            addOff(rules, from, from.unit().equals(range.unit()) ? range.range().start() : ends.getOrDefault(from.unit(), 0));
        }
    }

    private void addOff(String rules, SourceRange from, int end) {
        TextRange range = new TextRange(from.range().start(), Math.max(from.range().end(), end));
        directives.add(new Directive(Directive.Kind.RULES_OFF, split(rules), new SourceRange(from.unit(), range)));
    }

    private void language(String name) {
        String tag = Languages.ofTagOrName(name);
        if (tag == null) {
            return;
        }
        if (reading.bodyBegun) {
            reading.out.endParagraph();
            reading.out.scope = reading.out.scope.withLanguage(tag);
        } else {
            reading.out.mainLanguage(tag);
            languageSet = true;
        }
    }

    private void ltex(String settings, SourceRange range) {
        for (String setting : settings.strip().split("\\s+")) {
            int equals = setting.indexOf('=');
            String key = equals < 0 ? setting : setting.substring(0, equals);
            String value = equals < 0 ? "" : setting.substring(equals + 1);
            switch (key.toLowerCase(Locale.ROOT)) {
                case "language" -> language(value);
                case "enabled" -> all(!value.equalsIgnoreCase("false"), range);
                case "dictionary" -> words(value, range);
                case "disabledrules" -> off.put(normalised(value), range);
                default -> { /* other settings of that tool have no meaning here */ }
            }
        }
    }

    private void wordList(String comment, String rest, SourceRange range) {
        if (comment.toLowerCase(Locale.ROOT).contains("localwords")) {
            words(rest, range);
            return;
        }
        String lower = rest.toLowerCase(Locale.ROOT);
        if (lower.equals("disable")) {
            all(false, range);
        } else if (lower.equals("enable")) {
            all(true, range);
        } else {
            for (String key : new String[] {"words", "word", "ignore"}) {
                if (lower.startsWith(key)) {
                    words(rest.substring(key.length()).replaceFirst("^[:\\s]+", ""), range);
                    return;
                }
            }
        }
    }

    /** All directives; what was switched off and not on again holds to the end of its file. */
    List<Directive> finish() {
        off.forEach((rules, from) -> addOff(rules, from, ends.getOrDefault(from.unit(), from.range().end())));
        off.clear();
        return List.copyOf(directives);
    }
}
