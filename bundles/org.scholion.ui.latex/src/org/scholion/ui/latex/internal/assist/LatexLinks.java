package org.scholion.ui.latex.internal.assist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure.Definition;
import org.scholion.manuscript.Structure.Label;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.PaperLookup;
import org.scholion.ui.latex.internal.Papers;
import org.scholion.ui.latex.internal.syntax.LatexVocabulary;
import org.scholion.ui.latex.internal.syntax.SourceContext;

/** Leads from a reference to its label, from a citation to its entry, from a file's name to the file, from a command to its definition. */
public final class LatexLinks extends AbstractHyperlinkDetector {

    @Override
    public IHyperlink @Nullable [] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
        IDocument document = viewer.getDocument();
        Optional<Path> file = document == null ? Optional.empty() : Papers.file(document);
        if (document == null || file.isEmpty()) {
            return null;
        }
        Optional<Manuscript> paper = Papers.manuscript(document);
        Optional<PaperLink> link =
                switch (SourceContext.around(document.get(), region.getOffset())) {
                    case SourceContext.Nothing nothing -> Optional.empty();
                    case SourceContext.Command(String name, TextRange range) ->
                        paper.flatMap(read -> definition(read, Definition.Kind.COMMAND, name, range));
                    case SourceContext.Argument(String command, int index, String item, TextRange range) ->
                        argument(paper, file.get(), command, item, range);
                };
        return link.isPresent() ? new IHyperlink[] {link.get()} : null;
    }

    private static Optional<PaperLink> argument(
            Optional<Manuscript> paper, Path file, String command, String item, TextRange range) {
        if (item.isEmpty()) {
            return Optional.empty();
        }
        if (LatexVocabulary.isReference(command)) {
            return paper.flatMap(read -> new PaperLookup(read)
                    .label(item)
                    .map(Label::range)
                    .map(target -> link(read, target, range, Messages.link_label)));
        }
        if (LatexVocabulary.isCitation(command)) {
            return paper.flatMap(read -> new PaperLookup(read)
                    .entry(item)
                    .map(BibliographyEntry::range)
                    .map(target -> link(read, target, range, Messages.link_entry)));
        }
        return switch (command) {
            case "begin", "end" -> paper.flatMap(read -> definition(read, Definition.Kind.ENVIRONMENT, item, range));
            case "gls", "Gls", "glspl", "Glspl", "ac", "acp", "acs", "acl" ->
                paper.flatMap(read -> definition(read, Definition.Kind.ACRONYM, item, range));
            case "input", "include", "subfile", "import", "subimport", "includeonly" ->
                file(paper, file, item, range, List.of(".tex", ""));
            case "bibliography", "addbibresource" -> file(paper, file, item, range, List.of(".bib", ""));
            default -> Optional.empty();
        };
    }

    private static Optional<PaperLink> definition(Manuscript paper, Definition.Kind kind, String name, TextRange from) {
        return new PaperLookup(paper)
                .definition(kind, name)
                .map(found -> link(paper, found.range(), from, Messages.link_definition));
    }

    private static Optional<PaperLink> file(
            Optional<Manuscript> paper, Path from, String name, TextRange range, List<String> endings) {
        Optional<Path> known = paper.flatMap(read -> new PaperLookup(read).included(from, name));
        Optional<Path> found = known.isPresent() ? known : beside(from, name, endings);
        return found.map(target -> new PaperLink(
                new Region(range.start(), range.length()), target, () -> TextRange.at(0), Messages.link_file));
    }

    private static Optional<Path> beside(Path from, String name, List<String> endings) {
        return endings.stream()
                .map(ending -> from.resolveSibling(name + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static PaperLink link(Manuscript paper, SourceRange target, TextRange from, String text) {
        return new PaperLink(
                new Region(from.start(), from.length()), target.unit().path(), () -> Papers.current(paper, target), text);
    }
}
