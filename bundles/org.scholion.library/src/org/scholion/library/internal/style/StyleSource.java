package org.scholion.library.internal.style;

import de.undercouch.citeproc.CSL;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.style.StyleInfo;

/**
 * A style as it was written. The processor gets text alone, never a name: by a name it would fetch what it does not find.
 *
 * @param info what it says about itself
 * @param xml the style that does the work: that of the parent where there is one
 * @param language that it was written for; may be empty
 * @param hasBibliography whether it writes one
 */
public record StyleSource(StyleInfo info, String xml, String language, boolean hasBibliography) {

    private static final int MAX_MIB = 4;

    /** A style that comes with Scholion. */
    public static StyleSource of(StyleInfo info) throws LibraryException {
        String own = text(info);
        try {
            return of(info, own, StyleHead.of(own));
        } catch (XMLStreamException e) {
            throw new LibraryException(NLS.bind(Messages.style_noStyle, info.title(), e.getMessage()), e);
        }
    }

    /** A style of the author. */
    public static StyleSource of(Path file) throws LibraryException {
        String own;
        try {
            if (Files.size(file) > (long) MAX_MIB << 20) {
                throw new LibraryException(NLS.bind(Messages.style_tooLarge, file, MAX_MIB));
            }
            own = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LibraryException(NLS.bind(Messages.style_unreadable, file, e.getMessage()), e);
        }
        own = own.startsWith("\uFEFF") ? own.substring(1) : own;
        if (own.contains("<!DOCTYPE")) {
            // the processor would open the files and addresses that it names
            throw new LibraryException(NLS.bind(Messages.style_dtd, file));
        }
        try {
            StyleHead head = StyleHead.of(own);
            String title = head.title().isEmpty() ? String.valueOf(file.getFileName()) : head.title();
            StyleInfo info = new StyleInfo(
                    file.toString(), title, head.shortTitle(), head.parent(), StyleIndex.citations(head.format()));
            StyleSource source = of(info, own, head);
            // finds now what would be found at the first use
            StyleProcessor.of(source, StyleLanguages.tag(Locale.ROOT, source.language));
            return source;
        } catch (XMLStreamException e) {
            String said = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw new LibraryException(NLS.bind(Messages.style_noStyle, file, said), e);
        }
    }

    private static StyleSource of(StyleInfo info, String own, StyleHead head) throws LibraryException, XMLStreamException {
        if (head.parent().isEmpty()) {
            return new StyleSource(info, own, head.language(), head.bibliography());
        }
        StyleInfo parent = StyleIndex.get()
                .find(head.parent())
                .filter(known -> known.parent().isEmpty())
                .orElseThrow(() -> new LibraryException(NLS.bind(Messages.style_parent, info.id(), head.parent())));
        String working = text(parent);
        StyleHead workingHead = StyleHead.of(working);
        return new StyleSource(
                info, working, head.language().isEmpty() ? workingHead.language() : head.language(), workingHead.bibliography());
    }

    private static String text(StyleInfo info) throws LibraryException {
        String path = (info.parent().isEmpty() ? "/" : "/dependent/") + info.id() + ".csl";
        URL resource = Resources.find(CSL.class, path)
                .orElseThrow(() -> new LibraryException(NLS.bind(Messages.style_unknown, info.id())));
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LibraryException(NLS.bind(Messages.style_unreadable, info.title(), e.getMessage()), e);
        }
    }
}
