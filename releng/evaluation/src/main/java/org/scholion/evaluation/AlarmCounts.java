package org.scholion.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.scholion.assist.Category;
import org.scholion.assist.Finding;
import org.scholion.manuscript.Manuscript;

/** The alarms in published papers, by category and by who raised them. */
final class AlarmCounts {

    private static final int BEFORE = 60;
    private static final int BEHIND = 50;

    private final Map<String, Integer> byCategory = new TreeMap<>();
    private final Map<String, Integer> byOrigin = new TreeMap<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private int words;

    /**
     * An alarm.
     *
     * @param text the words
     * @param replacement the first one; empty where there is none
     * @param context the words in brackets, and those around
     */
    record Alarm(String paper, String origin, String category, String rule, String text, String replacement, String context) {
        /** The fields in this order with tabs between them. */
        String line() {
            return String.join("\t", paper, origin, category, rule, text, replacement, context).replaceAll("[\\r\\n]+", " ");
        }

        boolean isAboutLanguage() {
            return category.equals(Category.SPELLING.id()) || category.equals(Category.GRAMMAR.id());
        }
    }

    void addWords(Manuscript manuscript) {
        words += manuscript.wordCount();
    }

    void add(Alarm alarm) {
        alarms.add(alarm);
        byCategory.merge(alarm.category(), 1, Integer::sum);
        if (alarm.isAboutLanguage()) {
            byOrigin.merge(alarm.origin() + ", " + alarm.category(), 1, Integer::sum);
        }
    }

    void add(Paper paper, Finding finding) {
        String text = finding.text();
        String context = "";
        if (finding.anchor().isPresent()) {
            Finding.Anchor anchor = finding.anchor().get();
            String prose = paper.manuscript().blocks().get(anchor.blockIndex()).prose().text();
            text = anchor.range().of(prose);
            context = prose.substring(Math.max(0, anchor.range().start() - BEFORE), anchor.range().start())
                    + "[" + text + "]"
                    + prose.substring(anchor.range().end(), Math.min(prose.length(), anchor.range().end() + BEHIND));
        }
        List<String> replacements = finding.advice().replacements();
        add(new Alarm(
                paper.name(),
                finding.advice().origin().name(),
                finding.advice().category().id(),
                finding.advice().rule(),
                text,
                replacements.isEmpty() ? "" : replacements.getFirst(),
                context));
    }

    /** Of all papers that were added. */
    int words() {
        return words;
    }

    List<Alarm> alarms() {
        return alarms;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("words", words);
        json.put("alarms", alarms.size());
        json.put("per1000", per1000(byCategory));
        json.put("per1000ByOrigin", per1000(byOrigin));
        return json;
    }

    private Map<String, Object> per1000(Map<String, Integer> counts) {
        Map<String, Object> json = new LinkedHashMap<>();
        counts.forEach((name, count) -> json.put(name, count * 1000.0 / words));
        return json;
    }
}
