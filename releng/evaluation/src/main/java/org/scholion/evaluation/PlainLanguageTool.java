package org.scholion.evaluation;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.RuleMatch;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.TextRange;

/** LanguageTool with its default rules, as a program gets it that hands over text: one instance, one thread, American English. */
final class PlainLanguageTool implements Peer {

    private static final String ENGLISH = "en";

    private final Map<String, JLanguageTool> tools = new HashMap<>();

    /** @param language {@code en}, {@code es} or {@code fr} */
    void load(String language) {
        tools.computeIfAbsent(
                language, code -> new JLanguageTool(Languages.getLanguageForShortCode(code.equals(ENGLISH) ? "en-US" : code)));
    }

    @Override
    public String name() {
        return "LanguageTool";
    }

    @Override
    public List<Match> matches(String text, String language) throws IOException {
        return matches(tools.get(ENGLISH), text);
    }

    @Override
    public List<Alarm> alarms(Manuscript manuscript) throws IOException {
        return check(manuscript, ENGLISH);
    }

    /**
     * The alarms in a paper, which is one text with a paragraph for each block.
     *
     * @param language one that is loaded
     */
    List<Alarm> check(Manuscript manuscript, String language) throws IOException {
        StringBuilder text = new StringBuilder();
        PlainText.checked(manuscript).forEach(block -> text.append(block).append("\n\n"));
        return Alarm.of(text.toString(), matches(tools.get(language), text.toString()));
    }

    private static List<Match> matches(JLanguageTool tool, String text) throws IOException {
        return tool.check(text).stream().map(PlainLanguageTool::match).toList();
    }

    private static Match match(RuleMatch match) {
        return new Match(
                new TextRange(match.getFromPos(), match.getToPos()),
                match.getRule().getId(),
                match.getRule().isDictionaryBasedSpellingRule(),
                match::getSuggestedReplacements);
    }
}
