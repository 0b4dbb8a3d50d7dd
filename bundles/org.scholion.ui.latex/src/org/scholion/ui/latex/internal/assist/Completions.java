package org.scholion.ui.latex.internal.assist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.Structure.Definition;
import org.scholion.manuscript.Structure.Label;
import org.scholion.text.TextRange;
import org.scholion.ui.citation.CitableWork;
import org.scholion.ui.citation.CitationRanks;
import org.scholion.ui.latex.internal.MarkedText;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.PaperLookup;
import org.scholion.ui.latex.internal.assist.Suggestion.Kind;
import org.scholion.ui.latex.internal.syntax.LatexVocabulary;
import org.scholion.ui.latex.internal.syntax.SourceContext;

/** What can be written at a place of a paper. */
final class Completions {

    /**
     * What is offered at a place.
     *
     * @param typed the range that a suggestion replaces: what was typed of it so far
     * @param suggestions those that fit, the best first
     */
    record Offer(TextRange typed, List<Suggestion> suggestions) {
        Offer {
            suggestions = List.copyOf(suggestions);
        }
    }

    private final Catalogue catalogue;
    private final Structure structure;
    private final Optional<Manuscript> manuscript;
    private final Optional<Path> file;
    private final CitationRanks ranks;

    /**
     * @param manuscript the paper as it was read last
     * @param file the one that is being written
     */
    Completions(Catalogue catalogue, CitationRanks ranks, Optional<Manuscript> manuscript, Optional<Path> file) {
        this.catalogue = catalogue;
        this.ranks = ranks;
        this.manuscript = manuscript;
        this.structure = manuscript.map(Manuscript::structure).orElse(Structure.EMPTY);
        this.file = file;
    }

    Offer at(String text, int offset) {
        return switch (SourceContext.before(text, offset)) {
            case SourceContext.Nothing nothing -> new Offer(TextRange.at(offset), List.of());
            case SourceContext.Command(String name, TextRange range) -> offer(range, commands(), name);
            case SourceContext.Argument(String command, int index, String item, TextRange range) ->
                offer(range, argument(command, index, text, offset, range), item);
        };
    }

    private static Offer offer(TextRange typed, List<Suggestion> all, String prefix) {
        List<Suggestion> fitting = all.stream()
                .filter(suggestion -> suggestion.rank(prefix) >= 0)
                .sorted(Comparator.comparingInt(suggestion -> suggestion.rank(prefix)))
                .toList();
        return new Offer(typed, fitting);
    }

    private List<Suggestion> argument(String command, int index, String text, int offset, TextRange typed) {
        if (command.equals("begin")) {
            return environments(text, offset);
        }
        if (command.equals("end")) {
            return open(text, offset);
        }
        if (LatexVocabulary.isReference(command)) {
            return labels();
        }
        if (LatexVocabulary.isCitation(command)) {
            return index == 0 ? entries(text, offset, typed) : List.of();
        }
        return switch (command) {
            case "usepackage", "RequirePackage" -> plain(catalogue.packages());
            case "documentclass" -> plain(catalogue.classes());
            case "gls", "Gls", "glspl", "Glspl", "ac", "acp", "acs", "acl" -> acronyms();
            default -> ProjectFiles.forCommand(command, manuscript.map(Manuscript::folder), file);
        };
    }

    private List<Suggestion> commands() {
        Map<String, Suggestion> found = new LinkedHashMap<>();
        Optional<PaperLookup> lookup = manuscript.map(PaperLookup::new);
        for (Definition definition : structure.definitions()) {
            if (definition.kind() == Definition.Kind.COMMAND && lookup.isPresent()) {
                String information = MarkedText.of(definition, lookup.get());
                found.put(definition.name(), Templates.ownCommand(definition, information));
            }
        }
        for (Catalogue.Item item : catalogue.commands()) {
            found.putIfAbsent(item.name(), Templates.command(item));
        }
        List<Suggestion> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparing(Suggestion::name, String.CASE_INSENSITIVE_ORDER));
        return sorted;
    }

    private List<Suggestion> environments(String text, int offset) {
        Map<String, Suggestion> found = new LinkedHashMap<>();
        for (Definition definition : structure.definitions()) {
            if (definition.kind() == Definition.Kind.ENVIRONMENT) {
                Catalogue.Item item = new Catalogue.Item(definition.name(), "", Messages.completion_ownEnvironment);
                found.put(definition.name(), Templates.environment(Kind.OWN, item, text, offset));
            }
        }
        for (Catalogue.Item item : catalogue.environments()) {
            found.putIfAbsent(item.name(), Templates.environment(Kind.ENVIRONMENT, item, text, offset));
        }
        return List.copyOf(found.values());
    }

    /** The environments that are open at the place, the innermost first. */
    private static List<Suggestion> open(String text, int offset) {
        return OpenEnvironments.at(text, offset).stream()
                .map(name -> Suggestion.plain(Kind.ENVIRONMENT, name, "", ""))
                .toList();
    }

    private List<Suggestion> labels() {
        List<Suggestion> found = new ArrayList<>();
        Optional<PaperLookup> lookup = manuscript.map(PaperLookup::new);
        for (Label label : structure.labels()) {
            String kind = PaperLookup.kind(label);
            String detail = label.title().isBlank() ? kind : kind + " · " + label.title();
            String information = lookup.map(paper -> MarkedText.of(label, paper)).orElse("");
            found.add(new Suggestion(
                    Kind.LABEL, label.name(), detail, information, lower(detail), label.name(), List.of()));
        }
        return found;
    }

    private List<Suggestion> entries(String text, int offset, TextRange typed) {
        CitationKeys keys = CitationKeys.around(text, typed);
        List<CitableWork> ranked =
                file.map(path -> ranks.works(path, text, keys.start(), offset, keys.others())).orElse(List.of());
        return new CitationSuggestions(structure).of(ranked, keys.others());
    }

    private List<Suggestion> acronyms() {
        return structure.definitions().stream()
                .filter(definition -> definition.kind() == Definition.Kind.ACRONYM)
                .map(definition -> new Suggestion(
                        Kind.OWN, definition.name(), definition.expansion(), "", lower(definition.expansion()), definition.name(), List.of()))
                .toList();
    }

    private static List<Suggestion> plain(List<Catalogue.Item> items) {
        return items.stream()
                .map(item -> Suggestion.plain(Kind.PACKAGE, item.name(), item.description(), ""))
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
