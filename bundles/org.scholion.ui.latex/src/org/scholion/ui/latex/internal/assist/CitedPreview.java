package org.scholion.ui.latex.internal.assist;

import java.util.Optional;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;
import org.scholion.library.Reference;
import org.scholion.library.edit.EntryReferences;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.ui.latex.internal.MarkedText;
import org.scholion.ui.latex.internal.PaperLookup;
import org.scholion.ui.latex.internal.Papers;
import org.scholion.ui.latex.internal.bib.StyledEntries;
import org.scholion.ui.latex.internal.syntax.LatexVocabulary;
import org.scholion.ui.latex.internal.syntax.SourceContext;

/** Shows a cited work as the paper will print it. Thread-safe. */
@NonNullByDefault
final class CitedPreview {

    private static final ServiceCaller<StyledEntries> STYLED = new ServiceCaller<>(CitedPreview.class, StyledEntries.class);

    private volatile @Nullable Parsed parsed;

    /** A bibliography file that was parsed. */
    private record Parsed(SourceText source, BibtexFile file) {}

    /** HTML that continues what is said about a citation; empty where there is nothing to show. */
    String of(Manuscript paper, SourceContext context) {
        if (!(context instanceof SourceContext.Argument argument)
                || argument.index() != 0
                || !LatexVocabulary.isCitation(argument.command())) {
            return "";
        }
        return new PaperLookup(paper)
                .entry(argument.item())
                .flatMap(entry -> reference(paper, entry))
                .flatMap(work -> STYLED.current().flatMap(styled -> styled.of(work, Optional.of(paper))))
                .map(styled -> "<br><br>" + MarkedText.of(styled))
                .orElse("");
    }

    private Optional<Reference> reference(Manuscript paper, BibliographyEntry entry) {
        Optional<SourceText> source = paper.source(entry.range().unit());
        return source.filter(text -> Papers.isBibliography(text.unit().path())).flatMap(text -> {
            BibtexFile file = parse(text);
            return file.entry(entry.key()).flatMap(found -> new EntryReferences(file, text.unit().path()).of(found));
        });
    }

    private BibtexFile parse(SourceText source) {
        Parsed known = parsed;
        if (known == null || known.source() != source) {
            known = new Parsed(source, BibtexParser.parse(source.text()));
            parsed = known;
        }
        return known.file();
    }
}
