package org.scholion.library.internal.style;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ItemDataProvider;
import de.undercouch.citeproc.csl.CSLItemData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.style.FormattedEntry;
import org.scholion.library.style.FormattedText;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** A style in one language, ready for use. Thread-safe: uses wait for each other, since the processor keeps what it works on. */
public final class StyleProcessor {

    /** Ends the processor's work from inside its calls to us. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("cancelled", null, false, false);
        }
    }

    /** The references by their place in the list, since keys of several sources may be the same. */
    @NonNullByDefault({})
    private static final class Items implements ItemDataProvider {
        private List<Reference> references = List.of();
        private CancelToken cancel = CancelToken.NEVER;

        @Override
        public CSLItemData retrieveItem(String id) {
            check(cancel);
            return CslItems.of(references.get(Integer.parseInt(id)), id);
        }

        @Override
        public Collection<String> getIds() {
            return ids(references);
        }
    }

    private final StyleSource source;
    private final Items items = new Items();
    private final CSL csl;

    private StyleProcessor(StyleSource source, String language) throws IOException {
        this.source = source;
        csl = new CSL(items, StyleLanguages::words, null, source.xml(), language);
    }

    /** @param language a tag of {@link StyleLanguages} */
    public static StyleProcessor of(StyleSource source, String language) throws LibraryException {
        try {
            return new StyleProcessor(source, language);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw broken(source, e);
        }
    }

    public synchronized List<FormattedEntry> bibliography(List<Reference> references, CancelToken cancel)
            throws LibraryException, CancelledException {
        if (!source.hasBibliography()) {
            throw new LibraryException(NLS.bind(Messages.style_noBibliography, source.info().title()));
        }
        EntryFormat format = work(references, cancel, () -> {
            csl.registerCitationItems(ids(references));
            csl.makeBibliography();
        });
        List<CSLItemData> sorted = List.copyOf(csl.getRegisteredItems());
        List<FormattedEntry> entries = new ArrayList<>();
        for (EntryFormat.Entry entry : format.entries()) {
            Reference reference = references.get(Integer.parseInt(sorted.get(entry.index()).getId()));
            entries.add(new FormattedEntry(reference, entry.text().text(), entry.text().html()));
        }
        return entries;
    }

    /** @param all has the keys of all that are cited */
    public synchronized FormattedText citation(List<Reference> cited, List<Reference> all, CancelToken cancel)
            throws LibraryException, CancelledException {
        List<String> keys = all.stream().map(Reference::key).toList();
        List<String> ids = cited.stream().map(reference -> String.valueOf(keys.indexOf(reference.key()))).toList();
        return work(all, cancel, () -> {
                    csl.registerCitationItems(ids(all));
                    csl.makeCitation(ids);
                })
                .citation();
    }

    private EntryFormat work(List<Reference> references, CancelToken cancel, Runnable task) throws LibraryException, CancelledException {
        cancel.check();
        csl.reset();
        EntryFormat format = new EntryFormat(() -> check(cancel));
        csl.setOutputFormat(format);
        items.references = List.copyOf(references);
        items.cancel = cancel;
        try {
            task.run();
            return format;
        } catch (Stopped e) {
            throw new CancelledException();
        } catch (RuntimeException | StackOverflowError e) {
            throw broken(source, e);
        }
    }

    private static void check(CancelToken cancel) {
        if (cancel.isCancelled()) {
            throw new Stopped();
        }
    }

    private static List<String> ids(List<Reference> references) {
        return IntStream.range(0, references.size()).mapToObj(String::valueOf).toList();
    }

    private static LibraryException broken(StyleSource source, Throwable cause) {
        String said = cause instanceof StackOverflowError ? "it calls itself without end" : String.valueOf(cause.getMessage());
        return new LibraryException(NLS.bind(Messages.style_broken, source.info().title(), said.replaceAll("\\s+", " ")), cause);
    }
}
