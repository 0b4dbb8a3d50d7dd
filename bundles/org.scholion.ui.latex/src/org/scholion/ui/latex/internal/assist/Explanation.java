package org.scholion.ui.latex.internal.assist;

import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.Structure.Definition;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.MarkedText;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.PaperLookup;
import org.scholion.ui.latex.internal.syntax.LatexVocabulary;
import org.scholion.ui.latex.internal.syntax.SourceContext;

/** Says in words what a place of the source stands for. */
final class Explanation {

    private final PaperLookup paper;

    Explanation(PaperLookup paper) {
        this.paper = paper;
    }

    /** HTML, or nothing where there is nothing to say. */
    Optional<String> of(SourceContext context) {
        return switch (context) {
            case SourceContext.Nothing nothing -> Optional.empty();
            case SourceContext.Command(String name, TextRange range) ->
                paper.definition(Definition.Kind.COMMAND, name).map(found -> MarkedText.of(found, paper));
            case SourceContext.Argument(String command, int index, String item, TextRange range) ->
                item.isEmpty() ? Optional.empty() : argument(command, index, item);
        };
    }

    private Optional<String> argument(String command, int index, String item) {
        if (LatexVocabulary.isReference(command)) {
            String unknown = MarkedText.escaped(NLS.bind(Messages.hover_unknownLabel, item));
            return Optional.of(paper.label(item).map(label -> MarkedText.of(label, paper)).orElse(unknown));
        }
        if (LatexVocabulary.isCitation(command) && index == 0) {
            String unknown = MarkedText.escaped(NLS.bind(Messages.hover_unknownKey, item));
            return Optional.of(paper.entry(item).map(MarkedText::of).orElse(unknown));
        }
        return switch (command) {
            case "label" -> paper.label(item).map(label -> MarkedText.of(label, paper));
            case "begin", "end" -> paper.definition(Definition.Kind.ENVIRONMENT, item).map(found -> MarkedText.of(found, paper));
            case "gls", "Gls", "glspl", "Glspl", "ac", "acp", "acs", "acl" ->
                paper.definition(Definition.Kind.ACRONYM, item).map(found -> MarkedText.of(found, paper));
            default -> Optional.empty();
        };
    }
}
