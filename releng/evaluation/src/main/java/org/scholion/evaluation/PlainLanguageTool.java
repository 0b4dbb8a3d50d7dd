package org.scholion.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.RuleMatch;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.Prose;
import org.scholion.text.TextRange;

/** LanguageTool with its default rules, as a program gets it that hands over text: one instance, one thread. */
final class PlainLanguageTool {

    /** What stands for a formula or a reference. What touches it is no alarm, so that the comparison is about text alone. */
    private static final String NOUN = "Xyq";

    /** An alarm: the rule, whether it is about spelling, the words, and the text around them. */
    record Alarm(String rule, boolean spelling, String text, String context) {}

    private final Map<String, JLanguageTool> tools = new HashMap<>();

    /** @param language {@code en}, {@code es} or {@code fr} */
    void load(String language) {
        tools.computeIfAbsent(language, code -> new JLanguageTool(Languages.getLanguageForShortCode(code.equals("en") ? "en-US" : code)));
    }

    List<Alarm> check(Manuscript manuscript, String language) throws IOException {
        JLanguageTool tool = tools.get(language);
        List<Alarm> alarms = new ArrayList<>();
        String text = text(manuscript);
        for (RuleMatch match : tool.check(text)) {
            String words = text.substring(match.getFromPos(), match.getToPos());
            String around = text.substring(Math.max(0, match.getFromPos() - 3), Math.min(text.length(), match.getToPos() + 3));
            if (!around.contains(NOUN)) {
                String context = text.substring(Math.max(0, match.getFromPos() - 40), match.getFromPos())
                        + "[" + words + "]"
                        + text.substring(match.getToPos(), Math.min(text.length(), match.getToPos() + 40));
                alarms.add(new Alarm(
                        match.getRule().getId(), match.getRule().isDictionaryBasedSpellingRule(), words, context.replaceAll("\\s+", " ")));
            }
        }
        return alarms;
    }

    /** The blocks that are checked, a paragraph each. */
    static String text(Manuscript manuscript) {
        StringBuilder text = new StringBuilder();
        for (Block block : manuscript.blocks()) {
            boolean checked =
                    switch (block.kind()) {
                        case AUTHOR, BIBLIOGRAPHY, EQUATION, LISTING -> false;
                        case TITLE, ABSTRACT, KEYWORDS, HEADING, PARAGRAPH, LIST_ITEM, QUOTATION, CAPTION, FOOTNOTE, TABLE_CELL -> true;
                    };
            if (checked && !block.prose().isEmpty()) {
                text.append(plain(block.prose()).text()).append("\n\n");
            }
        }
        return text.toString();
    }

    /** What is said about one block alone, its places in the prose; what touches a formula or a reference included. */
    List<Remark> remarks(Manuscript manuscript, int block) throws IOException {
        Plain plain = plain(manuscript.blocks().get(block).prose());
        List<Remark> remarks = new ArrayList<>();
        for (RuleMatch match : tools.get("en").check(plain.text())) {
            TextRange range = new TextRange(plain.places().get(match.getFromPos()), plain.places().get(match.getToPos() - 1) + 1);
            remarks.add(new Remark(block, range, match.getRule().getId(), () -> match.getSuggestedReplacements().stream()
                    .map(replacement -> replacement.replace(NOUN, String.valueOf(Prose.PLACEHOLDER)))
                    .toList()));
        }
        return remarks;
    }

    /** An English sentence with the first replacement of each match in it; of two that overlap the first one counts. */
    String correct(String sentence) throws IOException {
        StringBuilder corrected = new StringBuilder();
        int from = 0;
        for (RuleMatch match : tools.get("en").check(sentence)) {
            if (match.getFromPos() >= from && !match.getSuggestedReplacements().isEmpty()) {
                corrected.append(sentence, from, match.getFromPos()).append(match.getSuggestedReplacements().getFirst());
                from = match.getToPos();
            }
        }
        return corrected.append(sentence, from, sentence.length()).toString();
    }

    /** Text for LanguageTool, and for each of its units the place in the prose. */
    private record Plain(String text, List<Integer> places) {}

    private static Plain plain(Prose prose) {
        StringBuilder text = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        Map<Integer, Placeholder> placeholders = new HashMap<>();
        prose.placeholders().forEach(placeholder -> placeholders.put(placeholder.offset(), placeholder));
        for (int i = 0; i < prose.text().length(); i++) {
            Placeholder placeholder = placeholders.get(i);
            if (placeholder == null) {
                text.append(prose.text().charAt(i));
                places.add(i);
            } else if (placeholder.role() == Placeholder.Role.PARENTHESIS) {
                if (!text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1))) {
                    text.setLength(text.length() - 1);
                    places.removeLast();
                }
            } else {
                text.append(NOUN);
                places.addAll(Collections.nCopies(NOUN.length(), i));
            }
        }
        return new Plain(text.toString(), places);
    }
}
