package org.scholion.library;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.internal.Messages;
import org.scholion.library.internal.ReferenceReader;
import org.scholion.library.internal.bibtex.BibtexReferences;
import org.scholion.library.internal.csl.CslReferences;
import org.scholion.library.internal.endnote.EndNoteReferences;
import org.scholion.library.internal.medline.MedlineReferences;
import org.scholion.library.internal.medline.PubmedXmlReferences;
import org.scholion.library.internal.pdf.PdfReferences;
import org.scholion.library.internal.ris.RisReferences;
import org.scholion.library.internal.zotero.ZoteroReferences;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Reads sources of references of every known format. */
public final class ReferenceFiles {

    /** Asked in this order. */
    private static final List<ReferenceReader> READERS = List.of(
            new BibtexReferences(),
            new RisReferences(),
            new CslReferences(),
            new EndNoteReferences(),
            new MedlineReferences(),
            new PubmedXmlReferences(),
            new ZoteroReferences(),
            new PdfReferences());

    private ReferenceFiles() {}

    /** Whether there is a reader for what seems to stand at {@code source}: a file, or a folder such as that of Zotero. */
    public static boolean known(Path source) {
        return READERS.stream().anyMatch(reader -> reader.reads(source));
    }

    /**
     * Reads a source. Never writes to it and never keeps it locked.
     *
     * @param source a file or folder
     * @throws LibraryException when it is of no known format, cannot be opened, or is not what its name says
     */
    public static ReadReferences read(Path source, CancelToken cancel) throws LibraryException, CancelledException {
        for (ReferenceReader reader : READERS) {
            if (reader.reads(source)) {
                return reader.read(source, cancel);
            }
        }
        throw new LibraryException(NLS.bind(Messages.files_unknownFormat, source));
    }
}
