package org.scholion.benchmarks;

import java.io.IOException;
import java.util.List;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Prose;

/** The peer: LanguageTool with its default rules, on one thread, on the prose that our reader gives. */
final class PlainLanguageTool implements Checker {

    private final JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode("en-US"));

    @Override
    public int check(Manuscript paper) throws IOException {
        List<String> texts = paper.blocks().stream()
                .map(block -> block.prose().text().replace(Prose.PLACEHOLDER, 'X'))
                .filter(text -> !text.isBlank())
                .toList();
        int alarms = 0;
        for (String text : texts) {
            alarms += tool.check(text).size();
        }
        return alarms;
    }
}
