package org.scholion.cli.internal.command;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.UsageException;
import org.scholion.cli.internal.report.FindingJson;
import org.scholion.library.LibraryException;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkType;
import org.scholion.library.search.LibraryFilter;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryHits.Count;
import org.scholion.library.search.LibraryHits.Facet;
import org.scholion.library.search.LibraryHits.Hit;
import org.scholion.library.search.LibraryQuery;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code library search}: references by words and meaning, and how many there are of each year, author, type and group. */
final class LibrarySearch {

    private static final String LIMIT = "--limit";
    private static final String YEAR = "--year";
    private static final String AUTHOR = "--author";
    private static final String TYPE = "--type";
    private static final String GROUP = "--group";
    private static final String DOCUMENT = "--with-pdf";
    private static final int HITS = 20;
    private static final Pattern YEARS = Pattern.compile("(?<from>\\d{4})?(?<to>-(?<last>\\d{4})?)?");

    private final LibrarySources sources;
    private final Arguments arguments;
    private final Console console;

    LibrarySearch(LibrarySources sources, Arguments arguments, Console console) {
        this.sources = sources;
        this.arguments = arguments;
        this.console = console;
    }

    static void addOptions(CommandSpec spec) {
        spec.addOption(Arguments.value("N", Messages.library_limit, LIMIT));
        spec.addOption(Arguments.value("YEAR", Messages.library_year, YEAR));
        spec.addOption(Arguments.value("NAME", Messages.library_author, AUTHOR));
        spec.addOption(Arguments.values("TYPE", NLS.bind(Messages.library_type, types()), TYPE));
        spec.addOption(Arguments.value("GROUP", Messages.library_group, GROUP));
        spec.addOption(Arguments.flag(Messages.library_document, DOCUMENT));
    }

    private static String types() {
        return String.join(", ", EnumSet.allOf(WorkType.class).stream().map(LibrarySearch::word).toList());
    }

    /** How many hits are wanted. */
    static int limit(Arguments arguments) throws UsageException {
        String given = arguments.value(LIMIT).orElse(String.valueOf(HITS));
        if (!given.matches("[1-9]\\d{0,3}")) {
            throw new UsageException(NLS.bind(Messages.cite_badLimit, given));
        }
        return Integer.parseInt(given);
    }

    void run(String text, boolean json, CancelToken cancel)
            throws UsageException, FileException, LibraryException, CancelledException {
        LibraryFilter filter = filter();
        int limit = limit(arguments);
        List<Path> places = sources.refreshed(List.of(), cancel);
        if (places.isEmpty()) {
            throw new UsageException(Messages.library_nothing);
        }
        LibraryHits hits = sources.library().search(new LibraryQuery(text, places, filter, limit, sources.meaning()), cancel);
        if (json) {
            console.out().print(json(hits));
        } else {
            hits.hits().forEach(this::write);
            if (hits.hits().isEmpty()) {
                console.say(NLS.bind(Messages.library_noHits, text));
            }
        }
    }

    private LibraryFilter filter() throws UsageException {
        String given = arguments.value(YEAR).orElse("");
        Matcher years = YEARS.matcher(given);
        if (!years.matches() || given.equals("-")) {
            throw new UsageException(NLS.bind(Messages.library_badYear, given));
        }
        OptionalInt from = year(years.group("from"));
        OptionalInt to = years.group("to") == null ? from : year(years.group("last"));
        List<WorkType> types = arguments.choices(TYPE, List.of(WorkType.values()), LibrarySearch::word);
        return new LibraryFilter(
                from,
                to,
                arguments.value(AUTHOR).orElse(""),
                Set.copyOf(types),
                arguments.value(GROUP).orElse(""),
                arguments.has(DOCUMENT));
    }

    private static OptionalInt year(String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void write(Hit hit) {
        Reference reference = hit.reference();
        List<String> people = reference.people().stream().map(Person::family).toList();
        List<String> facts = new ArrayList<>();
        if (!people.isEmpty()) {
            facts.add(people.getFirst() + (people.size() > 1 ? " et al." : ""));
        }
        reference.year().ifPresent(year -> facts.add(String.valueOf(year)));
        console.out().println(console.style().place(reference.key()) + "  " + reference.title());
        if (!facts.isEmpty()) {
            console.out().println("    " + console.style().dim(String.join(" ", facts)));
        }
        if (!hit.snippet().isEmpty()) {
            String page = hit.page().isPresent() ? NLS.bind(Messages.library_page, hit.page().getAsInt()) + ' ' : "";
            console.out().println("    " + page + hit.snippet());
        }
    }

    private static String json(LibraryHits hits) {
        return FindingJson.document(json -> {
            json.beginObject().name("hits").beginArray();
            for (Hit hit : hits.hits()) {
                write(json, hit);
            }
            json.endArray().name("total").value(hits.total()).name("facets").beginObject();
            for (Facet facet : Facet.values()) {
                json.name(word(facet)).beginArray();
                for (Count count : hits.facets().getOrDefault(facet, List.of())) {
                    json.beginObject().name("value").value(value(facet, count)).name("count").value(count.count()).endObject();
                }
                json.endArray();
            }
            json.endObject().endObject();
        });
    }

    /** As the option takes it. */
    private static String value(Facet facet, Count count) {
        return facet == Facet.TYPE ? word(WorkType.valueOf(count.value())) : count.value();
    }

    private static void write(JsonWriter json, Hit hit) throws IOException {
        json.beginObject();
        json.name("key").value(hit.reference().key());
        json.name("title").value(hit.reference().title());
        json.name("source").value(hit.source().toString());
        json.name("score").value(hit.score());
        json.name("snippet").value(hit.snippet());
        json.name("page");
        if (hit.page().isPresent()) {
            json.value(hit.page().getAsInt());
        } else {
            json.nullValue();
        }
        json.endObject();
    }
}
