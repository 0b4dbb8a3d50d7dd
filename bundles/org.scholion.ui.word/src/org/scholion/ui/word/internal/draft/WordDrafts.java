package org.scholion.ui.word.internal.draft;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.text.IDocument;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.text.TextRange;
import org.scholion.ui.draft.DraftWriter;
import org.scholion.ui.word.internal.WordFiles;
import org.scholion.ui.word.internal.document.WordDocument;

/** Writes texts into Word documents: always in one paragraph, since the editor makes no new ones; points are lines of it. */
public final class WordDrafts implements DraftWriter {

    private static final String POINT = "\u2022 ";

    @Override
    public boolean writes(Path file) {
        return WordFiles.isWord(file);
    }

    @Override
    public String text(List<String> sentences, boolean points) {
        return points
                ? sentences.stream().map(point -> POINT + point).collect(Collectors.joining(String.valueOf(Rendition.LINE_BREAK)))
                : String.join(" ", sentences);
    }

    @Override
    public boolean allows(IDocument document, TextRange place, String text) {
        return document instanceof WordDocument word && word.allows(place.start(), place.length(), text);
    }
}
