package org.scholion.ui.latex.internal.bib;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.style.CitationStyle;
import org.scholion.library.style.CitationStyles;
import org.scholion.library.style.FormattedEntry;
import org.scholion.library.style.PaperStyles;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Works as a paper will print them, kept by style. An OSGi service; thread-safe. The first use of a style takes tenths of a second:
 * not for the thread of the user interface.
 */
public final class StyledEntries {

    private static final int MAX_KNOWN = 500;

    private final CitationStyles styles = new CitationStyles();
    private final Map<Question, Optional<Styled>> known = new LinkedHashMap<>(16, 0.75f, true);

    private record Question(String style, Locale language, Reference reference) {}

    /**
     * A work in a style.
     *
     * @param html that stands in a paragraph
     * @param style its title
     */
    public record Styled(String html, String style) {}

    /** The work in the style of a paper, or in the usual one where that names none; nothing where the style writes nothing. */
    public Optional<Styled> of(Reference reference, Optional<Manuscript> paper) {
        String style = paper.flatMap(PaperStyle::of).orElse(PaperStyles.DEFAULT);
        Optional<String> declared = paper.map(Manuscript::language).filter(tag -> !tag.equals("und"));
        Locale language = declared.map(Locale::forLanguageTag).orElse(Locale.ROOT);
        Question question = new Question(style, language, reference);
        synchronized (known) {
            Optional<Styled> answer = known.get(question);
            if (answer != null) {
                return answer;
            }
        }
        Optional<Styled> answer = write(question);
        synchronized (known) {
            known.put(question, answer);
            if (known.size() > MAX_KNOWN) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return answer;
    }

    private Optional<Styled> write(Question question) {
        try {
            CitationStyle style = styles.open(question.style());
            List<FormattedEntry> entries =
                    style.bibliography(List.of(question.reference()), question.language(), CancelToken.NEVER);
            return entries.stream().findFirst().map(entry -> new Styled(withoutNumber(entry.html()), style.info().title()));
        } catch (LibraryException e) {
            ILog.of(StyledEntries.class).warn("no preview in the style " + question.style(), e);
            return Optional.empty();
        } catch (CancelledException never) {
            throw new IllegalStateException(never);
        }
    }

    /** The place in the bibliography is not known. */
    private static String withoutNumber(String html) {
        return html.replaceFirst("^\\s*(?:\\[1\\]|\\(1\\)|1\\.?)\\s+(?=\\S)", "");
    }
}
